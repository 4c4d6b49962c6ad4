import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkTable } from '../../src/exchange/check-table.ts'
import { payloadText } from '../../src/exchange/package-payload.ts'
import type { ReleasedTable } from '../../src/exchange/protection.ts'
import { readPackage } from '../../src/exchange/read-package.ts'
import { axesOf } from '../../src/statistics/axis.ts'
import { tableOf } from '../../src/statistics/release-plan.ts'
import { examplePlan } from '../support/example-plan.ts'
import { codeOf, example, given, makeUnit, signedFile, type TestUnit } from '../support/exchange.ts'
import { shippedPlan } from '../support/release-plan.ts'

const referrals = tableOf(examplePlan, 'referrals') ?? expect.fail('no referrals')
const stages = axesOf(examplePlan, referrals)[0]?.codes.length ?? 0

/** `referrals`, a grid of stages and sexes with totals first, from its inner cells; `hide` by place in the grid. */
const suppressed = (inner: readonly (readonly number[])[], hide: readonly number[], k = 5): ReleasedTable => {
  const rows = inner.map((row) => [sum(row), ...row])
  const totals = (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0)))
  const cells = [totals, ...rows].flat()
  return { id: 'referrals', k, cells: cells.map((count, place) => (hide.includes(place) ? null : count)) }
}
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)
/** Six stages, three sexes; the third and fourth stage have a small and a larger cell withheld, each in two columns. */
const inner = [
  [20, 30, 40],
  [11, 12, 13],
  [2, 14, 15],
  [16, 17, 18],
  [21, 22, 23],
  [24, 25, 26],
]
const hidden = [4 * 3 + 1, 4 * 3 + 2, 4 * 4 + 1, 4 * 4 + 2]
const check = (table: ReleasedTable | undefined) => codeOf(checkTable(examplePlan, referrals, table))

describe('a table of class S', () => {
  it('is taken as the room protected it', () => {
    expect(stages).toBe(7)
    expect(check(suppressed(inner, hidden))).toBe('ACCEPTED')
    expect(check(suppressed(inner, hidden, 11))).toBe('ACCEPTED')
    expect(check({ id: 'referrals', k: 5, cells: Array.from({ length: 28 }, () => null) })).toBe('ACCEPTED')
  })

  it('is refused below the plan’s k, whatever it shows', () => {
    expect(check(suppressed(inner, hidden, 4))).toBe('K_TOO_LOW')
    expect(check({ ...suppressed(inner, hidden), k: null })).toBe('K_TOO_LOW')
  })

  it('is refused for a small cell or a zero that it shows, by the k it says it used', () => {
    expect(check(suppressed(inner, []))).toBe('CELL_TOO_SMALL')
    expect(check(suppressed(inner, hidden, 12))).toBe('CELL_TOO_SMALL')
    expect(check(suppressed([[0, 0, 0], ...inner.slice(1)], hidden))).toBe('CELL_TOO_SMALL')
    const five = inner.map((row) => row.map((count) => (count === 2 ? 5 : count)))
    expect(check(suppressed(five, []))).toBe('ACCEPTED')
    const four = inner.map((row) => row.map((count) => (count === 2 ? 4 : count)))
    expect(check(suppressed(four, []))).toBe('CELL_TOO_SMALL')
  })

  it('is refused for a cell withheld alone, along either side', () => {
    expect(check(suppressed(inner, [4 * 3 + 1]))).toBe('WITHHELD_ALONE')
    expect(check(suppressed(inner, [4 * 3 + 1, 4 * 3 + 2]))).toBe('WITHHELD_ALONE')
    expect(check(suppressed(inner, [4 * 3 + 1, 4 * 4 + 1]))).toBe('WITHHELD_ALONE')
    expect(check(suppressed(inner, [0]))).toBe('CELL_TOO_SMALL')
  })

  it('is refused for any one count that is changed, where its sum is shown', () => {
    const sound = suppressed(inner, hidden)
    fc.assert(
      fc.property(fc.nat(27), fc.integer({ min: 5, max: 400 }), (place, count) => {
        const before = sound.cells[place]
        fc.pre(before !== null && before !== count)
        const code = check({ ...sound, cells: sound.cells.with(place, count) })
        // The totals of lines with withheld cells may rise: nothing contradicts them.
        const open = [0, 4 * 3, 4 * 4, 1, 2].includes(place)
        // A change that leaves just nothing for what its line withholds tells the withheld cells: they are nought.
        const refusals = ['NOT_ADDITIVE', 'WITHHELD_ALONE']
        expect(open ? [...refusals, 'ACCEPTED'] : refusals).toContain(code)
      }),
      { examples: [[22, 53]] },
    )
  })

  it('is refused when its parts are more than the whole', () => {
    const sound = suppressed(inner, hidden)
    expect(check({ ...sound, cells: sound.cells.with(4 * 3, 14) })).toBe('NOT_ADDITIVE')
  })

  it('is refused on another grid or under another name', () => {
    const sound = suppressed(inner, hidden)
    expect(check({ ...sound, cells: sound.cells.slice(1) })).toBe('WRONG_GRID')
    expect(check({ ...sound, id: 'calls' })).toBe('WRONG_GRID')
    expect(check(undefined)).toBe('WRONG_GRID')
  })
})

it('several withheld cells that can only be nought are told by their sum', () => {
  const rows = [[20, 0, 0], [11, 0, 0], ...inner.slice(2).map((row) => row.map((count) => count + 9))]
  const noughts = [4 * 1 + 2, 4 * 1 + 3, 4 * 2 + 2, 4 * 2 + 3]
  expect(check(suppressed(rows, noughts))).toBe('WITHHELD_ALONE')
  // With the totals of their rows, and one that counts in each column, they may be anything again.
  expect(check(suppressed(rows, [...noughts, 4, 8, 4 * 3 + 2, 4 * 3 + 3]))).toBe('ACCEPTED')
})

describe('duties', () => {
  const duties = tableOf(shippedPlan, 'duties') ?? expect.fail('no duties')
  it('are met, or not: each is one or nought', () => {
    const said = (cells: number[]) =>
      codeOf(checkTable(shippedPlan, duties, { id: 'duties', k: null, cells }))
    expect(said([1, 0, 1, 1])).toBe('ACCEPTED')
    for (const impossible of [
      [2, 0, 0, 0],
      [0, 0, 0, 9_999_999],
      [1, 1, 1, 4],
    ])
      expect(said(impossible)).toBe('PAYLOAD_INVALID')
  })
})

describe('in a package', () => {
  let room: TestUnit
  let county: TestUnit
  beforeAll(async () => {
    ;[room, county] = await Promise.all([makeUnit('330102001'), makeUnit('330102')])
  })
  const payloadWith = async (table: ReleasedTable) => {
    const report = { profile: 'medium' as const }
    const { tables } = await example.payloadOf(room, county, report)
    const replaced = tables.map((other) => (other.id === table.id ? table : other))
    return example.payloadOf(room, county, { ...report, tables: replaced })
  }
  const read = async (payload: unknown) =>
    readPackage(await signedFile(JSON.stringify(payload), room, county), example.deskOf(county, [room]))

  it('a withheld cell arrives as withheld, and nothing else says what it was', async () => {
    const payload = await payloadWith(suppressed(inner, hidden))
    const taken = given(await read(payload)).payload
    expect(payloadText(taken)).toBe(payloadText(payload))
    expect(taken.protection).toMatchObject({ cells: 77, withheld: 4 })
    expect(payloadText(taken)).not.toMatch(/[[,]2[\],]/)
  })

  it('withholding is refused in tables that are rounded or plain, and so are counts beside the base', async () => {
    const nothing = (id: string): ReleasedTable => ({ id, k: null, cells: [null] })
    expect(codeOf(await read(await payloadWith(nothing('calls'))))).toBe('NOT_WITHHELD_HERE')
    expect(codeOf(await read(await payloadWith(nothing('groups-held'))))).toBe('NOT_WITHHELD_HERE')
    const suppressedCalls: ReleasedTable = { id: 'calls', k: 5, cells: [9] }
    expect(codeOf(await read(await payloadWith(suppressedCalls)))).toBe('NOT_WITHHELD_HERE')
    expect(codeOf(await read(await payloadWith({ id: 'calls', k: null, cells: [4] })))).toBe('NOT_ROUNDED')
    expect(codeOf(await read(await payloadWith({ id: 'groups-held', k: null, cells: [4] })))).toBe('ACCEPTED')
  })

  it('an account of the attack that does not fit its tables is refused, and so are late entries that were not rounded', async () => {
    const payload = await payloadWith(suppressed(inner, hidden))
    const { protection } = payload
    for (const wrong of [{ cells: 76 }, { withheld: 3 }, { withheld: 0 }, { targets: 3 }])
      expect(codeOf(await read({ ...payload, protection: { ...protection, ...wrong } }))).toBe(
        'PROTECTION_DISAGREES',
      )
    const solvedBy = (solver: string) => read({ ...payload, protection: { ...protection, solver } })
    for (const none of ['none', 'none-needed', 'yalps-0.6.0', 'highs-', 'highs-none', 'highs-1'])
      expect(codeOf(await solvedBy(none))).toBe('NOT_AUDITED')
    const small = await example.payloadOf(room, county)
    const unneeded = (solver: string) => read({ ...small, protection: { ...small.protection, solver } })
    expect(codeOf(await unneeded('none-needed'))).toBe('ACCEPTED')
    for (const none of ['none', 'yalps-0.6.0']) expect(codeOf(await unneeded(none))).toBe('NOT_AUDITED')
    expect(codeOf(await read({ ...payload, late: 4 }))).toBe('NOT_ROUNDED')
    expect(codeOf(await read({ ...payload, late: 5 }))).toBe('ACCEPTED')
  })

  it('late entries are told of with months or with quarters, never with both', async () => {
    const quarter = await example.payloadOf(room, county, { profile: 'large', period: '2026-Q3' })
    expect(codeOf(await read(quarter))).toBe('ACCEPTED')
    const told = await read({ ...quarter, late: 5 })
    expect(told).toMatchObject({ ok: false, refusal: { code: 'PAYLOAD_INVALID', at: 'late' } })
  })
})
