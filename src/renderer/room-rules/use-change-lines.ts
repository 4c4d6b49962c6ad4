import { useTranslation } from 'react-i18next'
import type { PopulationTag } from '../../casework/clients/population-tags.ts'
import type { QuickDial } from '../../casework/hotline/quick-dial.ts'
import { numberChanges } from '../../casework/records/number-changes.ts'
import type { RoomRules, RulesInForce } from '../../casework/unit/room-rules.ts'
import { useLanguage } from '../locale/locale.ts'
import type { NumberKind } from './number-grids.ts'
import { usePlaceText } from './use-place-text.ts'

/** What a change made otherwise than it was before, in lines; none for kinds that are changed elsewhere. */
export function useChangeLines(): (before: RulesInForce, rules: RoomRules['rules']) => string[] {
  const { t } = useTranslation('room-rules')
  const [language] = useLanguage()
  const placeText = usePlaceText()
  const numberLines = (kind: NumberKind, before: object, after: object) =>
    numberChanges(before, after).flatMap(({ path, from, to }) => {
      const what = placeText(kind, path)
      return what === null ? [] : [t('history.number', { what, from: from ?? '', to: to ?? '' })]
    })
  const tagLines = (before: readonly PopulationTag[], after: readonly PopulationTag[]) =>
    after.flatMap((tag) => {
      const name = tag.label[language]
      const earlier = before.find(({ id }) => id === tag.id)
      if (earlier === undefined) return [t('history.added', { name })]
      const lines: string[] = []
      if (earlier.label[language] !== name)
        lines.push(t('history.renamed', { from: earlier.label[language], to: name }))
      if (earlier.alsoCalled.join() !== tag.alsoCalled.join()) lines.push(t('history.also', { name }))
      if (earlier.retired !== tag.retired)
        lines.push(t(tag.retired ? 'history.retired' : 'history.again', { name }))
      return lines
    })
  const dialLines = (before: QuickDial, after: QuickDial) => {
    const named = ({ number, label }: QuickDial['numbers'][number]) => `${number} ${label[language]}`
    const has = ({ numbers }: QuickDial, line: string) => numbers.some((one) => named(one) === line)
    const added = after.numbers.map(named).filter((line) => !has(before, line))
    const gone = before.numbers.map(named).filter((line) => !has(after, line))
    return [
      ...added.map((name) => t('history.numberAdded', { name })),
      ...gone.map((name) => t('history.numberGone', { name })),
    ]
  }
  return (before, rules) => {
    switch (rules.kind) {
      case 'followUps':
        return numberLines('followUps', before.followUps, rules.followUps)
      case 'working':
        return numberLines('working', before.working, rules.working)
      case 'tags':
        return tagLines(before.tags.tags, rules.tags.tags)
      case 'privacy':
      case 'outreach':
        return []
      case 'quickDial':
        return dialLines(before.quickDial, rules.quickDial)
    }
  }
}
