import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { openPgliteStore } from '../../src/county/store/pglite-store.ts'
import { readPackage } from '../../src/exchange/read-package.ts'
import { receivedPackage, receivedPackageKind } from '../../src/exchange/received-package.ts'
import { readCard } from '../../src/exchange/unit-card.ts'
import type { WrittenPackage } from '../../src/exchange/write-package.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { CountyFigures } from '../../src/room/county-desk/county-figures.ts'
import { packageDesk } from '../../src/room/county-desk/package-desk.ts'
import { Seat } from '../../src/room/seat.ts'
import { inboxOf } from '../../src/room/which-vault.ts'
import { Place } from '../../src/room/windows/place.ts'
import { codeOf, given, makeUnit, packageOf, type TestReport, type TestUnit } from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { shownCells } from '../support/shown-cells.ts'
import { assessed, clientWhoAgreed, phq9 } from './casework.ts'
import { countyTotals } from './county-totals.ts'
import { carryAway, ruinFigures } from './disk.ts'
import { countyCode, roomCode, setUp, unlock } from './set-up.ts'
import { sessionOn, valuesOf, vaultHere } from './vault-here.ts'
import { emptyStorage, openWindow, remove } from './windows.ts'

beforeEach(emptyStorage)

const table = 'clients-age'
const period = '2026-Q3'
const figures = '/pglite/anxin-county'

const people = (count: number) =>
  Array.from({ length: count }, (_, n) => fact({ person: pseudonym(n), month: '2026-08' }))

const cardOf = async (unit: RoomApi) => given(await unit.myCard())

/** A file that a room writes for this county, which it knows by its card. */
const report = async (room: TestUnit, county: RoomApi, said: TestReport): Promise<WrittenPackage> => {
  const read = given(await readCard((await cardOf(county)).file.bytes))
  return packageOf(room, { ...room, ...read }, { period, ...said })
}

const named = (bytes: Uint8Array, name = '示例.anxin') => ({ name, bytes })

const sumOf = async (county: RoomApi): Promise<number> => {
  const totals = await countyTotals(county, { table, period })
  // Where nothing came there is no number.
  const cells = totals?.rooms.full ? totals.sums : []
  return shownCells({ cells }).reduce((sum, n) => sum + n, 0)
}

const standing = async (county: RoomApi) => {
  const { periods, reported } = await county.countyPicture()
  const { files: refused } = await county.countyQuarantine()
  const totals = await countyTotals(county, { table, period })
  return { periods, reported, refused: refused.length, totals }
}

test('takes in what its rooms report, once, and adds it up; anything else changes nothing', async () => {
  const { room: county } = openWindow()
  await setUp(county, 'county')
  const [one, two, stranger] = await Promise.all(['990101101', '990101102', '990101103'].map(makeUnit))
  if (!one || !two || !stranger) throw new Error('no units')
  for (const unit of [one, two]) given(await county.enrolCard(unit.file))
  const first = await report(one, county, { facts: people(30) })
  const second = await report(two, county, { facts: people(12) })

  const checked = given(await county.checkPackage(named(first.bytes)))
  expect(checked).toMatchObject({ from: { code: '990101101' }, period, seq: 1, known: false })
  expect(await standing(county)).toMatchObject({
    periods: [],
    totals: { sums: [null, null, null, null, null, null], rooms: { absent: 2 } },
  })
  expect(given(await county.importPackage(named(first.bytes)))).toEqual(checked)
  const other = given(await county.importPackage(named(second.bytes)))
  const cellsOf = (shown: typeof checked) =>
    shownCells(shown.tables.find(({ id }) => id === table) ?? { cells: [] })
  const sums = cellsOf(checked).map((n, at) => n + (cellsOf(other)[at] ?? Number.NaN))
  const before = await standing(county)
  expect(before.totals).toMatchObject({ rooms: { full: 2 }, bounds: sums.map(() => 4), sums })
  expect(before).toMatchObject({ periods: [period], refused: 0 })
  expect(before.reported.map(({ unit, periods }) => [unit.code, periods])).toEqual([
    ['990101101', [period]],
    ['990101102', [period]],
  ])

  expect(given(await county.importPackage(named(first.bytes)))).toEqual({ ...checked, known: true })
  const tampered = first.bytes.with(first.bytes.length - 40, (first.bytes.at(-40) ?? 0) ^ 1)
  const foreign = await report(stranger, county, { facts: people(3) })
  const elsewhere = await packageOf(one, await makeUnit('990102'), { period })
  const changed = await report(one, county, { facts: people(31), link: { seq: 2, previous: first.sha256 } })
  const forked = await report(one, county, { period: '2026-09', link: { seq: 1, previous: null } })
  const refusals: [string, Uint8Array][] = [
    ['PACKAGE_DAMAGED', tampered],
    ['PACKAGE_DAMAGED', first.bytes.slice(0, -20)],
    ['UNKNOWN_SENDER', foreign.bytes],
    ['NOT_FOR_THIS_DESK', elsewhere.bytes],
    ['NOT_A_PACKAGE', new TextEncoder().encode('示例')],
    ['ALREADY_REPORTED', changed.bytes],
    ['CHAIN_FORKED', forked.bytes],
  ]
  for (const [code, bytes] of refusals)
    expect(codeOf(await county.importPackage(named(bytes, `${code}.anxin`))), code).toBe(code)
  expect(await standing(county)).toEqual({ ...before, refused: refusals.length })
  const { files: refused } = await county.countyQuarantine()
  expect(refused.map(({ name, code }) => [name, code])).toEqual(
    refusals.map(([code]) => [`${code}.anxin`, code]).reverse(),
  )
})

test('a county does not do a room’s work', async () => {
  const { room: county } = openWindow()
  await setUp(county, 'county')
  expect(codeOf(await county.previewReport(period))).toBe('NOT_THIS_KIND_OF_UNIT')
  expect(codeOf(await county.writeReport(period))).toBe('NOT_THIS_KIND_OF_UNIT')
  await expect(county.reportPeriods()).rejects.toThrow('NOT_THIS_KIND_OF_UNIT')
  const draft = { name: '示例甲', birthDate: null, sex: null, township: null, phone: null }
  expect(codeOf(await county.registerClient(draft))).toBe('NO_KEY')
  expect(codeOf(await county.enrolCard((await makeUnit('000000001')).file))).toBe('DEMO_REFUSED')
  expect(codeOf(await county.enrolCard((await makeUnit(countyCode)).file))).toBe('WRONG_KIND_OF_CARD')
})

test('figures that were lost, changed or ruined are made anew from the files', {
  timeout: 120_000,
}, async () => {
  const first = openWindow()
  await setUp(first.room, 'county')
  const unit = await makeUnit(roomCode)
  given(await first.room.enrolCard(unit.file))
  const file = await report(unit, first.room, { facts: people(30) })
  given(await first.room.importPackage(named(file.bytes)))
  const before = await standing(first.room)
  expect(await sumOf(first.room)).toBeGreaterThan(0)
  await first.close()

  await remove(figures)
  const second = openWindow()
  await unlock(second.room)
  expect(await standing(second.room)).toEqual(before)
  await second.close()

  const store = await openPgliteStore('idb://anxin-county')
  await store.query('update packages set sha256 = $1', ['0'.repeat(64)])
  await store.query('update counts set cells = $1', [[9]])
  await store.close()
  const third = openWindow()
  await unlock(third.room)
  expect(await standing(third.room)).toEqual(before)
  await third.close()

  await ruinFigures(figures)
  const fourth = openWindow()
  await unlock(fourth.room)
  expect(await standing(fourth.room)).toEqual(before)
})

test('a package that was saved but not yet added up is added up', async () => {
  const first = openWindow()
  await setUp(first.room, 'county')
  const unit = await makeUnit(roomCode)
  given(await first.room.enrolCard(unit.file))
  const file = await report(unit, first.room, { facts: people(30) })
  expect(await sumOf(first.room)).toBe(0)
  await first.close()

  // As when the window goes between the two.
  const vault = await vaultHere()
  const session = await sessionOn(vault)
  const verified = given(await readPackage(file.bytes, await packageDesk(session)))
  const by = { receivedAt: '2026-11-02T02:00:00.000Z', receivedBy: vault.staff.id }
  const put = { kind: receivedPackageKind, id: vault.drawId(), expectedRevision: 0 }
  await session.commit([{ ...put, value: receivedPackage(file.bytes, verified, by) }])
  const second = openWindow()
  await unlock(second.room)
  expect(await sumOf(second.room)).toBeGreaterThanOrEqual(28)
  expect(given(await second.room.checkPackage(named(file.bytes))).known).toBe(true)
  await second.close()

  // As when adding up fails: what the vault holds counts, not what was handed over.
  const seat = new Seat()
  const place = new Place('anxin', seat.window, session, () => undefined)
  seat.take({ name: 'anxin', session, inbox: await inboxOf('anxin'), place })
  const kept = new CountyFigures(seat)
  await (await kept.store()).query('delete from packages')
  await (await kept.store()).query('delete from counts')
  const broken = { ...verified.payload, tables: [{ id: table, k: null, cells: [0.5] }] }
  await kept.add([{ verified: { ...verified, payload: broken }, received: '2026-11-02' }])
  const store = await kept.store()
  onTestFinished(() => store.close())
  expect(await store.query('select unit, period from packages')).toEqual([{ unit: roomCode, period }])
  expect(await valuesOf(vault, receivedPackageKind)).toHaveLength(1)
})

test('what a room writes is what its county adds up, to the last cell', { timeout: 120_000 }, async () => {
  const countyWindow = openWindow()
  await setUp(countyWindow.room, 'county')
  const countyCard = await cardOf(countyWindow.room)
  await countyWindow.close()
  const bringCountyBack = await carryAway('anxin')

  const roomWindow = openWindow()
  await setUp(roomWindow.room)
  const roomCard = await cardOf(roomWindow.room)
  given(await roomWindow.room.enrolCard(countyCard.file.bytes))
  for (const answers of [phq9(0, 0), phq9(2, 1), phq9(3, 3)])
    await assessed(roomWindow.room, await clientWhoAgreed(roomWindow.room), answers)
  const [thisMonth = ''] = (await roomWindow.room.reportPeriods())
    .map(({ period }) => period)
    .filter((one) => !one.includes('Q'))
  const { leaving } = given(await roomWindow.room.previewReport(thisMonth))
  const { file } = given(await roomWindow.room.writeReport(thisMonth))
  await roomWindow.close()
  await bringCountyBack()

  const again = openWindow()
  await unlock(again.room)
  expect(codeOf(await again.room.importPackage(file))).toBe('UNKNOWN_SENDER')
  expect(given(await again.room.enrolCard(roomCard.file.bytes)).fingerprint).toBe(roomCard.fingerprint)
  given(await again.room.importPackage(file))
  for (const { id, cells } of leaving) {
    const totals = await countyTotals(again.room, { table: id, period: thisMonth })
    expect(totals, id).toMatchObject({ rooms: { full: 1 }, sums: cells })
  }
})
