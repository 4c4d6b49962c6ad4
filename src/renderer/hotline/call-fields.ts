import { useTranslation } from 'react-i18next'
import type { CallQuestion } from '../../casework/hotline/call-answers.ts'
import { callQuestionNames } from '../../casework/hotline/call-fields.ts'
import type { CallEntry } from '../../room/contract/hotline.ts'
import { useFormatTime } from '../ui/format-time.ts'
import type { ComparedField } from '../ui/side-by-side.tsx'

/** Every field of a call in the order of the talk, as it is read. */
export function useCallFields(): ComparedField<CallEntry>[] {
  const { t } = useTranslation('call-form')
  const { dayTime } = useFormatTime()
  const strength = (value: number | null | undefined) => value ?? t('notSaid')
  const said = (text: string | undefined) => (text === undefined || text === '' ? t('notSaid') : text)
  const list = (parts: readonly string[]) => (parts.length === 0 ? t('nothing') : parts.join(t('listComma')))
  const question = (name: CallQuestion, { answers }: CallEntry) => {
    const held = answers?.[name]
    return held === undefined
      ? []
      : [
          `${t(`field.${name}`)} ${[t(`answer.${name}.${held.answer}`), held.said].filter((part) => part !== '').join(' · ')}`,
        ]
  }
  const texts: { [Name in keyof CallEntry]-?: (call: CallEntry) => string | number } = {
    callType: ({ callType }) => t(`callType.${callType}`),
    specialKind: ({ specialKind }) => (specialKind === null ? t('nothing') : t(`specialKind.${specialKind}`)),
    channel: ({ channel }) => (channel === undefined ? t('notSaid') : t(`channel.${channel}`)),
    callerRole: ({ callerRole }) => t(`callerRole.${callerRole}`),
    alias: ({ alias }) => said(alias),
    sex: ({ sex }) => (sex === null ? t('notSaid') : t(`sex.${sex}`)),
    ageBand: ({ ageBand }) => (ageBand === null ? t('notSaid') : t(`ageBand.${ageBand}`)),
    area: ({ area }) => said(area),
    topics: ({ topics }) => list((topics ?? []).map((topic) => t(`topic.${topic}`))),
    concern: ({ concern }) => said(concern),
    danger: ({ danger }) =>
      danger === null
        ? t('notSaid')
        : danger.asked === 'yes'
          ? `${t('asked.yes')} · ${t(`dangerAnswer.${danger.answer}`)}`
          : `${t('asked.no')} · ${danger.why}`,
    ideation: ({ ideation }) => strength(ideation),
    hopelessness: ({ hopelessness }) => strength(hopelessness),
    distress: ({ distress }) => strength(distress),
    answers: (call) => list(callQuestionNames.flatMap((name) => question(name, call))),
    responseLevel: ({ responseLevel }) =>
      responseLevel === null ? t('notSaid') : t(`responseLevel.${responseLevel}`),
    levelBecause: ({ levelBecause }) => said(levelBecause),
    disposition: ({ disposition }) => (disposition === null ? t('notSaid') : t(`disposition.${disposition}`)),
    followUpDue: ({ followUpDue }) => (followUpDue === null ? t('nothing') : dayTime(followUpDue)),
    leftOut: ({ leftOut }) =>
      list(
        Object.entries(leftOut ?? {}).map(([field, why]) => `${t(`field.${field}`)}${t('because', { why })}`),
      ),
    sixSteps: ({ sixSteps }) => list((sixSteps?.covered ?? []).map((step) => t(`sixStep.${step}`))),
  }
  return (Object.keys(texts) as (keyof CallEntry)[]).map((name) => ({
    name,
    label: t(`field.${name}`),
    text: texts[name],
  }))
}
