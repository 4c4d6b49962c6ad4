import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AdditiveTable, roundAdditively, roundToBase } from '../../src/disclosure/additive-rounding.ts'

/** Evenly spread numbers in [0, 1) that depend on nothing but the seed (mulberry32). */
const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const base = fc.constantFrom(3, 5)
const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('rounding one count', () => {
  it('gives a neighbouring multiple of the base and leaves multiples alone', () => {
    fc.assert(
      fc.property(fc.nat(100_000), base, draw, (count, base, draw) => {
        const rounded = roundToBase(count, base, draw)
        expect(rounded % base).toBe(0)
        expect(Math.abs(rounded - count)).toBeLessThan(base)
        expect(rounded).toBeGreaterThanOrEqual(0)
        if (count % base === 0) expect(rounded).toBe(count)
      }),
    )
  })

  it.each([3, 5])('is without bias to base %i: 10,000 sums are right on average', (base) => {
    const next = seeded(20_261_122 + base)
    const errors = Array.from({ length: 10_000 }, () => {
      let error = 0
      for (let cell = 0; cell < 30; cell++) {
        const count = Math.floor(next() ** 3 * 12)
        error += roundToBase(count, base, next()) - count
      }
      return error
    })
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
    const variance = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (errors.length - 1)
    expect(variance).toBeGreaterThan(1)
    expect(Math.abs(mean)).toBeLessThan(3 * Math.sqrt(variance / errors.length))
  })
})

describe('rounding a table', () => {
  const table: AdditiveTable = {
    id: 't',
    cells: [0, 1, 6, 7],
    members: ['', 'a', 'b', 'c'],
    period: '2026-11',
    base: 3,
  }

  it('draws only where there is something to decide, by table, cell, period and members', async () => {
    const asked: string[] = []
    const rounded = await roundAdditively(table, async (message) => {
      asked.push(message)
      return 0.4
    })
    expect(rounded).toEqual([0, 0, 6, 6])
    expect(asked).toEqual(['["t",1,"2026-11","a"]', '["t",3,"2026-11","c"]'])
  })

  it('leaves the period out for a stock', async () => {
    const asked: string[] = []
    await roundAdditively({ ...table, period: null }, async (message) => {
      asked.push(message)
      return 0
    })
    expect(asked).toEqual(['["t",1,null,"a"]', '["t",3,null,"c"]'])
  })
})
