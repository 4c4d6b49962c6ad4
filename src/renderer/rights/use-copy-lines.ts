import { useTranslation } from 'react-i18next'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import type { OwnCopy } from '../../room/contract/rights.ts'
import { titleOf } from '../assessments/title-of.ts'
import { questionnaireOn } from '../clients/client-context.ts'
import { useStepWords } from '../crisis/use-step-words.ts'
import { useLanguage } from '../locale/locale.ts'
import { useFormatTime } from '../ui/format-time.ts'
import { assessmentLines } from './assessment-lines.ts'

/** One part of the copy, line by line; `key` tells lines of a part apart. */
export interface CopySection {
  title: string
  lines: { key: string; text: string }[]
}

/** The copy in words. */
export function useCopyLines(copy: OwnCopy, shelf: QuestionnaireShelf): CopySection[] {
  const { t } = useTranslation(['rights', 'clients', 'disclosures'])
  const { day, dateTime } = useFormatTime()
  const [language] = useLanguage()
  const stepWords = useStepWords()
  const { client } = copy
  const words = (parts: readonly (string | null | undefined)[]) =>
    parts.filter((part) => part !== null && part !== undefined && part.trim() !== '').join(t('copy.comma'))
  const section = <T>(name: string, records: readonly T[], line: (record: T) => string): CopySection => ({
    title: t(`copy.section.${name}`),
    lines: records.map((record, place) => ({ key: `${name} ${place}`, text: line(record) })),
  })
  const about = (label: string, value: string | null | undefined) =>
    value ? t('copy.pair', { label: t(`copy.about.${label}`), value }) : null
  return [
    section('about', [client], () =>
      words([
        about('name', client.name),
        about('alias', client.alias),
        about('birthDate', client.birthDate === null ? null : day(client.birthDate)),
        about('sex', client.sex === null ? null : t(`clients:sex.${client.sex}`)),
        about('township', client.township),
        about('phone', client.phone),
        about('guardian', client.guardian?.name),
        about('registeredAt', day(client.registeredAt)),
      ]),
    ),
    section('consents', copy.consents, ({ purpose, recipient, givenAt, withdrawnAt, textVersion }) =>
      words([
        day(givenAt),
        t(`clients:purpose.${purpose}`),
        recipient,
        textVersion,
        withdrawnAt === null ? null : t('clients:consent.withdrawnAt', { at: day(withdrawnAt) }),
      ]),
    ),
    section('assessments', copy.assessments, (assessment) => {
      const { instrument, instrumentVersion, answeredAt, startedAt } = assessment
      const questionnaire = questionnaireOn(shelf, instrument, instrumentVersion)
      const [title, ...lines] = assessmentLines(assessment, questionnaire, language, {
        pair: (label, value) => t('copy.pair', { label, value }),
        total: t('copy.total'),
      })
      return [words([day(answeredAt ?? startedAt), title]), ...lines].join('\n')
    }),
    section('paperScores', copy.paperScores, ({ day: on, form, scores, source }) =>
      words([day(on), form, ...Object.entries(scores).map(([score, value]) => `${score} ${value}`), source]),
    ),
    section('decisions', copy.decisions, ({ decidedAt, tier, reason }) =>
      words([day(decidedAt), t(`clients:tier.${tier}`), reason]),
    ),
    section('notes', copy.notes, ({ heldAt, content, addenda }) => {
      const { form: _, ...parts } = content
      return [
        dateTime(heldAt),
        ...Object.values(parts),
        ...addenda.map(({ at, text }) => `${day(at)} ${text}`),
      ].join('\n')
    }),
    section('alerts', copy.alerts, ({ raisedAt, instrument, item, handling }) =>
      words([
        day(raisedAt),
        titleOf(questionnaireOn(shelf, instrument)?.instrument, language, instrument),
        item.replace(/^q/, ''),
        handling === null ? null : t(`clients:alert.asked.${handling.asked}`),
        handling?.entry,
      ]),
    ),
    section('crises', copy.crises, ({ openedAt, from, steps }) =>
      [
        words([dateTime(openedAt), from.kind === 'observed' ? from.note : null]),
        // What a supervisor advised is theirs.
        ...steps
          .filter(({ kind }) => kind !== 'consulted')
          .map((step) => {
            const { what, more, words: said } = stepWords(step, () => t('copy.colleague'))
            return words([dateTime(step.at), what, more, said])
          }),
      ].join('\n'),
    ),
    section('safetyPlans', copy.safetyPlans, (plan) =>
      [
        day(plan.madeAt),
        ...[...plan.warningSigns, ...plan.copingAlone, ...plan.peopleAndPlaces],
        ...[...plan.peopleToAsk, ...plan.professionals].map(({ name, phone }) => words([name, phone])),
        ...plan.safeSurroundings,
      ].join('\n'),
    ),
    section('followUps', copy.followUps, ({ due, result }) => words([day(due), result?.entry])),
    section('appointments', copy.appointments, ({ startsAt, place }) => words([dateTime(startsAt), place])),
    section('groups', copy.groups, ({ startsAt, title }) => words([dateTime(startsAt), title])),
    section('referrals', copy.referrals, ({ writtenAt, receiver, question, told }) =>
      words([day(writtenAt), receiver.name, question, told]),
    ),
    section('closures', copy.closures, (step) =>
      words([
        day(step.at),
        t(`copy.closure.${step.kind}`),
        ...('summary' in step ? [step.summary, step.aftercare] : []),
        'because' in step ? step.because : null,
      ]),
    ),
    section('disclosures', copy.disclosures, ({ disclosedAt, recipient, basis, purpose }) =>
      words([day(disclosedAt), recipient, t(`disclosures:basis.${basis}.title`), purpose]),
    ),
  ]
}
