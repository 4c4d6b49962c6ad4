import { beforeEach, expect, test } from 'vitest'
import { readCard } from '../../src/exchange/unit-card.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given, makeUnit, packageOf, type TestUnit } from '../support/exchange.ts'
import { fact, pseudonym } from '../support/facts.ts'
import { countyTotals } from './county-totals.ts'
import { carryAway } from './disk.ts'
import { countyCode, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindow, remove } from './windows.ts'

beforeEach(emptyStorage)

const period = '2026-Q3'
const cityCode = '990100'
const asked = { period, leaveOut: [] }
const named = (bytes: Uint8Array, name = '示例.anxin') => ({ name, bytes })
const cardOf = async (unit: RoomApi) => given(await unit.myCard())

/** Rooms that sent this county their quarter. */
const reportingRooms = async (county: RoomApi, count: number, first = 0): Promise<TestUnit[]> => {
  const { card, kid } = given(await readCard((await cardOf(county)).file.bytes))
  const units = await Promise.all(
    Array.from({ length: count }, (_, n) => makeUnit(`${card.unit}${101 + first + n}`)),
  )
  for (const [n, unit] of units.entries()) {
    given(await county.enrolCard(unit.file))
    const facts = Array.from({ length: 20 + n }, (_, at) => fact({ person: pseudonym(at), month: '2026-08' }))
    const { bytes } = await packageOf(unit, { ...unit, card, kid }, { period, facts })
    given(await county.importPackage(named(bytes)))
  }
  return units
}

test('a period is passed on once: what comes later is told as late and is not in it', {
  timeout: 120_000,
}, async () => {
  const { room: county, close } = openWindow()
  await setUp(county, 'county')
  const units = await reportingRooms(county, 2)
  expect(await county.upwardOverview()).toMatchObject({
    next: null,
    periods: [{ period, rooms: 2, missing: [], passedOn: null }],
  })
  expect(codeOf(await county.previewUpward(asked))).toBe('MERGE_TOO_FEW_ROOMS')
  expect(codeOf(await county.previewUpward({ ...asked, period: '2026-Q2' }))).toBe('NOTHING_TO_REPORT')
  expect(codeOf(await county.previewUpward({ ...asked, period: '2099-Q4' }))).toBe('WRONG_PERIOD')
  expect(codeOf(await county.storedUpward(period))).toBe('NOT_RELEASED')

  units.push(...(await reportingRooms(county, 1, 2)))
  const before = given(await county.previewUpward(asked))
  expect(before).toMatchObject({ next: null, payload: null, passedOn: null, missing: [] })
  expect(before.rooms.map(({ code }) => code)).toEqual(units.map(({ card }) => card.unit))
  const clients = before.tables.find(({ id }) => id === 'clients-age')
  expect(clients?.rooms).toBe(3)
  const totals = await countyTotals(county, { table: 'clients-age', period })
  expect(clients?.cells).toEqual(totals?.sums)
  expect(codeOf(await county.writeUpward(asked))).toBe('NEXT_LEVEL_CARD_NEEDED')

  const city = await makeUnit(cityCode)
  expect(codeOf(await county.enrolCard((await makeUnit('990102')).file))).toBe('WRONG_KIND_OF_CARD')
  given(await county.enrolCard(city.file))
  const without = given(await county.previewUpward({ period, leaveOut: ['clients-age'] }))
  expect(without.held).toMatchObject([{ id: 'clients-age', because: 'LEFT_OUT' }])
  expect(without.tables).toEqual(before.tables.filter(({ id }) => id !== 'clients-age'))
  const shown = given(await county.previewUpward(asked))
  expect(shown.tables).toEqual(before.tables)
  const written = given(await county.writeUpward(asked))
  expect(written.file.name).toBe(`${countyCode}-${period}.anxin-merged`)
  expect(given(await county.writeUpward({ period, leaveOut: ['clients-age'] }))).toEqual(written)

  const [late] = await reportingRooms(county, 1, 3)
  const after = given(await county.previewUpward(asked))
  expect(after).toMatchObject({ payload: shown.payload, passedOn: { sha256: written.sha256 } })
  expect(after.tables).toEqual(shown.tables.map((table) => ({ ...table, nearlyAllOf: null })))
  const [passed] = (await county.upwardOverview()).periods
  expect(passed?.passedOn).toMatchObject({ rooms: 3, sha256: written.sha256, to: { code: cityCode } })
  expect(passed?.passedOn?.late.map(({ code }) => code)).toEqual([late?.card.unit])
  await close()

  const again = openWindow()
  await unlock(again.room)
  expect(given(await again.room.storedUpward(period))).toEqual(written)
  expect(given(await again.room.writeUpward(asked))).toEqual(written)
})

test('the next level takes a county’s merge in, once, and keeps it when its figures are lost', {
  timeout: 120_000,
}, async () => {
  const cityWindow = openWindow()
  await setUp(cityWindow.room, 'county', { unitCode: cityCode, unitName: '示例市心理服务中心' })
  const cityCard = await cardOf(cityWindow.room)
  await cityWindow.close()
  const bringCityBack = await carryAway('anxin')

  const countyWindow = openWindow()
  const county = countyWindow.room
  await setUp(county, 'county')
  await reportingRooms(county, 3)
  expect(given(await county.enrolCard(cityCard.file.bytes)).fingerprint).toBe(cityCard.fingerprint)
  const { tables } = given(await county.previewUpward(asked))
  const { file, sha256 } = given(await county.writeUpward(asked))
  const countyCard = await cardOf(county)
  await countyWindow.close()
  await bringCityBack()

  const first = openWindow()
  await unlock(first.room)
  expect(codeOf(await first.room.checkMerge(file))).toBe('UNKNOWN_SENDER')
  given(await first.room.enrolCard(countyCard.file.bytes))
  expect((await first.room.upwardOverview()).periods).toEqual([])
  const checked = given(await first.room.checkMerge(file))
  expect(checked).toMatchObject({ from: { code: countyCode }, period, sha256, rooms: 3, known: false })
  const plain = tables.map((table) => ({ ...table, nearlyAllOf: null }))
  expect(checked.tables).toEqual(plain)
  const unsigned = { ...file, bytes: file.bytes.with(file.bytes.length - 9, (file.bytes.at(-9) ?? 0) ^ 1) }
  expect(codeOf(await first.room.importMerge(unsigned))).toBe('PACKAGE_DAMAGED')
  expect(given(await first.room.importMerge(file))).toEqual(checked)
  expect(given(await first.room.importMerge(file)).known).toBe(true)
  const totals = (city: RoomApi) => countyTotals(city, { table: 'clients-age', period })
  const summed = await totals(first.room)
  expect(summed).toMatchObject({
    rooms: { full: 3 },
    sums: tables.find(({ id }) => id === 'clients-age')?.cells,
  })
  expect((await first.room.upwardOverview()).periods).toMatchObject([{ period, rooms: 3, missing: [] }])
  expect((await first.room.countyQuarantine()).files.map(({ code }) => code).toSorted()).toEqual([
    'PACKAGE_DAMAGED',
    'UNKNOWN_SENDER',
  ])
  // It passes what it received on in its turn.
  expect(given(await first.room.previewUpward(asked)).tables).toEqual(plain)
  await first.close()

  await remove('/pglite/anxin-county')
  const second = openWindow()
  await unlock(second.room)
  expect(await totals(second.room)).toEqual(summed)
  expect(given(await second.room.checkMerge(file)).known).toBe(true)
})
