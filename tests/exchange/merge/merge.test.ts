import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { signCompact } from '../../../src/exchange/compact-jws.ts'
import { mergeMerges, type VerifiedMerge } from '../../../src/exchange/merge/merge-merges.ts'
import { type MergeOf, mergePackages } from '../../../src/exchange/merge/merge-packages.ts'
import { readMerge, writeMerge } from '../../../src/exchange/merge/merged-file.ts'
import { bandOf, type MergedPayload, mergedType } from '../../../src/exchange/merge/merged-payload.ts'
import { reportOf } from '../../../src/exchange/merge/room-report.ts'
import type { PackagePayload } from '../../../src/exchange/package-payload.ts'
import { protectionOf, type ReleasedTable } from '../../../src/exchange/protection.ts'
import { sealFile } from '../../../src/exchange/sealed-file.ts'
import { gridSize } from '../../../src/statistics/axis.ts'
import { publishedTables } from '../../../src/statistics/published-tables.ts'
import { examplePlan } from '../../support/example-plan.ts'
import { codeOf, example, exampleReference, given, makeUnit, type TestUnit } from '../../support/exchange.ts'

let county: TestUnit
let neighbour: TestUnit
let city: TestUnit
let template: PackagePayload
beforeAll(async () => {
  ;[county, neighbour, city] = await Promise.all([makeUnit('330102'), makeUnit('330103'), makeUnit('330100')])
  template = await example.payloadOf(await makeUnit('330102001'), county)
})

const of = (unit: TestUnit, more: Partial<MergeOf> = {}): MergeOf => ({
  plan: examplePlan,
  reference: exampleReference,
  from: unit.card.unit,
  to: { unit: '330100', kid: city.kid },
  period: '2026-11',
  created: '2026-12-03',
  ...more,
})

/** A package of a room, its cells drawn from a seed; a medium room also withholds. */
const packageOf = (unit: string, seed: number, profile: PackagePayload['profile'] = 'medium') => {
  const tables = publishedTables(examplePlan, profile, 'month').map((table, at): ReleasedTable => {
    const size = gridSize(examplePlan, table)
    const drawn = (cell: number) => (seed * 7 + at * 31 + cell * 13) % 23
    const cell = (place: number): number | null => {
      if (table.class === 'P') return drawn(place)
      if (table.class === 'A') return drawn(place) * table.base
      return drawn(place) % 3 === 0 ? null : drawn(place) + 5
    }
    const k = table.class === 'S' ? table.k : null
    return { id: table.id, k, cells: Array.from({ length: size }, (_, place) => cell(place)) }
  })
  const payload: PackagePayload = {
    ...template,
    from: { unit },
    profile,
    late: (seed % 3) * 5,
    tables,
    protection: protectionOf(tables, template.protection),
  }
  return reportOf({ payload, sha256: seed.toString(16).padStart(64, '0') })
}
const rooms = (prefix: string, count: number, first = 1) =>
  Array.from({ length: count }, (_, n) =>
    packageOf(`${prefix}${String(n + 1).padStart(3, '0')}`, first + n, n % 3 === 0 ? 'large' : 'medium'),
  )

describe('a county’s merge', () => {
  it('is the exact sum of classes A and P, table by table, and names every package', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 12 }), fc.nat(1_000), (count, seed) => {
        const packages = rooms('330102', count, seed + 1)
        const merged = given(mergePackages(packages, of(county)))
        expect(merged.children.map(({ unit, sha256 }) => [unit, sha256])).toEqual(
          packages.map(({ unit, sha256 }) => [unit, sha256]),
        )
        for (const { id, class: tableClass } of examplePlan.tables) {
          const reported = packages.flatMap(({ tables }) => tables.filter((table) => table.id === id))
          const table = merged.tables.find((one) => one.id === id)
          expect(table?.rooms ?? 0).toBe(reported.length < 3 ? 0 : reported.length)
          expect(merged.held.includes(id)).toBe([1, 2].includes(reported.length))
          for (const [cell, sum] of table?.cells.entries() ?? []) {
            const counts = reported.map((one) => one.cells[cell] ?? null)
            const isTold = tableClass !== 'S' || sum !== null
            if (isTold) expect(sum).toBe(counts.reduce<number>((all, n) => all + (n ?? 0), 0))
            const hidden = isTold ? counts.filter((n) => n === null).length : reported.length
            expect(table?.withheld?.[cell] ?? 0).toBe(hidden >= 5 ? 5 : hidden >= 1 ? 1 : 0)
          }
        }
        expect(merged.late).toBe(packages.reduce((sum, { late }) => sum + late, 0))
      }),
      { numRuns: 40 },
    )
  })

  it('tells of what rooms withhold the grand total alone, and puts how many withhold it into bands', () => {
    expect([0, 1, 2, 4, 5, 6, 400].map(bandOf)).toEqual([0, 1, 1, 1, 5, 5, 5])
    const six = Array.from({ length: 6 }, (_, n) => ({
      ...packageOf(`33010200${n + 1}`, n),
      sha256: `${n}`.repeat(64),
    }))
    const { cells = [], withheld = [] } =
      given(mergePackages(six, of(county))).tables.find(({ id }) => id === 'referrals') ?? {}
    const totals = six.flatMap(({ tables }) => tables.find(({ id }) => id === 'referrals')?.cells[0] ?? [])
    expect(totals.length).toBeGreaterThan(2)
    expect(totals.length).toBeLessThan(6)
    expect(cells[0]).toBe(totals.reduce((sum, n) => sum + n, 0))
    expect(new Set(cells.slice(1))).toEqual(new Set([null]))
    expect(withheld).toEqual([1, ...cells.slice(1).map(() => 5)])
  })

  it('holds a table back that the county leaves out, and says so', () => {
    const packages = rooms('330102', 9)
    const whole = given(mergePackages(packages, of(county)))
    const without = given(mergePackages(packages, of(county), ['calls']))
    expect(whole.held).toEqual([])
    expect(without.held).toEqual(['calls'])
    expect(without.tables).toEqual(whole.tables.filter(({ id }) => id !== 'calls'))
    const all = whole.tables.map(({ id }) => id)
    expect(codeOf(mergePackages(packages, of(county), all))).toBe('MERGE_TOO_FEW_ROOMS')
    expect(codeOf(mergePackages(rooms('330102', 2), of(county)))).toBe('MERGE_TOO_FEW_ROOMS')
  })

  it('counts the same package once and refuses two of one room', () => {
    const packages = rooms('330102', 6)
    const [first] = packages
    if (!first) expect.fail('no package')
    const once = given(mergePackages(packages, of(county)))
    expect(given(mergePackages([...packages, first, ...packages], of(county)))).toEqual(once)
    const other = { ...first, sha256: 'f'.repeat(64) }
    expect(codeOf(mergePackages([...packages, other], of(county)))).toBe('MERGE_ROOM_TWICE')
  })

  it('is refused for rooms of another county, another period, another plan, and for none', () => {
    const [first] = rooms('330102', 1)
    if (!first) expect.fail('no package')
    expect(codeOf(mergePackages([], of(county)))).toBe('NOTHING_TO_REPORT')
    expect(codeOf(mergePackages(rooms('330103', 1), of(county)))).toBe('NOT_OUR_COUNTY')
    expect(codeOf(mergePackages([first], of(county, { period: '2026-10' })))).toBe('WRONG_PERIOD')
    const plan = { ...exampleReference, sha256: '0'.repeat(64) }
    expect(codeOf(mergePackages([first], of(county, { reference: plan })))).toBe('UNKNOWN_PLAN')
  })
})

const merge = (unit: TestUnit, prefix: string, first: number, sha256: string): VerifiedMerge => ({
  payload: given(mergePackages(rooms(prefix, 9, first), of(unit))),
  sha256: sha256.repeat(64),
})

describe('the next level’s merge', () => {
  it('is what all the rooms would give at once', () => {
    const parts = [merge(county, '330102', 1, 'a'), merge(neighbour, '330103', 50, 'b')]
    const top = { from: '330100', to: { unit: '330000', kid: city.kid } }
    const whole = given(mergeMerges(parts, of(city, top)))
    const all = [...rooms('330102', 9, 1), ...rooms('330103', 9, 50)]
    const atOnce = given(mergePackages(all, of(city, top)))
    const sums = ({ tables }: MergedPayload) => tables.map(({ id, rooms, cells }) => ({ id, rooms, cells }))
    expect(sums(whole)).toEqual(sums(atOnce))
    expect(whole.children).toEqual(atOnce.children)
    for (const [at, table] of whole.tables.entries())
      for (const [cell, least] of table.withheld?.entries() ?? [])
        expect(least).toBeLessThanOrEqual(atOnce.tables[at]?.withheld?.[cell] ?? Number.NaN)
    expect(given(mergeMerges([...parts, ...parts], of(city, top)))).toEqual(whole)
  })

  it('refuses its own merge, and a room that is in two', () => {
    const first = merge(county, '330102', 1, 'a')
    const own: VerifiedMerge = {
      payload: given(mergePackages(rooms('330102', 3), of(city))),
      sha256: 'c'.repeat(64),
    }
    expect(codeOf(mergeMerges([first, own], of(city)))).toBe('MERGE_OF_ITS_OWN')
    const again = merge(county, '330102', 1, 'd')
    expect(codeOf(mergeMerges([first, again], of(city)))).toBe('MERGE_ROOM_TWICE')
    expect(codeOf(mergeMerges([first], of(neighbour)))).toBe('NOT_OUR_COUNTY')
    expect(codeOf(mergeMerges([], of(city)))).toBe('NOTHING_TO_REPORT')
  })
})

it('counts beyond all measure are refused, not thrown', () => {
  const [first, second] = [merge(county, '330102', 1, 'a'), merge(neighbour, '330103', 50, 'b')]
  const beyond = (part: VerifiedMerge): VerifiedMerge => ({
    ...part,
    payload: {
      ...part.payload,
      tables: part.payload.tables.map((table) => ({
        ...table,
        cells: table.cells.map(() => 999_999_999_999),
      })),
    },
  })
  expect(codeOf(mergeMerges([beyond(first), beyond(second)], of(city)))).toBe('PAYLOAD_INVALID')
})

describe('a merged package', () => {
  const desk = () => ({
    identity: city.keys.identity,
    senders: new Map([county, city].map(({ kid, card }) => [kid, card])),
    addressee: { unit: '330100', key: city.kid },
    plans: new Map([[exampleReference.sha256, examplePlan]]),
    today: '2026-12-04',
  })
  const written = async (change: (payload: MergedPayload) => unknown = (payload) => payload, by = county) => {
    const payload = change(given(mergePackages(rooms('330102', 9), of(county))))
    const jws = await signCompact(JSON.stringify(payload), mergedType, by.keys.signing)
    return readMerge(await sealFile(jws, [city.card.encryption]), desk())
  }

  it('comes out at the next level as it went in', async () => {
    const payload = given(mergePackages(rooms('330102', 9), of(county)))
    const { name, bytes, sha256 } = await writeMerge(payload, county.keys, city.card)
    expect(name).toBe('330102-2026-11.anxin-merged')
    expect(given(await readMerge(bytes, desk()))).toEqual({ payload, sha256 })
    expect((await readMerge(bytes, { ...desk(), identity: county.keys.identity })).ok).toBe(true)
    expect(codeOf(await readMerge(bytes, { ...desk(), identity: neighbour.keys.identity }))).toBe(
      'NOT_FOR_THIS_DESK',
    )
  })

  it('is refused once the key it is signed with was revoked or replaced', async () => {
    const payload = given(mergePackages(rooms('330102', 9), of(county)))
    const { bytes } = await writeMerge(payload, county.keys, city.card)
    const under = (standing: object) =>
      readMerge(bytes, { ...desk(), senders: new Map([[county.kid, { ...county.card, ...standing }]]) })
    expect(codeOf(await under({ revoked: '2026-12-05' }))).toBe('ACCEPTED')
    expect(codeOf(await under({ revoked: '2026-12-04' }))).toBe('KEY_REVOKED')
    expect(codeOf(await under({ lastDay: '2026-12-03', lastArrival: '2027-01-03' }))).toBe('ACCEPTED')
    expect(codeOf(await under({ lastDay: '2026-12-02', lastArrival: '2027-01-02' }))).toBe('KEY_EXPIRED')
    expect(codeOf(await under({ lastDay: '2026-11-01', lastArrival: '2026-12-02' }))).toBe('KEY_EXPIRED')
  })

  it('is refused for its sender, its address, its period and its rooms', async () => {
    expect(codeOf(await written(undefined, neighbour))).toBe('UNKNOWN_SENDER')
    expect(codeOf(await written(undefined, city))).toBe('WRONG_UNIT')
    const of = (more: object) => written((payload) => ({ ...payload, ...more }))
    expect(codeOf(await of({ to: { unit: '330200', key: city.kid } }))).toBe('NOT_FOR_THIS_DESK')
    expect(codeOf(await of({ demo: true }))).toBe('DEMO_REFUSED')
    expect(codeOf(await of({ period: '2026-13' }))).toBe('STATEMENT_INVALID')
    expect(codeOf(await of({ created: '2026-10-01' }))).toBe('WRONG_PERIOD')
    expect(codeOf(await of({ plan: { ...exampleReference, version: 9 } }))).toBe('UNKNOWN_PLAN')
    expect(codeOf(await of({ late: 3 }))).toBe('STATEMENT_INVALID')
    expect(codeOf(await of({ note: 'x' }))).toBe('STATEMENT_INVALID')
    const children = (change: (all: MergedPayload['children']) => unknown[]) =>
      written((payload) => ({ ...payload, children: change(payload.children) }))
    expect(codeOf(await children(([first, ...rest]) => [first, first, ...rest]))).toBe('MERGE_ROOM_TWICE')
    expect(codeOf(await children(([first, ...rest]) => [{ ...first, unit: '330103001' }, ...rest]))).toBe(
      'NOT_OUR_COUNTY',
    )
    expect(codeOf(await children(([first, ...rest]) => [{ ...first, period: '2026-10' }, ...rest]))).toBe(
      'WRONG_PERIOD',
    )
    expect(codeOf(await children(() => []))).toBe('STATEMENT_INVALID')
  })

  it('is refused for tables that break the rules of their class', async () => {
    const table = (id: string, more: (table: MergedPayload['tables'][number]) => object) =>
      written((payload) => ({
        ...payload,
        tables: payload.tables.map((one) => (one.id === id ? { ...one, ...more(one) } : one)),
      }))
    expect(codeOf(await table('calls', () => ({ cells: [4] })))).toBe('NOT_ROUNDED')
    expect(codeOf(await table('calls', () => ({ cells: [3, 3] })))).toBe('WRONG_GRID')
    expect(codeOf(await table('calls', () => ({ id: 'visits' })))).toBe('WRONG_GRID')
    expect(codeOf(await table('calls', () => ({ rooms: 10 })))).toBe('WRONG_GRID')
    expect(codeOf(await table('calls', () => ({ withheld: [1] })))).toBe('NOT_WITHHELD_HERE')
    expect(codeOf(await table('referrals', () => ({ withheld: null })))).toBe('NOT_WITHHELD_HERE')
    expect(codeOf(await table('referrals', () => ({ rooms: 1 })))).toBe('NOT_WITHHELD_HERE')
    const out = written(({ tables, ...payload }) => ({ ...payload, tables: tables.toReversed() }))
    expect(codeOf(await out)).toBe('WRONG_GRID')
    const twice = written(({ tables, ...payload }) => ({ ...payload, tables: [tables[0], ...tables] }))
    expect(codeOf(await twice)).toBe('WRONG_GRID')
  })
})
