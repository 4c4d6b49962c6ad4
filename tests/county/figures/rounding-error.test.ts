import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf, roundingVariance } from '../../../src/county/figures/rounding-error.ts'

/** The chances of every error of the sum of so many counts with this remainder, rounded to `base`; by error, in steps of `base`. */
const outside = (base: number, remainder: number, rooms: number, band: number): number => {
  let chances = [1]
  const up = remainder / base
  for (let room = 0; room < rooms; room += 1) {
    const next = Array.from({ length: chances.length + 1 }, () => 0)
    for (const [ups, chance] of chances.entries()) {
      next[ups] = (next[ups] ?? 0) + chance * (1 - up)
      next[ups + 1] = (next[ups + 1] ?? 0) + chance * up
    }
    chances = next
  }
  return chances.reduce(
    (sum, chance, ups) => sum + (Math.abs(ups * base - rooms * remainder) > band ? chance : 0),
    0,
  )
}

describe('the band around a sum', () => {
  it('holds 19 times in 20 whatever the remainders, for any number of rooms', () => {
    for (const base of [3, 5]) {
      for (const rooms of [...Array(80).keys()].map((n) => n + 1).concat(110, 137, 540)) {
        const band = bandOf({ bound: (base - 1) * rooms, variance: roundingVariance(base) * rooms })
        for (let remainder = 1; remainder < base; remainder += 1)
          expect(outside(base, remainder, rooms, band), `${base} ${remainder} ${rooms}`).toBeLessThanOrEqual(
            0.05,
          )
      }
    }
  })

  it('is never wider than what can be', () => {
    fc.assert(
      fc.property(fc.constantFrom(3, 5), fc.integer({ min: 0, max: 6_000 }), (base, rooms) => {
        const bound = (base - 1) * rooms
        expect(bandOf({ bound, variance: roundingVariance(base) * rooms })).toBeLessThanOrEqual(bound)
      }),
      { seed: 8 },
    )
    expect(bandOf({ bound: 2, variance: 2 })).toBe(2)
    expect(bandOf({ bound: 1_080, variance: 1_080 })).toBe(70)
    expect(bandOf({ bound: 0, variance: 0 })).toBe(0)
  })

  it('takes the largest variance of a remainder', () => {
    expect([1, 3, 5].map(roundingVariance)).toEqual([0, 2, 6])
  })
})
