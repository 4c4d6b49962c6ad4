import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from '../../src/statistics/fact.ts'
import { dimensionsOf, tableOf } from '../../src/statistics/release-plan.ts'
import { FactOutsidePlanError } from '../../src/statistics/sorter.ts'
import { countTable, tabulate } from '../../src/statistics/tabulate.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { shippedPlan } from '../support/release-plan.ts'

/** Cells of a table that are not empty, by their codes. */
const counted = (facts: Fact[], id: string, period: string): Record<string, number> => {
  const table = tableOf(shippedPlan, id)
  if (!table) throw new Error(id)
  const dims = dimensionsOf(shippedPlan, table)
  const names = dims.reduce(
    (rows, { codes }) => rows.flatMap((row) => codes.map(({ code }) => [...row, code])),
    [[]] as string[][],
  )
  const { cells } = countTable(facts, shippedPlan, table, period)
  expect(cells).toHaveLength(names.length)
  return Object.fromEntries(
    cells.map((n, cell) => [names[cell]?.join(' ') ?? '', n] as const).filter(([, n]) => n > 0),
  )
}

const assessed = (person: number, category: string, detail: string | null, month = '2026-11') =>
  fact({ kind: 'assessment', person: pseudonym(person), category, detail, month })
const placed = (person: number, category: string, month: string) =>
  fact({ kind: 'tier', person: pseudonym(person), category, month })

describe('tables of a month', () => {
  it('counts a person once, however often they came', () => {
    const facts = [fact(), assessed(0, 'phq-9', 'mild'), assessed(0, 'gad-7', 'mild')]
    expect(counted(facts, 'clients-sex-age', '2026-11')).toEqual({ 'female 18to39': 1 })
  })

  it('takes a person as last seen', () => {
    const facts = [fact({ sex: 'unknown' }), fact({ sex: 'male' })]
    expect(counted(facts, 'clients-sex-age', '2026-11')).toEqual({ 'male 18to39': 1 })
  })

  it('counts assessments one by one and leaves other months out', () => {
    const facts = [
      assessed(0, 'phq-9', 'mild'),
      assessed(0, 'phq-9', 'mild'),
      assessed(1, 'own-of-the-room', null),
    ]
    const others = [assessed(2, 'phq-9', 'mild', '2026-10'), assessed(2, 'phq-9', 'mild', '2026-12')]
    const found = counted([...facts, ...others], 'assessments-instrument', '2026-11')
    expect(found).toEqual({ 'phq-9': 2, other: 1 })
  })

  it('sorts by instrument and band, and keeps the instrument when the band is not in the plan', () => {
    const facts = [
      assessed(0, 'phq-9', 'moderatelySevere'),
      assessed(1, 'phq-9', null),
      assessed(2, 'gad-7', 'unheard-of'),
      assessed(3, 'own-of-the-room', 'high'),
    ]
    expect(counted(facts, 'assessments-instrument-band', '2026-11')).toEqual({
      'phq-9.moderatelySevere': 1,
      'phq-9': 1,
      'gad-7': 1,
      other: 1,
    })
  })

  it('counts calls, which belong to nobody', () => {
    const calls = ['general', 'general', 'suicideRisk'].map((category) =>
      fact({ kind: 'call', person: null, category }),
    )
    expect(counted(calls, 'calls', '2026-11')).toEqual({ '': 3 })
    expect(counted(calls, 'calls-type', '2026-11')).toEqual({ general: 2, suicideRisk: 1 })
  })

  it('will not lose a fact the plan has no place for', () => {
    const odd = [fact({ kind: 'call', person: null, category: 'video' })]
    expect(() => counted(odd, 'calls-type', '2026-11')).toThrow(FactOutsidePlanError)
  })
})

describe('a stock', () => {
  it('takes the newest standing of each person at the end of the quarter', () => {
    const facts = [
      placed(0, 'priority', '2026-11'),
      placed(0, 'watch', '2026-12'),
      placed(1, 'general', '2026-02'),
      placed(2, 'watch', '2026-08'),
      placed(2, 'general', '2027-01'),
      placed(3, 'watch', '2025-12'),
    ]
    expect(counted(facts, 'clients-tier', '2026-Q4')).toEqual({ general: 1, watch: 2 })
    expect(counted(facts, 'clients-tier', '2026-Q3')).toEqual({ general: 1, watch: 1 })
  })

  it('lets the later of two decisions in one month hold, in whatever order months come', () => {
    const facts = [
      placed(0, 'watch', '2026-05'),
      placed(0, 'priority', '2026-05'),
      placed(0, 'general', '2026-03'),
    ]
    expect(counted(facts, 'clients-tier', '2026-Q2')).toEqual({ priority: 1 })
  })
})

describe('members of a cell', () => {
  const digestOf = (facts: Fact[]) =>
    tabulate(facts, shippedPlan, '2026-11', 'small').map(({ members }) => members)

  it('do not depend on the order of the facts, and change with a single person', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(500), { minLength: 2, maxLength: 60 }),
        fc.nat(1000),
        (people, shift) => {
          const facts = people.map((person) => assessed(person, 'phq-9', null))
          const turned = facts.map((_, at) => facts[(at + shift) % facts.length] ?? fact())
          expect(digestOf(turned)).toEqual(digestOf(facts))
          const other = [...facts.slice(1), assessed(501, 'phq-9', null)]
          expect(digestOf(other)).not.toEqual(digestOf(facts))
        },
      ),
    )
  })

  it('count the same when one takes the place of another', () => {
    const [first] = tabulate([fact()], shippedPlan, '2026-11', 'small')
    const [second] = tabulate([fact({ person: pseudonym(7) })], shippedPlan, '2026-11', 'small')
    expect(first?.cells).toEqual(second?.cells)
    expect(first?.members).not.toEqual(second?.members)
  })
})

it('counts 200,000 facts', () => {
  const kinds = ['client', 'assessment', 'tier', 'call'] as const
  const facts = Array.from({ length: 200_000 }, (_, n) => {
    const kind = kinds[n % 4] ?? 'client'
    const category = { client: 'registered', assessment: 'phq-9', tier: 'watch', call: 'general' }[kind]
    return fact({ kind, category, person: kind === 'call' ? null : pseudonym(n % 20_000) })
  })
  const tables = tabulate(facts, shippedPlan, '2026-11', 'small')
  expect(tables.map(({ cells }) => cells.reduce((sum, n) => sum + n, 0))).toEqual([10_000, 50_000, 50_000])
})
