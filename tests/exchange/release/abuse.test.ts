import { describe, expect, test } from 'vitest'
import type { Audit } from '../../../src/disclosure/audit.ts'
import type { ReleasedTable } from '../../../src/exchange/protection.ts'
import { attackRelease } from '../../../src/exchange/release/attack-release.ts'
import { type Guard, GuardError, guardCodes } from '../../../src/exchange/release/guard.ts'
import { type CountedPeriod, prepareRelease } from '../../../src/exchange/release/prepare-release.ts'
import { ReleaseError } from '../../../src/exchange/release/release-refused.ts'
import { earlierTables, releasedTables } from '../../../src/exchange/release/released-tables.ts'
import type { Fact } from '../../../src/statistics/fact.ts'
import { ReleasePlanError } from '../../../src/statistics/release-plan.ts'
import { planReference } from '../../support/exchange.ts'
import { fact, pseudonym } from '../../support/facts.ts'
import { shippedPlan } from '../../support/release-plan.ts'
import { countedOf, planOf, releasedBefore, roomKeys, testGuard } from './counted.ts'
import { roomFacts } from './room-facts.ts'

/** What a refused release says: its code and the tables. */
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const problem = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return problem instanceof ReleaseError ? `${problem.code} ${problem.at}` : `not refused: ${problem}`
}

const prepared = async (counted: CountedPeriod): Promise<ReleasedTable[]> =>
  (await prepareRelease(counted, roomKeys, testGuard())).tables
const attacked = (tables: readonly ReleasedTable[], counted: CountedPeriod) =>
  attackRelease(tables, counted, testGuard())

let next = 0
/** So many events of one kind, each of another person unless one is named. */
const events = (count: number, given: Partial<Fact>): Fact[] =>
  Array.from({ length: count }, () =>
    fact({ kind: 'closure', category: 'a', person: pseudonym(next++), ...given }),
  )
const bySex = (female: number, male: number, given: Partial<Fact> = {}) => [
  ...events(female, { sex: 'female', ...given }),
  ...events(male, { sex: 'male', ...given }),
]

const oneWay = planOf([{ id: 'closures', dims: ['sex'] }])
const twoWay = planOf([{ id: 'closures', dims: ['sex', 'ageBand'] }])

describe('abuse case 1, case 58: a cell of 1 to k − 1 persons', () => {
  test('is withheld with another, and refused when it is shown all the same', async () => {
    const counted = countedOf(bySex(4, 30), { plan: oneWay })
    const [table] = await prepared(counted)
    expect(table).toEqual({ id: 'closures', k: 5, cells: [34, null, null] })
    const shown = [{ id: 'closures', k: 5, cells: [34, 4, 30] }]
    expect(await refusalOf(attacked(shown, counted))).toBe('RELEASE_NOT_PROTECTED closures')
  })
  test('case 59: withheld alone it follows from the rest', async () => {
    const counted = countedOf(bySex(4, 30), { plan: oneWay })
    const alone = [{ id: 'closures', k: 5, cells: [34, null, 30] }]
    expect(await refusalOf(attacked(alone, counted))).toBe('RELEASE_NOT_PROTECTED closures')
  })
  test('two cells of together fewer than k take their total with them', async () => {
    const counted = countedOf(bySex(2, 2), { plan: oneWay })
    expect(await prepared(counted)).toEqual([{ id: 'closures', k: 5, cells: [null, null, null] }])
  })
})

describe('abuse case 7, case 60: windows that overlap', () => {
  const events7 = [...bySex(3, 20, { month: '2026-10' }), ...bySex(9, 20, { month: '2026-11' })]
  const monthly = { id: 'monthly', period: 'month', dims: ['sex'] }
  const quarterly = { id: 'quarterly', period: 'quarter', dims: ['sex'] }
  const releaseOf = async (facts: readonly Fact[], table: object, period: string) => {
    const plan = planOf([table])
    const counted = countedOf(facts, { plan, period })
    return releasedBefore(counted, await prepared(counted))
  }

  test('persons of a quarter after those of its months: nobody can add them, so they are refused', async () => {
    const persons = { unit: 'person' }
    const earlier = await releaseOf(events7, { ...monthly, ...persons }, '2026-10')
    const counted = countedOf(events7, { plan: planOf([{ ...quarterly, ...persons }]), earlier })
    expect(await refusalOf(prepared(counted))).toBe('RELEASE_OVERLAPS quarterly')
  })
  test('the same period again is refused, whatever it says', async () => {
    const earlier = await releaseOf(events7, quarterly, '2026-Q4')
    const counted = countedOf(events7, { plan: planOf([quarterly]), earlier })
    expect(await refusalOf(prepared(counted))).toBe('RELEASE_OVERLAPS quarterly')
  })
  test('abuse case 8: events are attacked with the months before them, whose cells stand as they were', async () => {
    const earlier = [
      ...(await releaseOf(events7, monthly, '2026-10')),
      ...(await releaseOf(events7, monthly, '2026-11')),
      ...(await releaseOf(events7, monthly, '2026-12')),
    ]
    expect(earlier.map(({ released }) => released)).toEqual([
      [23, null, null],
      [29, 9, 20],
      [null, null, null],
    ])
    const counted = countedOf(events7, { plan: planOf([quarterly]), earlier })
    // Shown in full it would say that October had 12 − 9 = 3.
    const full = [{ id: 'quarterly', k: 5, cells: [52, 12, 40] }]
    expect(await refusalOf(attacked(full, { ...counted, earlier: [] }))).toMatch(/^not refused/)
    expect(await refusalOf(attacked(full, counted))).toBe('RELEASE_NOT_PROTECTED quarterly')
    const tables = await prepared(counted)
    expect(tables[0]?.cells.slice(1)).toEqual([null, null])
    await attacked(tables, counted)
  })
  test('a month that was lost and taken back says nothing of its truth: what it overlaps is refused, all else goes on', async () => {
    const facts = ['2026-10', '2026-11', '2026-12'].flatMap((month) => bySex(12, 20, { month }))
    const lost = async (period: string) =>
      (await releaseOf(facts, monthly, period)).map((one) => ({ ...one, counted: null }))
    const plan = planOf([quarterly])
    const counted = countedOf(facts, { plan, earlier: await lost('2026-10') })
    expect(await refusalOf(prepared(counted))).toBe('RELEASE_TRUTH_LOST monthly')
    const full = [{ id: 'quarterly', k: 5, cells: [96, 36, 60] }]
    expect(await refusalOf(attacked(full, counted))).toBe('RELEASE_TRUTH_LOST monthly')
    const before = countedOf(facts, { plan, earlier: await lost('2026-09') })
    await attacked(await prepared(before), before)
  })
  test('what came late for closed months does not follow from the quarter', async () => {
    const months = ['2026-10', '2026-11', '2026-12']
    const facts = months.flatMap((month) => bySex(12, 20, { month }))
    const earlier = (await Promise.all(months.map((month) => releaseOf(facts, monthly, month)))).flat()
    const late = [...facts, ...events(1, { sex: 'female', month: '2026-10' })]
    const counted = countedOf(late, { plan: planOf([quarterly]), earlier })
    const full = [{ id: 'quarterly', k: 5, cells: [97, 37, 60] }]
    expect(await refusalOf(attacked(full, counted))).toBe('RELEASE_NOT_PROTECTED quarterly')
    const [table] = await prepared(counted)
    expect(table?.cells[1]).toBeNull()
  })
})

describe('abuse case 9: places and codes change on 1 January alone', () => {
  test('nothing is released by another plan, or profile, within a year', () => {
    const counted = countedOf(bySex(9, 9), { plan: oneWay, period: '2026-Q3' })
    const before = releasedTables('a'.repeat(64), {
      counted,
      tables: [],
      plan: planReference,
      profile: 'small',
      content: 'b'.repeat(64),
      entries: 18,
      late: 0,
    })
    const by = { plan: shippedPlan, reference: planReference, profile: 'small' as const }
    expect(earlierTables([before], '2026-Q4', by)).toEqual([])
    const other = { ...by, reference: { ...planReference, sha256: 'c'.repeat(64) } }
    for (const changed of [other, { ...by, profile: 'large' as const }])
      expect(() => earlierTables([before], '2026-Q4', changed)).toThrow('RELEASE_PLAN_CHANGED')
    expect(earlierTables([before], '2027-Q1', other)).toEqual([])
  })
})

test('abuse case 10: forty records of one person are one person', async () => {
  const counted = countedOf([...events(40, { person: pseudonym(7), sex: 'female' }), ...bySex(0, 60)], {
    plan: oneWay,
  })
  const { tables, withheld } = await prepareRelease(counted, roomKeys, testGuard())
  expect(tables[0]?.cells.slice(1)).toEqual([null, null])
  expect(withheld[0]?.cells[1]).toBe('FEW_PERSONS')
  const shown = [{ id: 'closures', k: 5, cells: [100, 40, 60] }]
  expect(await refusalOf(attacked(shown, counted))).toBe('RELEASE_NOT_PROTECTED closures')
})

test('abuse case 10: a count of which over half is one person’s', async () => {
  const heavy = [...events(40, { person: pseudonym(8), sex: 'female' }), ...events(9, { sex: 'female' })]
  const { withheld } = await prepareRelease(
    countedOf([...heavy, ...bySex(0, 60)], { plan: oneWay }),
    roomKeys,
    testGuard(),
  )
  expect(withheld[0]?.cells[1]).toBe('ONE_PERSON')
})

test('abuse case 11, case 61: everybody of a row in one category', async () => {
  const facts = [
    ...events(12, { sex: 'female', ageBand: '18to39' }),
    ...events(9, { sex: 'male', ageBand: '18to39' }),
    ...events(9, { sex: 'male', ageBand: '60plus' }),
  ]
  const counted = countedOf(facts, { plan: twoWay })
  const { tables, withheld } = await prepareRelease(counted, roomKeys, testGuard())
  const place = counted.tables[0]?.cells.indexOf(12, 5) ?? -1
  expect(tables[0]?.cells[place]).toBeNull()
  expect(withheld[0]?.cells).toContain('ONE_CATEGORY')
})

describe('abuse case 12: a lower k, another plan, no audit', () => {
  const counted = countedOf(bySex(30, 30), { plan: oneWay })
  test.each([
    ['k below the plan', { id: 'closures', k: 4, cells: [60, 30, 30] }],
    ['no k', { id: 'closures', k: null, cells: [60, 30, 30] }],
  ])('%s', async (_, table) => {
    expect(await refusalOf(attacked([table], counted))).toBe('RELEASE_NOT_PROTECTED closures')
  })
  test.each([
    ['another table', [{ id: 'others', k: 5, cells: [60, 30, 30] }], 'others'],
    ['a count that is not the one here', [{ id: 'closures', k: 5, cells: [61, 31, 30] }], 'closures'],
    ['a cell too few', [{ id: 'closures', k: 5, cells: [60, 30] }], 'closures'],
    ['no table', [], '2026-Q4'],
  ])('%s', async (_, tables, at) => {
    expect(await refusalOf(attacked(tables, counted))).toBe(`RELEASE_RESIDUAL ${at}`)
  })
  test('no plan has a k below 5', () => {
    expect(() => planOf([{ id: 'closures', dims: ['sex'], k: 4 }])).toThrow(ReleasePlanError)
  })
})

describe('abuse case 13: a solver that gives no answer', () => {
  const counted = countedOf(bySex(4, 30), { plan: oneWay })
  const failing = (code: GuardError['code'] | null): Guard => {
    const fail = () => Promise.reject(code === null ? new RangeError('Out of memory') : new GuardError(code))
    return { protect: fail, attack: fail }
  }
  const withheldWhole = {
    TIMEOUT: 'RELEASE_TIMEOUT',
    SOLVER: 'RELEASE_SOLVER',
    UNPROTECTABLE: 'UNPROTECTABLE',
  }

  test.each(Object.entries(withheldWhole))(
    'while protecting, %s: the table is withheld whole',
    async (code, whole) => {
      const known = guardCodes.find((one) => one === code) ?? null
      const { tables, withheld } = await prepareRelease(counted, roomKeys, failing(known))
      expect(tables).toEqual([{ id: 'closures', k: 5, cells: [null, null, null] }])
      expect(withheld[0]).toMatchObject({ whole, cells: Array(3).fill('TABLE_WITHHELD') })
    },
  )
  test.each([
    ['CANCELLED', 'RELEASE_STOPPED closures'],
    ['INCONSISTENT', 'RELEASE_RESIDUAL closures'],
  ])('while protecting, %s: nothing is released', async (code, refusal) => {
    const known = guardCodes.find((one) => one === code) ?? null
    expect(await refusalOf(prepareRelease(counted, roomKeys, failing(known)))).toBe(refusal)
  })
  test.each([
    ['TIMEOUT', 'RELEASE_TIMEOUT'],
    ['SOLVER', 'RELEASE_SOLVER'],
    ['DISAGREEMENT', 'RELEASE_OPINIONS_DIFFER'],
    ['CANCELLED', 'RELEASE_STOPPED'],
    [null, 'RELEASE_SOLVER'],
  ])('while attacking, %s', async (code, refusal) => {
    const known = guardCodes.find((one) => one === code) ?? null
    const tables = await prepared(counted)
    expect(await refusalOf(attackRelease(tables, counted, failing(known)))).toBe(`${refusal} closures`)
  })
  test('a guard that finds something', async () => {
    const audit: Audit = { pass: false, cells: [], targets: 1, solver: 'highs' }
    const guard: Guard = { protect: testGuard().protect, attack: () => Promise.resolve(audit) }
    const tables = await prepared(counted)
    expect(await refusalOf(attackRelease(tables, counted, guard))).toBe('RELEASE_NOT_PROTECTED closures')
  })
})

describe('abuse cases 14 to 16: nothing but what is shown tells anything', () => {
  const facts = roomFacts('told', 200)
  const textOf = async (counted: CountedPeriod) => {
    const tables = await prepared(counted)
    return JSON.stringify([tables, await attacked(tables, counted)])
  }

  test('abuse case 14: the same content gives the same bytes, in whatever order it came', async () => {
    expect(await textOf(countedOf(facts.toReversed()))).toBe(await textOf(countedOf(facts)))
  })
  test('abuse cases 15 and 16: whether 1, 2 or 3 persons are withheld shows nowhere, nor in any length', async () => {
    const texts = await Promise.all(
      [1, 2, 3].map((few) => textOf(countedOf(bySex(few, 33 - few), { plan: oneWay }))),
    )
    expect(new Set(texts).size).toBe(1)
  })
  test('abuse cases 1 and 16: no number is there that stands in withheld cells alone', async () => {
    const counted = countedOf(facts)
    const tables = await prepared(counted)
    const suppressed = tables.filter(({ k }) => k !== null)
    expect(suppressed.flatMap(({ cells }) => cells)).toContain(null)
    for (const { id, cells } of suppressed) {
      const truth = counted.tables.find((table) => table.id === id)
      for (const [cell, n] of (truth?.cells ?? []).entries())
        expect(cells[cell] === null || cells[cell] === n, `${id} ${cell}`).toBe(true)
      // One mark for all, on the grid of the plan.
      expect(cells.every((shown) => shown === null || Number.isInteger(shown))).toBe(true)
      expect(cells).toHaveLength(truth?.cells.length ?? -1)
    }
  })
})
