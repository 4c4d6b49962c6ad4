import { base64url } from 'jose'
import { describe, expect, it } from 'vitest'
import { keyedDraw, roundTables } from '../../src/exchange/round-tables.ts'
import type { Fact } from '../../src/statistics/fact.ts'
import { tabulate } from '../../src/statistics/tabulate.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { shippedPlan } from '../support/release-plan.ts'

const keys = (seed: number) => ({ rounding: base64url.encode(new Uint8Array(32).fill(seed)) })
const rounded = (facts: Fact[], period: string, seed = 1) =>
  roundTables(tabulate(facts, shippedPlan, period, 'large'), shippedPlan, period, keys(seed))

const tiers = (month: string, people = 40) =>
  Array.from({ length: people }, (_, n) =>
    fact({
      kind: 'tier',
      month,
      person: pseudonym(n),
      category: ['general', 'watch', 'priority'][n % 3] ?? '',
    }),
  )

describe('a keyed draw', () => {
  it('is the same for the same message and key, and spreads evenly', async () => {
    const draw = await keyedDraw(new Uint8Array(32))
    expect(await draw('cell')).toBe(await draw('cell'))
    expect(await draw('cell')).not.toBe(await draw('another cell'))
    expect(await draw('cell')).not.toBe(await (await keyedDraw(new Uint8Array(32).fill(1)))('cell'))
    const draws = await Promise.all(Array.from({ length: 3_000 }, (_, n) => draw(String(n))))
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length
    expect(Math.abs(mean - 0.5)).toBeLessThan(3 / Math.sqrt(12 * draws.length))
    expect(draws.every((value) => value >= 0 && value < 1)).toBe(true)
  })
})

describe('rounding a room’s tables', () => {
  const persons = Array.from({ length: 200 }, (_, n) =>
    fact({
      person: pseudonym(n),
      sex: n % 3 === 0 ? 'male' : 'female',
      month: n < 100 ? '2026-10' : '2026-11',
    }),
  )

  it('gives the same figures for the same persons in whatever order, and others with another secret', async () => {
    const once = await rounded(persons, '2026-Q4')
    expect(await rounded(persons.toReversed(), '2026-Q4')).toEqual(once)
    const secrets = await Promise.all([2, 3, 4, 5].map((seed) => rounded(persons, '2026-Q4', seed)))
    expect(secrets.some((other) => JSON.stringify(other) !== JSON.stringify(once))).toBe(true)
  })

  it('gives multiples of each table’s base, nearer than the base to the truth', async () => {
    const counted = tabulate(persons, shippedPlan, '2026-Q4', 'large')
    let rounding = 0
    for (const [position, { id, cells }] of (await rounded(persons, '2026-Q4')).entries()) {
      const table = shippedPlan.tables.find((planned) => planned.id === id)
      if (table?.class !== 'A') continue
      const { base } = table
      for (const [cell, count] of cells.entries()) {
        if (count === null) throw new Error(id)
        const truth = counted[position]?.cells[cell] ?? Number.NaN
        expect(count % base).toBe(0)
        expect(Math.abs(count - truth)).toBeLessThan(base)
        if (count !== truth) rounding += 1
      }
    }
    expect(rounding).toBeGreaterThan(0)
  })

  it('does not round an unchanged stock afresh in a later quarter', async () => {
    const draws = await Promise.all(
      Array.from({ length: 12 }, async (_, seed) => [
        await rounded(tiers('2026-02'), '2026-Q1', seed),
        await rounded(tiers('2026-02'), '2026-Q3', seed),
        await rounded(tiers('2026-02', 41), '2026-Q3', seed),
      ]),
    )
    for (const [first, later] of draws) expect(later).toEqual(first)
    expect(draws.some(([, same, joined]) => JSON.stringify(same) !== JSON.stringify(joined))).toBe(true)
  })
})
