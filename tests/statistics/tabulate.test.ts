import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axesOf } from '../../src/statistics/axis.ts'
import type { Fact } from '../../src/statistics/fact.ts'
import { dimensionsOf, type PlannedTable, tableOf } from '../../src/statistics/release-plan.ts'
import { FactOutsidePlanError } from '../../src/statistics/sorter.ts'
import { type CountTable, countTable, tabulate } from '../../src/statistics/tabulate.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { shippedPlan } from '../support/release-plan.ts'

const planned = (id: string): PlannedTable => tableOf(shippedPlan, id) ?? expect.fail(id)
/** The codes of every cell, in grid order. */
const codesOf = (table: PlannedTable): string[] =>
  axesOf(shippedPlan, table)
    .reduce((rows, { codes }) => rows.flatMap((row) => codes.map(({ code }) => [...row, code])), [
      [],
    ] as string[][])
    .map((row) => row.join(' '))

/** Cells of a table that are not empty, by their codes. */
const counted = (
  facts: Fact[],
  id: string,
  period: string,
  what: 'cells' | 'persons' | 'top' = 'cells',
): Record<string, number> => {
  const table = planned(id)
  const cells = countTable(facts, shippedPlan, table, period)[what]
  const names = codesOf(table)
  expect(cells).toHaveLength(names.length)
  return Object.fromEntries(cells.map((n, cell) => [names[cell] ?? '', n] as const).filter(([, n]) => n > 0))
}

const assessed = (person: number, category: string, detail: string | null = null, month = '2026-11') =>
  fact({ kind: 'assessment', person: pseudonym(person), category, detail, month })
const placed = (person: number, category: string, month: string) =>
  fact({ kind: 'tier', person: pseudonym(person), category, month })
const file = (person: number, category: 'open' | 'closed', month: string) =>
  fact({ kind: 'file', person: pseudonym(person), category, month })
const closed = (person: number | null, category: string, more: Partial<Fact> = {}) =>
  fact({ kind: 'closure', person: person === null ? null : pseudonym(person), category, ...more })

describe('tables of what happened', () => {
  it('count a person once in a quarter, however often they came, as they were last', () => {
    const facts = [
      fact({ month: '2026-10', sex: 'unknown' }),
      assessed(0, 'phq-9', 'mild', '2026-12'),
      assessed(0, 'gad-7', 'mild', '2026-11'),
      fact({ person: pseudonym(1), sex: 'male' }),
      fact({ person: pseudonym(1), sex: 'unknown' }),
      fact({ person: null }),
    ]
    expect(counted(facts, 'clients-sex-age', '2026-Q4')).toEqual({ 'female 18to39': 1, 'unknown 18to39': 1 })
  })

  it('count assessments one by one and leave other months out', () => {
    const facts = [assessed(0, 'phq-9'), assessed(0, 'phq-9'), assessed(1, 'own-of-the-room')]
    const others = ['2026-10', '2026-12', '2025-11'].map((month) => assessed(2, 'phq-9', null, month))
    expect(counted([...facts, ...others], 'assessments-instrument', '2026-11')).toEqual({
      'phq-9': 2,
      other: 1,
    })
    expect(counted([...facts, ...others], 'assessments-quarter', '2026-Q4')).toEqual({ 'phq-9': 4, other: 1 })
  })

  it('sort by instrument and band, and keep the instrument when the band is not in the plan', () => {
    const facts = [
      assessed(0, 'phq-9', 'moderatelySevere'),
      assessed(1, 'phq-9'),
      assessed(2, 'gad-7', 'unheard-of'),
      assessed(3, 'own-of-the-room', 'high'),
      assessed(4, 'ces-d', 'none'),
    ]
    expect(counted(facts, 'assessments-instrument-band', '2026-11')).toEqual({
      'phq-9.moderatelySevere': 1,
      'phq-9.unlisted': 1,
      'gad-7.unlisted': 1,
      'other.unlisted': 1,
      'ces-d.none': 1,
    })
  })

  it('add up amounts where a table asks for them', () => {
    const activity = (detail: string, amount: number) =>
      fact({ kind: 'activity', person: null, category: 'own-of-the-room', detail, amount })
    const facts = [activity('audience', 30), activity('audience', 12), activity('activities', 1)]
    expect(counted(facts, 'outreach', '2026-11')).toEqual({ 'other audience': 42, 'other activities': 1 })
  })

  it('will not lose a fact the plan has no place for', () => {
    const odd = [fact({ kind: 'call', person: null, category: 'video' })]
    expect(() => counted(odd, 'calls-type', '2026-11')).toThrow(FactOutsidePlanError)
    expect(counted(odd, 'calls', '2026-11')).toEqual({ '': 1 })
  })
})

describe('tables with totals', () => {
  it('count a fact in its cell, in the coarser ones and in every total', () => {
    const facts = [
      closed(0, 'died', { ageBand: 'under14' }),
      closed(1, 'died', { ageBand: '14to17' }),
      closed(2, 'other', { ageBand: '18to39' }),
    ]
    expect(counted(facts, 'closures', '2026-Q4')).toEqual({
      '_T _T': 3,
      '_T minor': 2,
      '_T under14': 1,
      '_T 14to17': 1,
      '_T adult': 1,
      '_T 18to39': 1,
      'died _T': 2,
      'died minor': 2,
      'died under14': 1,
      'died 14to17': 1,
      'other _T': 1,
      'other adult': 1,
      'other 18to39': 1,
    })
  })

  it('know how many persons are behind a total, who may be in several of its parts, and how much is one’s own', () => {
    const facts = [
      ...[0, 0, 0, 1].map((person) => closed(person, 'died')),
      closed(0, 'movedAway'),
      closed(2, 'movedAway'),
    ]
    const all = (what: 'cells' | 'persons' | 'top') => {
      const cells = counted(facts, 'closures', '2026-Q4', what)
      return ['_T _T', 'died _T', 'movedAway _T'].map((cell) => cells[cell])
    }
    expect(all('cells')).toEqual([6, 4, 2])
    expect(all('persons')).toEqual([3, 2, 2])
    expect(all('top')).toEqual([4, 3, 1])
  })

  it('take unknown persons for as few as they may be', () => {
    const unknown = [closed(null, 'died'), closed(null, 'died'), closed(null, 'died')]
    expect(counted(unknown, 'closures', '2026-Q4', 'persons')['died _T']).toBe(1)
    expect(counted(unknown, 'closures', '2026-Q4', 'top')['died _T']).toBe(3)
    const heads = (amount: number) =>
      fact({ kind: 'groupAttendance', person: null, category: 'headCount', amount })
    const facts = [heads(9), heads(4), fact({ kind: 'groupAttendance', category: 'byFile' })]
    expect(counted(facts, 'attendance', '2026-11')).toEqual({ '': 14 })
    expect(counted(facts, 'attendance', '2026-11', 'persons')).toEqual({ '': 9 })
    expect(counted(facts, 'attendance', '2026-11', 'top')).toEqual({ '': 2 })
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

  it('leaves out whose file is closed, until it is opened again', () => {
    const facts = [
      ...[0, 1, 2].map((person) => placed(person, 'watch', '2026-03')),
      file(0, 'closed', '2026-04'),
      file(1, 'closed', '2026-04'),
      file(1, 'open', '2026-08'),
      placed(3, 'priority', '2026-05'),
      file(3, 'closed', '2026-11'),
    ]
    const stands = (quarter: string) => counted(facts, 'clients-tier', `2026-${quarter}`)
    expect(stands('Q1')).toEqual({ watch: 3 })
    expect(stands('Q2')).toEqual({ watch: 1, priority: 1 })
    expect(stands('Q3')).toEqual({ watch: 2, priority: 1 })
    expect(stands('Q4')).toEqual({ watch: 2 })
  })

  it('lets the later of two decisions in one month hold, in whatever order months come', () => {
    const facts = [
      placed(0, 'watch', '2026-05'),
      placed(0, 'priority', '2026-05'),
      placed(0, 'general', '2026-03'),
    ]
    expect(counted(facts, 'clients-tier', '2026-Q2')).toEqual({ priority: 1 })
  })

  it('of staff counts who works here', () => {
    const member = (person: number, category: string) =>
      fact({ kind: 'staff', month: '2026-12', person: pseudonym(person), category })
    const facts = [member(0, 'fullTime'), member(1, 'volunteer'), member(2, 'volunteer')]
    expect(counted(facts, 'staff', '2026-Q4')).toEqual({ fullTime: 1, volunteer: 2 })
  })
})

describe('members of a cell', () => {
  const digestOf = (facts: Fact[]) =>
    tabulate(facts, shippedPlan, '2026-Q4', 'small').map(({ members }) => members)

  it('do not depend on the order of the facts, and change with a single person', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(500), { minLength: 2, maxLength: 60 }),
        fc.nat(1000),
        (people, shift) => {
          const facts = people.map((person) => assessed(person, 'phq-9'))
          const turned = facts.map((_, at) => facts[(at + shift) % facts.length] ?? fact())
          expect(digestOf(turned)).toEqual(digestOf(facts))
          const other = [...facts.slice(1), assessed(501, 'phq-9')]
          expect(digestOf(other)).not.toEqual(digestOf(facts))
        },
      ),
    )
  })

  it('count the same when one takes the place of another', () => {
    const [first] = tabulate([fact()], shippedPlan, '2026-Q4', 'small')
    const [second] = tabulate([fact({ person: pseudonym(7) })], shippedPlan, '2026-Q4', 'small')
    expect(first?.cells).toEqual(second?.cells)
    expect(first?.members).not.toEqual(second?.members)
  })
})

/** Counting as slowly and plainly as can be, cell by cell. */
function naively(facts: readonly Fact[], table: PlannedTable, months: readonly string[]): CountTable {
  const dims = dimensionsOf(shippedPlan, table)
  const axes = axesOf(shippedPlan, table)
  const isIn = (given: Fact, codes: readonly string[]): boolean =>
    dims.every((dimension, side) => {
      const values = dimension.from.map((field) => given[field])
      const wanted = [values.join('.'), `${values[0]}.unlisted`, values[0], dimension.rest]
      const inner =
        wanted.find((code) => dimension.codes.some((known) => known.code === code)) ?? expect.fail()
      const belongs = [inner]
      for (let grew = true; grew; ) {
        grew = false
        for (const [total = '', ...parts] of axes[side]?.sums ?? [])
          if (parts.some((part) => belongs.includes(part)) && !belongs.includes(total)) {
            belongs.push(total)
            grew = true
          }
      }
      return belongs.includes(codes[side] ?? '')
    })
  const inTime = facts.filter(({ kind, month }) => table.counts.includes(kind) && months.includes(month))
  const newest = (person: string | null) =>
    inTime
      .filter((one) => one.person === person)
      .reduce((held, one) => (held.month <= one.month ? one : held))
  const chosen =
    table.unit === 'person'
      ? [...new Set(inTime.map(({ person }) => person))].filter((person) => person !== null).map(newest)
      : inTime
  const counting = chosen.filter(({ category }) => table.only?.includes(category) ?? true)
  const amountOf = ({ amount }: Fact) => (table.measure === 'amount' ? amount : 1)
  const sum = (some: readonly Fact[]) => some.reduce((all, one) => all + amountOf(one), 0)
  const cells = codesOf(table).map((cell) => counting.filter((one) => isIn(one, cell.split(' '))))
  const byPerson = (own: Fact[]) => [
    ...Map.groupBy(
      own.filter(({ person }) => person !== null),
      ({ person }) => person,
    ),
  ]
  const unknown = (own: Fact[]) => own.filter(({ person }) => person === null)
  return {
    id: table.id,
    cells: cells.map(sum),
    persons: cells.map((own) => Math.max(byPerson(own).length, 0, ...unknown(own).map(amountOf))),
    top: cells.map((own) => Math.max(unknown(own).length, ...byPerson(own).map(([, all]) => sum(all)), 0)),
    members: [],
  }
}

describe('counting', () => {
  const codes = {
    client: [['registered', null]],
    assessment: [
      ['phq-9', 'mild'],
      ['phq-9', null],
      ['ces-d', 'none'],
      ['own', 'x'],
    ],
    session: [
      ['inRoom', null],
      ['visit', null],
    ],
    closure: [
      ['died', null],
      ['unheardOf', null],
    ],
    referral: [
      ['hospital', 'sent'],
      ['school', 'closed'],
    ],
    followUp: [
      ['onTime', 'tier'],
      ['open', 'person'],
    ],
    groupAttendance: [['headCount', null]],
  } as const
  const anyFact: fc.Arbitrary<Fact> = fc
    .constantFrom(...(Object.keys(codes) as (keyof typeof codes)[]))
    .chain((kind) =>
      fc
        .record({
          code: fc.constantFrom(...codes[kind]),
          month: fc.constantFrom('2026-09', '2026-10', '2026-11', '2026-12'),
          person: fc.option(fc.nat(6).map(pseudonym), { nil: null }),
          sex: fc.constantFrom('female' as const, 'male' as const, 'unknown' as const),
          ageBand: fc.constantFrom('under14' as const, '40to59' as const, 'unknown' as const),
          place: fc.constantFrom('990101101', '990101202', '110101001', null),
          amount: fc.integer({ min: 1, max: 9 }),
        })
        .map(({ code: [category, detail], ...rest }) => ({ kind, category, detail, ...rest })),
    )
  const tables = shippedPlan.tables.filter(({ counts }) => counts.every((kind) => kind in codes))

  it('comes to what counting one by one comes to, for every table, in cells, persons and parts', () => {
    expect(tables.length).toBeGreaterThan(12)
    const quarter = ['2026-10', '2026-11', '2026-12']
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 60 }), fc.constantFrom(...tables), (facts, table) => {
        const [period, months] = table.period === 'month' ? ['2026-11', ['2026-11']] : ['2026-Q4', quarter]
        const { members, ...found } = countTable(facts, shippedPlan, table, period)
        expect({ ...found, members: [] }).toEqual(naively(facts, table, months))
        expect(members).toHaveLength(found.cells.length)
      }),
      { numRuns: 300 },
    )
  })

  it('of all tables of a profile is counting each by itself', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 40 }), (facts) => {
        for (const counts of tabulate(facts, shippedPlan, '2026-Q4', 'large'))
          expect(counts).toEqual(countTable(facts, shippedPlan, planned(counts.id), '2026-Q4'))
      }),
      { numRuns: 20 },
    )
  })
})

it('counts 200,000 facts', () => {
  const kinds = ['client', 'assessment', 'session', 'call'] as const
  const categories = { client: 'registered', assessment: 'phq-9', session: 'inRoom', call: 'general' }
  const facts = Array.from({ length: 200_000 }, (_, n) => {
    const kind = kinds[n % 4] ?? 'client'
    const person = kind === 'call' ? null : pseudonym(n % 20_000)
    return fact({ kind, category: categories[kind], person })
  })
  const sums = (period: string) =>
    tabulate(facts, shippedPlan, period, 'large').map(({ id, cells }) => [
      id,
      cells.reduce((sum, n) => sum + n, 0),
    ])
  expect(sums('2026-11')).toEqual(
    expect.arrayContaining([
      ['assessments-instrument-band', 50_000],
      ['sessions-mode-sex-age', 50_000],
      ['calls-type', 50_000],
    ]),
  )
  // 20,000 pseudonyms, of which every fourth only ever called.
  expect(sums('2026-Q4')).toContainEqual(['clients-sex-age', 15_000])
})
