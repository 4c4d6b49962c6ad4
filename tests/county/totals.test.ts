import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { completeness } from '../../src/county/board/completeness.ts'
import { type Totals, totals } from '../../src/county/figures/totals.ts'
import { rebuild } from '../../src/county/packages/rebuild.ts'
import { openPgliteStore } from '../../src/county/store/pglite-store.ts'
import type { Store } from '../../src/county/store/store.ts'
import { unitOfCard } from '../../src/county/units/unit-of-card.ts'
import { putUnit } from '../../src/county/units/units.ts'
import type { Fact } from '../../src/statistics/fact.ts'
import { tableOf } from '../../src/statistics/release-plan.ts'
import { countTable } from '../../src/statistics/tabulate.ts'
import { contentHash, receive } from '../support/county.ts'
import { examplePlan } from '../support/example-plan.ts'
import { example, makeUnit, exampleReference as planReference, type TestUnit } from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { shownCells } from '../support/shown-cells.ts'

const { deskOf, packageOf, payloadOf } = example

const county = await makeUnit('330102')
const [one, two, large, silent] = (await Promise.all(
  ['330102001', '330102002', '330102003', '330102004'].map(makeUnit),
)) as [TestUnit, TestUnit, TestUnit, TestUnit]
const desk = deskOf(county, [one, two, large, silent])

let store: Store
let files: Uint8Array[]

/** What a room of so many people would count in November 2026. */
const work = (first: number, people: number): Fact[] =>
  Array.from({ length: people }, (_, n) => {
    const person = pseudonym(first + n)
    const sex = n % 3 === 0 ? 'male' : 'female'
    const ageBand = n % 2 === 0 ? '18to39' : '60plus'
    return [
      fact({ person, sex, ageBand }),
      fact({
        kind: 'assessment',
        person,
        sex,
        ageBand,
        category: n % 4 === 0 ? 'gad-7' : 'phq-9',
        detail: n % 5 === 0 ? 'moderate' : 'mild',
      }),
      fact({ kind: 'call', person: null, category: n % 7 === 0 ? 'suicideRisk' : 'general' }),
    ]
  }).flat()
const worked = { one: work(0, 50), two: work(1_000, 37), large: work(2_000, 400) }

beforeAll(async () => {
  store = await openPgliteStore('memory://')
  for (const { card } of [one, two, large, silent]) await putUnit(store, '330102', unitOfCard(card))
  const first = await packageOf(one, county, { facts: worked.one })
  files = [
    first.bytes,
    (await packageOf(two, county, { facts: worked.two })).bytes,
    (await packageOf(large, county, { facts: worked.large, profile: 'large' })).bytes,
    (await packageOf(one, county, { period: '2026-10', link: { seq: 2, previous: first.sha256 } })).bytes,
  ]
  for (const bytes of files) expect((await receive(store, bytes, desk)).decision).toBe('new')
}, 60_000)
afterAll(() => store.close())

const totalsOf = async (table: string, period = '2026-11'): Promise<Totals> => {
  const asked = { county: '330102', planSha256: planReference.sha256, table, period }
  return (await totals(store, examplePlan, asked)) ?? expect.fail(`no table ${table}`)
}
const roundedCells = async (unit: TestUnit, facts: Fact[], table: string, profile: 'small' | 'large') => {
  const { tables } = await payloadOf(unit, county, { facts, profile })
  return shownCells(tables.find(({ id }) => id === table) ?? { cells: [] })
}
const trueCells = (table: string): number[] => {
  const planned = tableOf(examplePlan, table) ?? expect.fail(table)
  const counted = Object.values(worked).map(
    (facts) => countTable(facts, examplePlan, planned, '2026-11').cells,
  )
  return added(counted)
}
const added = (tables: number[][]): number[] =>
  (tables[0] ?? []).map((_, cell) => tables.reduce((sum, cells) => sum + (cells[cell] ?? 0), 0))

describe('totals', () => {
  it('are the sums of the rooms’ rounded cells, to the unit', async () => {
    const { cells, units, errorBound } = await totalsOf('clients-sex-age')
    expect({ units, errorBound }).toEqual({ units: 3, errorBound: 6 })
    const rooms = await Promise.all([
      roundedCells(one, worked.one, 'clients-sex-age', 'small'),
      roundedCells(two, worked.two, 'clients-sex-age', 'small'),
      roundedCells(large, worked.large, 'clients-sex-age', 'large'),
    ])
    expect(cells).toEqual(added(rooms))
    expect(cells.some((count) => count > 0)).toBe(true)
  })

  it('fold the finer tables of large rooms in', async () => {
    const calls = await totalsOf('calls')
    const [small, other, types] = await Promise.all([
      roundedCells(one, worked.one, 'calls', 'small'),
      roundedCells(two, worked.two, 'calls', 'small'),
      roundedCells(large, worked.large, 'calls-type', 'large'),
    ])
    const sum = [...small, ...other, ...types].reduce((total, count) => total + count, 0)
    expect(calls).toEqual({ cells: [sum], withheld: [0], units: 3, errorBound: 2 * 2 + 3 * 4 })
    expect((await totalsOf('assessments-instrument')).units).toBe(3)
  })

  it('stay within their error bound of the truth', async () => {
    for (const table of ['clients-sex-age', 'assessments-instrument', 'calls']) {
      const { cells, errorBound } = await totalsOf(table)
      for (const [cell, truth] of trueCells(table).entries()) {
        expect(Math.abs((cells[cell] ?? Number.NaN) - truth), `${table} ${cell}`).toBeLessThanOrEqual(
          errorBound,
        )
      }
    }
  })

  it('keep to their table, period, plan and county', async () => {
    expect(await totalsOf('calls-type')).toMatchObject({ units: 1, errorBound: 4 })
    expect(await totalsOf('calls', '2026-10')).toEqual({ cells: [0], withheld: [0], units: 1, errorBound: 2 })
    expect(await totalsOf('clients-tier', '2026-Q4')).toEqual({
      cells: [0, 0, 0],
      withheld: [0, 0, 0],
      units: 0,
      errorBound: 0,
    })
    const asked = { county: '330102', planSha256: planReference.sha256, table: 'calls', period: '2026-11' }
    const none = { cells: [0], withheld: [0], units: 0, errorBound: 0 }
    expect(await totals(store, examplePlan, { ...asked, planSha256: '0'.repeat(64) })).toEqual(none)
    expect(await totals(store, examplePlan, { ...asked, county: '330103' })).toEqual(none)
    expect(await totals(store, examplePlan, { ...asked, table: 'visits' })).toBeNull()
  })
})

describe('completeness', () => {
  it('names every unit with what came', async () => {
    const named = (unit: TestUnit) => ({ unit: unit.card.unit, name: unit.card.name })
    expect(await completeness(store, '330102')).toEqual([
      { ...named(one), periods: ['2026-10', '2026-11'] },
      { ...named(two), periods: ['2026-11'] },
      { ...named(large), periods: ['2026-11'] },
      { ...named(silent), periods: [] },
    ])
    expect(await completeness(store, '330103')).toEqual([])
  })

  it('takes a unit’s new name', async () => {
    const { created } = silent.card
    await putUnit(store, '330102', unitOfCard({ unit: '330102004', name: '示例新名', created }))
    expect((await completeness(store, '330102')).at(-1)).toMatchObject({ name: '示例新名' })
    await putUnit(store, '330102', unitOfCard(silent.card))
  })

  it('enters a unit that two pages enter at once', async () => {
    const twice = [1, 2].map(() =>
      store.transaction((queries) => putUnit(queries, '330102', unitOfCard(silent.card))),
    )
    await expect(Promise.all(twice)).resolves.toHaveLength(2)
  })
})

describe('rebuilding', () => {
  const kept = (bytes: Uint8Array) => ({ bytes, day: desk.today })
  const units = [one, two, large, silent].map(({ card }) => unitOfCard(card))

  it('gives the same store from the files, in whatever order', async () => {
    const before = await contentHash(store)
    await store.query("update counts set cells = '{0}'")
    expect(await rebuild(store, units, files.toReversed().map(kept), desk)).toEqual({ taken: 4, refused: [] })
    expect(await contentHash(store)).toBe(before)
  })

  it('names the files it could not take and takes the others', async () => {
    const other = await packageOf(two, county, { facts: worked.one })
    const broken = [new Uint8Array([1, 2, 3]), ...files, other.bytes]
    expect(await rebuild(store, units, broken.map(kept), desk)).toEqual({
      taken: 4,
      refused: [
        { file: 0, code: 'NOT_A_PACKAGE' },
        { file: 5, code: 'CHAIN_FORKED' },
      ],
    })
  })

  it('leaves the store as it was when it cannot finish', async () => {
    const before = await contentHash(store)
    const failing: Store = {
      ...store,
      transaction: (work) =>
        store.transaction(({ query }) =>
          work({
            query: (statement, parameters) =>
              statement.includes('into counts')
                ? Promise.reject(new Error('disk gone'))
                : query(statement, parameters),
          }),
        ),
    }
    await expect(rebuild(failing, units, files.map(kept), desk)).rejects.toThrow('disk gone')
    expect(await contentHash(store)).toBe(before)
  })
})
