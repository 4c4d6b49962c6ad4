import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { totals } from '../../../src/county/figures/totals.ts'
import { importPackage, previewImport } from '../../../src/county/packages/import-package.ts'
import { rebuild } from '../../../src/county/packages/rebuild.ts'
import { openPgliteStore } from '../../../src/county/store/pglite-store.ts'
import type { Store } from '../../../src/county/store/store.ts'
import { reportedPeriods, roomReports } from '../../../src/county/upward/room-reports.ts'
import { importMerge, previewMerge, takeInMerge } from '../../../src/county/upward/take-in-merge.ts'
import type { VerifiedMerge } from '../../../src/exchange/merge/merge-merges.ts'
import { mergePackages } from '../../../src/exchange/merge/merge-packages.ts'
import { reportOf } from '../../../src/exchange/merge/room-report.ts'
import type { VerifiedPackage } from '../../../src/exchange/read-package.ts'
import { sha256Hex } from '../../../src/exchange/sha256.ts'
import { examplePlan } from '../../support/example-plan.ts'
import { example, exampleReference, given, makeUnit, type TestUnit } from '../../support/exchange.ts'
import { fact, pseudonym } from '../../support/facts.ts'
import { unchanged } from '../../support/unchanged.ts'

const city = '330100'
const period = '2026-11'
const today = '2026-12-03'
const table = 'clients-sex-age'

let store: Store
let cityDesk: TestUnit
let template: VerifiedPackage

beforeAll(async () => {
  store = await openPgliteStore('memory://')
  cityDesk = await makeUnit(city)
  const facts = Array.from({ length: 40 }, (_, n) => fact({ month: period, person: pseudonym(n) }))
  const payload = await example.payloadOf(await makeUnit('330100001'), cityDesk, { facts })
  template = { payload, sha256: 'a'.repeat(64), chain: 'a'.repeat(43) }
}, 60_000)

const tables = ['merged_counts', 'merge_children', 'merges', 'counts', 'packages', 'units']
beforeEach(async () => {
  for (const name of tables) await store.query(`delete from ${name}`)
})
afterAll(() => store.close())

const contentHash = async (): Promise<string> => {
  const rows = await Promise.all(
    tables.map((name) =>
      store.query<{ line: string }>(`select t::text as line from ${name} t order by line`),
    ),
  )
  return sha256Hex(JSON.stringify(rows))
}

/** The same report as of another room, for the city's desk. */
const packageOf = (unit: string): VerifiedPackage => ({
  ...template,
  payload: { ...template.payload, from: { unit } },
  sha256: unit.padEnd(64, '0'),
})
const roomsOf = (county: string, count: number) =>
  Array.from({ length: count }, (_, n) => packageOf(`${county}${String(n + 1).padStart(3, '0')}`))

const mergeOf = (county: string, count = 4, more: { period?: string } = {}): VerifiedMerge => {
  const reports = roomsOf(county, count).map(reportOf)
  const of = {
    plan: examplePlan,
    reference: exampleReference,
    from: county,
    to: { unit: city, kid: cityDesk.kid },
    period,
    created: today,
  }
  const payload = { ...given(mergePackages(reports, of)), ...more }
  return { payload, sha256: `${county}${count}${payload.period}`.replaceAll(/\D/g, '').padEnd(64, '1') }
}

const asked = { county: city, planSha256: exampleReference.sha256, table, period }
const cellsOf = ({ payload }: VerifiedPackage) => payload.tables.find(({ id }) => id === table)?.cells ?? []

describe('a merged package at the next level', () => {
  it('is taken in once, and adds up over counties', async () => {
    const [first, second] = [mergeOf('330102', 4), mergeOf('330103', 6)]
    expect(await previewMerge(store, first)).toEqual({ decision: 'new' })
    expect(await importMerge(store, first, today)).toEqual({ decision: 'new' })
    expect(await unchanged(contentHash, () => importMerge(store, first, today))).toEqual({
      decision: 'known',
    })
    expect(await importMerge(store, second, today)).toEqual({ decision: 'new' })
    const ten = cellsOf(template).map((count) => 10 * (count ?? Number.NaN))
    const sum = { cells: ten, withheld: ten.map(() => 0), units: 10, errorBound: 20 }
    expect(await totals(store, examplePlan, asked)).toEqual(sum)
    expect(sum.cells.some((count) => count > 0)).toBe(true)
    expect(await totals(store, examplePlan, { ...asked, table: 'visits' })).toBeNull()
    expect(await totals(store, examplePlan, { ...asked, period: '2026-10' })).toMatchObject({
      units: 0,
    })
    const kept = await store.query('select county, unit, period, created, received from merges order by unit')
    const line = { county: city, period, created: today, received: today }
    expect(kept).toEqual([
      { ...line, unit: '330102' },
      { ...line, unit: '330103' },
    ])
  })

  it('is refused when its county has passed the period on before, and when a room is in another merge', async () => {
    await importMerge(store, mergeOf('330102', 4), today)
    const refused = (code: string, at: string) => ({ decision: 'refused', code, at })
    const again = mergeOf('330102', 5)
    expect(await unchanged(contentHash, () => importMerge(store, again, today))).toEqual(
      refused('ALREADY_REPORTED', '330102'),
    )
    const same = mergeOf('330102', 4)
    const other = { ...same, payload: { ...same.payload, from: { unit: '330103' } }, sha256: 'b'.repeat(64) }
    expect(await unchanged(contentHash, () => importMerge(store, other, today))).toEqual(
      refused('MERGE_ROOM_TWICE', '330102001'),
    )
    expect(await importMerge(store, mergeOf('330102', 4, { period: '2026-10' }), today)).toEqual({
      decision: 'new',
    })
  })

  it('counts no room twice that reports to the next level itself, whichever came first', async () => {
    const merge = mergeOf('330102', 4)
    const direct = packageOf('330102003')
    expect(await importPackage(store, direct, today)).toMatchObject({ decision: 'new' })
    expect(await unchanged(contentHash, () => importMerge(store, merge, today))).toMatchObject({
      code: 'MERGE_ROOM_TWICE',
      at: '330102003',
    })
    const neighbour = mergeOf('330103', 4)
    expect(await importMerge(store, neighbour, today)).toEqual({ decision: 'new' })
    const late = packageOf('330103001')
    expect(await previewImport(store, late)).toMatchObject({ decision: 'refused', code: 'MERGE_ROOM_TWICE' })
    expect(await unchanged(contentHash, () => importPackage(store, late, today))).toMatchObject({
      code: 'MERGE_ROOM_TWICE',
    })
  })

  it('fails at any statement: all of it or nothing, and the next try completes', async () => {
    const merge = mergeOf('330102', 4)
    const before = await contentHash()
    const failingAt = (failing: number) =>
      store.transaction(({ query }) => {
        let calls = 0
        return takeInMerge(
          {
            async query(statement, parameters) {
              calls += 1
              if (calls === failing) throw new Error('disk gone')
              return query(statement, parameters)
            },
          },
          merge,
          today,
        )
      })
    // Two questions, the merge, its rooms, its tables.
    const statements = 4 + merge.payload.tables.length
    for (let failing = 1; failing <= statements; failing++) {
      await expect(failingAt(failing), `${failing}`).rejects.toThrow('disk gone')
      expect(await contentHash()).toBe(before)
    }
    expect(await failingAt(statements + 1)).toEqual({ decision: 'new' })
    expect(await totals(store, examplePlan, asked)).toMatchObject({ units: 4 })
  })

  it('comes back with everything else when the store is made anew', async () => {
    const merges = [mergeOf('330102', 4), mergeOf('330103', 6)]
    for (const merge of merges) await importMerge(store, merge, today)
    const before = await contentHash()
    await store.query('update merged_counts set rooms = 1')
    await store.query('delete from merge_children')
    expect(await contentHash()).not.toBe(before)
    const kept = merges.map((merge) => ({ merge, day: today }))
    await rebuild(store, [], [], example.deskOf(cityDesk, []), kept)
    expect(await contentHash()).toBe(before)
  })
})

describe('what a desk has of its rooms', () => {
  it('is what it adds up for the next level', async () => {
    for (const one of roomsOf('330102', 3)) await importPackage(store, one, today)
    const of = { county: city, period, plan: exampleReference.sha256 }
    const inOrder = (tables: readonly { id: string }[]) => tables.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const reports = await roomReports(store, of)
    const expected = roomsOf('330102', 3).map(reportOf)
    expect(reports.map((one) => ({ ...one, tables: inOrder(one.tables) }))).toEqual(
      expected.map((one) => ({ ...one, tables: inOrder(one.tables) })),
    )
    expect(await roomReports(store, { ...of, period: '2026-10' })).toEqual([])
  })

  it('is listed by period, with who came through whose merge', async () => {
    for (const one of roomsOf('330101', 2)) await importPackage(store, one, today)
    await importMerge(store, mergeOf('330103', 3), today)
    await importMerge(store, mergeOf('330102', 3, { period: '2026-12' }), today)
    expect(await reportedPeriods(store, city)).toEqual([
      {
        period: '2026-12',
        rooms: [],
        throughMerges: ['330102001', '330102002', '330102003'],
        counties: ['330102'],
      },
      {
        period,
        rooms: ['330101001', '330101002'],
        throughMerges: ['330103001', '330103002', '330103003'],
        counties: ['330103'],
      },
    ])
  })
})
