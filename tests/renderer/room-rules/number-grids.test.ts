import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import shippedIntervals from '../../../resources/follow-up-intervals.json'
import shippedWorking from '../../../resources/working-rules.json'
import { followUpIntervalsSchema } from '../../../src/casework/follow-ups/follow-up-intervals.ts'
import { numberChanges } from '../../../src/casework/records/number-changes.ts'
import { workingRulesSchema } from '../../../src/casework/unit/working-rules.ts'
import {
  type NumberGrid,
  numberAt,
  numberGrids,
  placesIn,
} from '../../../src/renderer/room-rules/number-grids.ts'

const rules = {
  followUps: { held: shippedIntervals, schema: followUpIntervalsSchema },
  working: { held: shippedWorking, schema: workingRulesSchema },
}

/** The same rules with another number at a place. */
const withNumber = (held: object, place: readonly string[], number: number): object => {
  const copy = structuredClone(held)
  const last = place.at(-1) ?? ''
  const inner = place.slice(0, -1).reduce<unknown>((value, field) => Object(value)[field], copy)
  Object.assign(Object(inner), { [last]: number })
  return copy
}

test.each(['followUps', 'working'] as const)(
  'every number on show of %s is there and can be changed',
  (kind) => {
    const { held, schema } = rules[kind]
    const grids: NumberGrid[] = numberGrids[kind]
    for (const grid of grids)
      for (const place of placesIn(grid)) {
        const now = numberAt(held, place)
        expect(now, place.join('.')).not.toBeNull()
        for (const number of [grid.min, grid.max]) {
          const changed = withNumber(held, place, number)
          expect(schema.safeParse(changed).success, `${place.join('.')} ${number}`).toBe(true)
          expect(numberChanges(held, changed)).toEqual(
            number === now ? [] : [{ path: place, from: now, to: number }],
          )
        }
      }
  },
)

test.each(['zh-CN', 'en'])('every grid, row and column has its words in %s', (language) => {
  const file = new URL(`../../../src/renderer/locale/${language}/room-rules.json`, import.meta.url)
  const { grid: words } = JSON.parse(readFileSync(file, 'utf8'))
  for (const grid of Object.values(numberGrids).flat() as NumberGrid[]) {
    expect(words[grid.key].title).toBeTruthy()
    if (grid.key !== 'tiers') expect(Object.keys(words[grid.key].row).sort()).toEqual([...grid.rows].sort())
    expect(Object.keys(words[grid.key].column ?? {}).sort()).toEqual([...grid.columns].sort())
  }
})
