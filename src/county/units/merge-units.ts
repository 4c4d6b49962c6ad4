import { isDemoCode } from '../../casework/unit/unit-profile.ts'
import { type Unit, wordOf } from './unit.ts'

/**
 * The units of a desk: what the coordinator entered, and rooms whose cards were accepted and that stand in no list. What was entered wins
 * over what a card says of the same room. The desk itself stands above them, unless it was entered too.
 */
export function mergeUnits(
  entered: readonly Unit[],
  cards: readonly Unit[],
  desk: { code: string; name: string },
): Unit[] {
  const known = new Set(entered.map(wordOf))
  const own = ownUnit(desk)
  const latest = new Map(cards.map((card) => [wordOf(card), card]))
  return [
    ...(known.has(wordOf(own)) ? [] : [own]),
    ...entered,
    ...[...latest.values()].filter((card) => !known.has(wordOf(card))),
  ]
}

/** The desk's own unit: a code that ends in two noughts is a city's. */
export const ownUnit = ({ code, name }: { code: string; name: string }): Unit => ({
  level: code.endsWith('00') && !isDemoCode(code) ? 'city' : 'county',
  code,
  name,
  parent: null,
  contact: '',
  duty: 'none',
  residents: null,
  from: '2000-01-01',
  until: null,
})
