import { useTranslation } from 'react-i18next'
import type { ScoreForm } from '../../casework/assessments/score-form.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import type { Reassessment } from '../../tiering/reassessment.ts'
import type { Condition } from '../../tiering/rule-condition.ts'
import { useLanguage } from '../locale/locale.ts'
import { useShelfNames } from '../programme/use-shelf-names.ts'

/** What rules say, in sentences. */
export interface RuleWords {
  conditionText: (when: Condition) => string
  reassessText: (reassess: Reassessment) => string
}

/** In the language on screen, with the names of instruments, their scales and cut-offs. */
export function useRuleWords(shelf: QuestionnaireShelf, forms: readonly ScoreForm[]): RuleWords {
  const { t } = useTranslation('tiers')
  const { t: tClients } = useTranslation('clients')
  const [language] = useLanguage()
  const { titleOfId, instrumentOf } = useShelfNames(shelf)

  const listed = (words: readonly string[]): string => words.join(t('comma'))
  const formOf = (id: string) => forms.find((form) => form.id === id)
  const nameOf = (id: string): string =>
    formOf(id)?.title[language] ?? tClients(`shortTitle.${id}`, { defaultValue: titleOfId(id) })
  const scaleOf = (id: string, part: string) => instrumentOf(id)?.scales.find((one) => one.id === part)
  const measured = (id: string, part: string): string => {
    const label =
      formOf(id)?.scores.find((one) => one.id === part)?.label[language] ??
      scaleOf(id, part)?.label?.[language]
    return [nameOf(id), ...(label === undefined ? [] : [label])].join(' · ')
  }
  const itemOf = (id: string, item: string): string => {
    const label = formOf(id)?.scores.find((one) => one.id === item)?.label[language]
    return label ?? t('condition.question', { number: item.replace(/^\D+/, '') || item })
  }
  const scoreText = (when: Extract<Condition, { score: string }>): string => {
    const { score, scale, min, max, band, cutOff } = when
    const known = scaleOf(score, scale)
    const labelOf = (all: readonly { id: string; label: { 'zh-CN': string; en: string } }[], id: string) =>
      all.find((one) => one.id === id)?.label[language] ?? id
    return `${measured(score, scale)} ${listed([
      ...(min === undefined ? [] : [t('condition.atLeast', { min })]),
      ...(max === undefined ? [] : [t('condition.atMost', { max })]),
      ...(band ?? []).map((id) => t('condition.band', { band: labelOf(known?.bands ?? [], id) })),
      ...(cutOff ?? []).map((id) => t('condition.cutOff', { cutOff: labelOf(known?.cutOffs ?? [], id) })),
    ])}`
  }

  return {
    conditionText(when) {
      if ('score' in when) return scoreText(when)
      if ('worse' in when) return t('condition.worse', { name: measured(when.worse, when.scale) })
      if ('criticalItem' in when)
        return t('condition.criticalItem', {
          name: nameOf(when.criticalItem),
          item: itemOf(when.criticalItem, when.item),
          found: listed(when.finding.map((one) => t(`condition.finding.${one}`))),
        })
      if ('interview' in when)
        return t('condition.interview', {
          question: t(`condition.asked.${when.interview}`),
          answer: listed(when.answer.map((one) => t(`condition.answer.${one}`))),
        })
      return t('condition.clue', { found: listed(when.clue.map((one) => t(`condition.clueFound.${one}`))) })
    },
    reassessText: ({ instruments, interview }) =>
      [
        ...(instruments.length === 0
          ? []
          : [t('reassess.again', { names: listed(instruments.map(nameOf)) })]),
        ...(interview ? [t('reassess.asked')] : []),
      ].join(t('reassess.or')),
  }
}
