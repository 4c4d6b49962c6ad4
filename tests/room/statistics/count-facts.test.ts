import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StatisticsQuery } from '../../../src/room/contract/statistics.ts'
import { countFacts, factsBehind, type KnownFact } from '../../../src/room/statistics/count-facts.ts'
import { periodsFrom } from '../../../src/room/statistics/periods.ts'
import type { Fact } from '../../../src/statistics/fact.ts'
import { fact, pseudonym } from '../../support/facts.ts'

const query = (given: Partial<StatisticsQuery> = {}): StatisticsQuery => ({
  kind: 'assessment',
  from: '2025-01',
  until: '2026-12',
  step: 'month',
  rows: 'category',
  unit: 'record',
  sex: null,
  ageBand: null,
  category: null,
  tier: null,
  ...given,
})

const tierOf = (client: string) => (client === 'c1' ? 'watch' : 'none')

/** An assessment of client `c…` who keeps another pseudonym every year. */
const assessed = (client: number, given: Partial<Fact> = {}): KnownFact => {
  const month = given.month ?? '2026-11'
  const year = Number(month.slice(0, 4))
  return {
    fact: fact({
      kind: 'assessment',
      category: 'phq-9',
      person: pseudonym(client * 10_000 + year),
      ...given,
    }),
    client: `c${client}`,
  }
}

describe('periods', () => {
  test('months, quarters and years, both ends included', () => {
    const span = { from: '2025-11', until: '2026-02' }
    expect(periodsFrom({ ...span, step: 'month' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(periodsFrom({ ...span, step: 'quarter' })).toEqual(['2025-Q4', '2026-Q1'])
    expect(periodsFrom({ ...span, step: 'year' })).toEqual(['2025', '2026'])
  })

  test('a slip of the finger does not count for ever', () => {
    expect(periodsFrom({ from: '2026-01', until: '9999-12', step: 'year' })).toHaveLength(100)
    expect(periodsFrom({ from: '2026-02', until: '2026-01', step: 'month' })).toEqual([])
  })
})

describe('counting', () => {
  test('records are as many as there are, persons once in each cell and each total', () => {
    const known = [
      assessed(1, { month: '2026-10' }),
      assessed(1, { month: '2026-11' }),
      assessed(1, { month: '2026-11', category: 'gad-7' }),
      assessed(2, { month: '2026-11' }),
    ]
    const months = { from: '2026-10', until: '2026-11' }
    expect(countFacts(known, query(months), tierOf)).toEqual({
      periods: ['2026-10', '2026-11'],
      rows: [
        { code: 'phq-9', counts: [1, 2], total: 3 },
        { code: 'gad-7', counts: [0, 1], total: 1 },
      ],
      totals: [1, 3],
      total: 4,
    })
    expect(countFacts(known, query({ ...months, unit: 'person' }), tierOf)).toEqual({
      periods: ['2026-10', '2026-11'],
      rows: [
        { code: 'phq-9', counts: [1, 2], total: 2 },
        { code: 'gad-7', counts: [0, 1], total: 1 },
      ],
      totals: [1, 2],
      total: 2,
    })
  })

  test('whoever comes in two years is one person, though their pseudonym is another', () => {
    const known = [assessed(1, { month: '2025-12' }), assessed(1, { month: '2026-01' })]
    const { totals, total } = countFacts(known, query({ unit: 'person', step: 'year' }), tierOf)
    expect({ totals, total }).toEqual({ totals: [1, 1], total: 1 })
  })

  test('whose file is gone is still counted, by pseudonym; of nobody known no tier is said', () => {
    const gone = { ...assessed(3), client: null }
    const known = [assessed(1), gone, gone]
    expect(countFacts(known, query({ unit: 'person', rows: 'tier' }), tierOf)).toMatchObject({
      rows: [
        { code: 'watch', total: 1 },
        { code: 'unknown', total: 1 },
      ],
      total: 2,
    })
    expect(countFacts(known, query({ tier: 'none' }), tierOf).total).toBe(0)
  })

  test('sexes and ages stand in the order of their lists, a category with its second code by itself', () => {
    const known = [
      assessed(1, { sex: 'male', ageBand: '60plus', detail: 'mild' }),
      assessed(2, { sex: 'male', ageBand: 'under14' }),
      assessed(3, { sex: 'female', ageBand: 'unknown', detail: 'mild' }),
    ]
    const codes = (rows: StatisticsQuery['rows']) =>
      countFacts(known, query({ rows }), tierOf).rows.map(({ code }) => code)
    expect(codes('sex')).toEqual(['female', 'male'])
    expect(codes('ageBand')).toEqual(['under14', '60plus', 'unknown'])
    expect(codes('detail')).toEqual(['phq-9.mild', 'phq-9'])
  })

  test('amounts are added up; of an activity what was reached is told apart, and it is one activity itself', () => {
    const many = (kind: Fact['kind'], detail: string | null, amount: number): KnownFact => ({
      fact: fact({ kind, category: 'schools', detail, amount, person: null, month: '2026-11' }),
      client: null,
    })
    const known = [
      many('call', 'today', 30),
      many('call', 'planned', 12),
      many('activity', 'activities', 1),
      many('activity', 'audience', 200),
      many('activity', 'activities', 1),
    ]
    const of = (given: Partial<StatisticsQuery>) =>
      countFacts(known, query(given), tierOf).rows.map(({ code, total }) => [code, total])
    expect(of({ kind: 'call', unit: 'amount' })).toEqual([['schools', 42]])
    expect(of({ kind: 'activity' })).toEqual([['schools', 2]])
    expect(of({ kind: 'activity', unit: 'amount', rows: 'detail' })).toEqual([
      ['audience', 200],
      ['activities', 2],
    ])
  })

  test('whoever lives nowhere known stands under it', () => {
    const known = [assessed(1, { place: '990101101' }), assessed(2, { place: null })]
    expect(
      countFacts(known, query({ rows: 'place' }), tierOf)
        .rows.map(({ code }) => code)
        .sort(),
    ).toEqual(['990101101', 'unknown'])
  })

  test('every cell holds those behind it, and nobody else is anywhere', () => {
    const one = fc.record({
      client: fc.integer({ min: 0, max: 5 }),
      month: fc.constantFrom('2025-03', '2025-12', '2026-01', '2026-02', '2026-04'),
      sex: fc.constantFrom('female' as const, 'male' as const, 'unknown' as const),
      ageBand: fc.constantFrom('under14' as const, '60plus' as const),
      category: fc.constantFrom('phq-9', 'gad-7'),
      kind: fc.constantFrom('assessment' as const, 'tier' as const),
    })
    const asked = fc.record({
      rows: fc.constantFrom('category' as const, 'sex' as const, 'ageBand' as const, 'tier' as const),
      step: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
      sex: fc.constantFrom(null, 'female' as const),
      category: fc.constantFrom(null, 'phq-9'),
      tier: fc.constantFrom(null, 'watch' as const, 'none' as const),
      from: fc.constantFrom('2025-01', '2026-01'),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), asked, (given, wanted) => {
        const known = given.map(({ client, ...of }) => assessed(client, of))
        for (const unit of ['record', 'person'] as const) {
          const table = query({ ...wanted, unit })
          const { periods, rows, totals, total } = countFacts(known, table, tierOf)
          const behind = (row: string | null, period: string | null) => {
            const found = [...factsBehind(known, table, { row, period }, tierOf)]
            return unit === 'record' ? found.length : new Set(found.map(({ client }) => client)).size
          }
          for (const { code, counts, total: sum } of rows) {
            expect(counts).toEqual(periods.map((period) => behind(code, period)))
            expect(sum).toBe(behind(code, null))
          }
          expect(totals).toEqual(periods.map((period) => behind(null, period)))
          expect(total).toBe(behind(null, null))
          const allowed = given.filter(
            (of) =>
              of.kind === 'assessment' &&
              of.month >= table.from &&
              (table.sex === null || of.sex === table.sex) &&
              (table.category === null || of.category === table.category) &&
              (table.tier === null || tierOf(`c${of.client}`) === table.tier),
          )
          expect(total).toBe(
            unit === 'record' ? allowed.length : new Set(allowed.map(({ client }) => client)).size,
          )
        }
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
