import { useTranslation } from 'react-i18next'
import { type CrisisStep, crisisQuestions } from '../../casework/crisis/crisis-episode.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { useSpanText } from './use-span-text.ts'

/** A step in words: what it was, what came of it, and what was written. */
interface StepWords {
  what: string
  more?: string | null
  words?: string
}

/** Puts steps of a crisis episode into words. */
export function useStepWords(): (step: CrisisStep, nameOf: (id: string) => string) => StepWords {
  const { t } = useTranslation('crisis')
  const { day } = useFormatTime()
  const spanText = useSpanText()
  const whomText = (whom: Extract<CrisisStep, { kind: 'consulted' }>['whom']) =>
    whom.kind === 'here' ? null : t('history.whomOutside', { name: whom.name, day: day(whom.day) })

  return (step, nameOf) => {
    switch (step.kind) {
      case 'interviewed':
        return { what: t('take.interviewed'), more: t(`asked.${step.asked}`), words: step.said }
      case 'explored':
        return {
          what: t('take.explored'),
          words: crisisQuestions
            .map((question) => {
              const { answer, said } = step.found[question]
              return `${t(`question.${question}`)}: ${t(`answer.${answer}`)} ${said}`.trim()
            })
            .join('\n'),
        }
      case 'levelSet':
        return { what: t('history.levelSet', { level: t(`level.${step.level}`) }), words: step.because }
      case 'consulted':
        return { what: t('take.consulted'), more: whomText(step.whom), words: step.advice }
      case 'acted':
        return {
          what: t('history.acted', { what: t(`what.${step.what}`), state: t(`state.${step.state}`) }),
          words: step.note,
        }
      case 'handedOver':
        return { what: t('history.handedOver', { to: nameOf(step.to) }), words: step.note }
      case 'followedUp':
        return {
          what: t('history.followedUp', { what: spanText(step.afterHours) }),
          more: step.reached ? t(`askedAgain.${step.askedAgain}`) : t('history.notReached'),
          words: step.note,
        }
      case 'followUpAdded':
        return { what: t('history.followUpAdded', { what: spanText(step.afterHours) }), words: step.because }
      case 'approved':
        return { what: t('take.approved'), more: whomText(step.whom), words: step.note }
      case 'accepted':
        return { what: t('take.accepted') }
      case 'declined':
      case 'escalated':
      case 'closed':
        return { what: t(`take.${step.kind}`), words: step.because }
    }
  }
}
