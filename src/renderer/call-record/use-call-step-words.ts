import { useTranslation } from 'react-i18next'
import type { CallStep } from '../../casework/hotline/call-step.ts'
import { useSpanText } from '../crisis/use-span-text.ts'
import { useFormatTime } from '../ui/format-time.ts'

/** A step in words: what it was, what came of it, and what was written. */
interface StepWords {
  what: string
  more?: string | null
  words?: string
}

/** Puts steps of a call into words. */
export function useCallStepWords(): (step: CallStep, nameOf: (id: string) => string) => StepWords {
  const { t } = useTranslation('call-record')
  const { t: crisis } = useTranslation('crisis')
  const { t: words } = useTranslation('call-form')
  const { t: told } = useTranslation('disclosures')
  const { day } = useFormatTime()
  const spanText = useSpanText()
  const whomText = (whom: Extract<CallStep, { kind: 'consulted' }>['whom']) =>
    whom.kind === 'here' ? null : crisis('history.whomOutside', { name: whom.name, day: day(whom.day) })
  return (step, nameOf) => {
    switch (step.kind) {
      case 'ended':
      case 'joined':
      case 'accepted':
        return { what: t(`history.${step.kind}`) }
      case 'acted':
        return {
          what: crisis('history.acted', {
            what: words(`action.${step.what}`),
            state: words(`actionState.${step.state}`),
          }),
          more:
            step.linkage === undefined
              ? null
              : t('actions.linked', { person: step.linkage.person, result: step.linkage.result }),
          words: step.note,
        }
      case 'levelSet':
        return {
          what: crisis('history.levelSet', { level: crisis(`level.${step.level}`) }),
          words: step.because,
        }
      case 'consulted':
        return { what: crisis('take.consulted'), more: whomText(step.whom), words: step.advice }
      case 'approved':
        return { what: crisis('take.approved'), more: whomText(step.whom), words: step.note }
      case 'disclosed': {
        const { recipient, fields, basis, purpose } = step.told
        return {
          what: t('history.disclosed', { recipient }),
          more: told(`basis.${basis}.title`),
          words: `${fields.map((field) => told(`field.${field}`)).join(told('listComma'))} · ${purpose}`,
        }
      }
      case 'planned':
        return {
          what: t('history.planned'),
          more: step.followUps.map(({ due }) => spanText(due)).join(' · ') || t('history.noFollowUps'),
          words: step.because,
        }
      case 'followedUp':
        return {
          what: crisis('history.followedUp', { what: spanText(step.afterHours) }),
          more: step.reached ? crisis(`askedAgain.${step.askedAgain}`) : crisis('history.notReached'),
          words: step.note,
        }
      case 'handedOver':
        return { what: crisis('history.handedOver', { to: nameOf(step.to) }), words: step.note }
      case 'added':
        return { what: t('history.added'), words: step.note }
      case 'transferred':
      case 'carriedOn':
        return { what: t(`history.${step.kind}`) }
      case 'reviewed': {
        const met = step.points.filter(({ mark }) => mark === 'met').length
        const asked = step.points.filter(({ mark }) => mark !== 'notApplicable').length
        return { what: t('history.reviewed'), more: t('history.met', { met, asked }), words: step.advice }
      }
      case 'declined':
      case 'escalated':
      case 'reopened':
        return { what: t(`take.${step.kind}`), words: step.because }
      case 'closed':
        return { what: t('history.closed'), words: step.because ?? t('history.nothingLeft') }
    }
  }
}
