import fc from 'fast-check'
import { expect, it } from 'vitest'
import { intervalsOf } from '../../../src/county/figures/intervals.ts'
import { rateOf } from '../../../src/county/figures/rate.ts'
import { axesOf, totalCode } from '../../../src/statistics/axis.ts'
import { gridLines } from '../../../src/statistics/grid-lines.ts'
import { tableOf } from '../../../src/statistics/release-plan.ts'
import { shippedPlan } from '../../support/release-plan.ts'

const table = tableOf(shippedPlan, 'follow-ups') ?? expect.fail()
const axes = axesOf(shippedPlan, table)
const size = axes.reduce((cells, { codes }) => cells * codes.length, 1)
const lines = [...gridLines(axes)]
const truthless = Array.from({ length: size }, () => 0)
const isTotal = new Set(lines.map(({ total }) => total))

/** A room's table with its totals, and which cells it withholds. */
const roomOf = fc.record({
  inner: fc.array(fc.nat({ max: 30 }), { minLength: size, maxLength: size }),
  withheld: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
})

const withTotals = (inner: readonly number[]): number[] => {
  const cells = inner.map((n, cell) => (isTotal.has(cell) ? 0 : n))
  for (let round = 0; round < 3; round += 1)
    for (const { total, parts } of lines)
      cells[total] = parts.reduce((sum, part) => sum + (cells[part] ?? 0), 0)
  return cells
}

it('hold the truth, whatever rooms withhold', () => {
  fc.assert(
    fc.property(fc.array(roomOf, { minLength: 1, maxLength: 5 }), (rooms) => {
      const truth = Array.from({ length: size }, () => 0)
      const sums = [...truth]
      const withheld = [...truth]
      for (const room of rooms)
        for (const [cell, n] of withTotals(room.inner).entries()) {
          truth[cell] = (truth[cell] ?? 0) + n
          if (room.withheld[cell]) withheld[cell] = (withheld[cell] ?? 0) + 1
          else sums[cell] = (sums[cell] ?? 0) + n
        }
      for (const [cell, { low, high }] of intervalsOf(axes, { sums, withheld }).entries()) {
        const n = truth[cell] ?? Number.NaN
        expect(low).toBeLessThanOrEqual(n)
        expect(low).toBeGreaterThanOrEqual(sums[cell] ?? 0)
        if (high !== null) expect(high).toBeGreaterThanOrEqual(n)
        if (withheld[cell] === 0) expect([low, high]).toEqual([n, n])
      }
    }),
    { seed: 8, numRuns: 100 },
  )
})

it('say the most by the total and the other parts', () => {
  const states = axes.slice(0, 1)
  const total = states[0]?.codes.findIndex(({ code }) => code === totalCode) ?? -1
  const parts = (states[0]?.codes ?? []).map((_, place) => place).filter((place) => place !== total)
  const [part = 0, other = 0] = parts
  // Two rooms have four of each; one of them withholds two parts.
  const sums = (states[0]?.codes ?? []).map((_, place) => (place === total ? parts.length * 8 : 8))
  const withheld = sums.map(() => 0)
  for (const place of [part, other]) {
    sums[place] = 4
    withheld[place] = 1
  }
  const found = intervalsOf(states, { sums, withheld })
  expect(found[part]).toEqual({ low: 4, high: 12 })
  expect(found[total]).toEqual({ low: parts.length * 8, high: parts.length * 8 })
  const all = intervalsOf(axes, { sums: truthless, withheld: truthless.map(() => 3) })
  expect(all.every(({ low, high }) => low === 0 && high === null)).toBe(true)
})

it('a rate is told of 20 events and more, where residents are known and nothing is withheld', () => {
  const figure = { sum: 50, withheld: 0, band: 6 }
  expect(rateOf(figure, 40_000)).toEqual({ per10000: 12.5, band: 1.5 })
  expect(rateOf({ ...figure, sum: 20 }, 40_000)).toEqual({ per10000: 5, band: 1.5 })
  expect(rateOf({ ...figure, sum: 19 }, 40_000)).toEqual({ none: 'FEW' })
  expect(rateOf({ ...figure, sum: null }, 40_000)).toEqual({ none: 'NOTHING_CAME' })
  expect(rateOf({ ...figure, withheld: 1 }, 40_000)).toEqual({ none: 'WITHHELD' })
  expect(rateOf(figure, null)).toEqual({ none: 'NO_RESIDENTS' })
})
