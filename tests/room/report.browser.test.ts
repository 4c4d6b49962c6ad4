import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { payloadText } from '../../src/exchange/package-payload.ts'
import { readPackage } from '../../src/exchange/read-package.ts'
import { sentPackageKind } from '../../src/exchange/sent-package.ts'
import { readCard } from '../../src/exchange/unit-card.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { factSheetKind } from '../../src/statistics/fact-sheet.ts'
import { codeOf, deskOf, given, makeUnit, type TestUnit } from '../support/exchange.ts'
import { shownCells } from '../support/shown-cells.ts'
import { assessed, clientWhoAgreed, phq9 } from './casework.ts'
import { damageRow } from './disk.ts'
import { countyCode, passphrase, setUp, unlock } from './set-up.ts'
import { vaultHere } from './vault-here.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let window: TestWindow
let room: RoomApi
let county: TestUnit

const itIs = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })

beforeEach(async () => {
  await emptyStorage()
  itIs('2026-10-20T02:00:00Z')
  county = await makeUnit(countyCode)
  window = openWindowHere()
  room = window.room
  await setUp(room)
  for (const answers of [phq9(0, 0), phq9(1, 0), phq9(3, 3)])
    await assessed(room, await clientWhoAgreed(room), answers)
})
afterEach(() => vi.useRealTimers())

const enrolCounty = async () => given(await room.enrolCard(county.file))

/** What the county reads in a file of this room. */
const readAtCounty = async (bytes: Uint8Array) => {
  const own = given(await room.myCard())
  const read = given(await readCard(own.file.bytes))
  const desk = deskOf(county, [{ ...county, ...read }])
  return readPackage(bytes, { ...desk, today: new Date().toISOString().slice(0, 10) })
}

describe('before the county’s card is there', () => {
  test('the figures are shown, but nothing is addressed and nothing written', async () => {
    const preview = given(await room.previewReport('2026-10'))
    expect(preview).toMatchObject({ payload: null, county: null, released: null, unreadable: 0 })
    expect(preview.counted.map(({ id }) => id)).toEqual(preview.leaving.map(({ id }) => id))
    expect(codeOf(await room.writeReport('2026-10'))).toBe('COUNTY_CARD_NEEDED')
    expect(given(await room.previewReport('2026-10')).released).toBeNull()
  })
})

describe('a report', () => {
  test('says to the letter what was shown, and nothing but rounded counts', async () => {
    await enrolCounty()
    itIs('2026-11-05T02:00:00Z')
    const preview = given(await room.previewReport('2026-10'))
    expect(preview).toMatchObject({ unfinished: false, county: { code: countyCode, name: county.card.name } })
    const { file, sha256 } = given(await room.writeReport('2026-10'))
    const read = given(await readAtCounty(file.bytes))
    expect(payloadText(read.payload)).toBe(preview.payload)
    expect(read).toMatchObject({ sha256, payload: { demo: false, seq: 1, previous: null } })
    expect(read.payload.tables).toEqual(preview.leaving.map(({ id, cells }) => ({ id, k: null, cells })))
    expect(preview.payload).not.toMatch(/示例|phq9|[0-9a-f]{64}".*person/)

    const counted = preview.counted.find(({ id }) => id === 'assessments-instrument-band')
    expect(shownCells(counted ?? { cells: [] }).reduce((sum, n) => sum + n, 0)).toBe(3)
    for (const [index, table] of preview.leaving.entries())
      for (const [place, n] of shownCells(table).entries()) {
        // Nothing is rounded where nothing is said of clients.
        const base = table.base ?? 1
        expect(n % base).toBe(0)
        expect(Math.abs(n - (preview.counted[index]?.cells[place] ?? Number.NaN))).toBeLessThan(base)
      }
    // This room is large: what stays belongs to the quarter.
    expect(preview.staying.length).toBeGreaterThan(0)
    expect(preview.staying.every(({ because }) => because === 'OTHER_PERIOD')).toBe(true)
  })

  test('is written once: asked again the same file comes, and no other once something was saved since', async () => {
    await enrolCounty()
    expect(given(await room.previewReport('2026-10')).unfinished).toBe(true)
    const twice = await Promise.all([room.writeReport('2026-10'), room.writeReport('2026-10')])
    const [first, second] = twice.map(given)
    expect(second).toEqual(first)
    const released = given(await room.previewReport('2026-10'))

    await assessed(room, await clientWhoAgreed(room), phq9(2, 0))
    await window.close()
    const later = openWindowHere()
    await unlock(later.room)
    expect(codeOf(await later.room.writeReport('2026-10'))).toBe('RELEASED_OTHERWISE')
    const third = given(await later.room.storedReport('2026-10'))
    expect([...third.file.bytes]).toEqual([...(first?.file.bytes ?? [])])
    expect(third.sha256).toBe(first?.sha256)
    const preview = given(await later.room.previewReport('2026-10'))
    expect(preview).toMatchObject({ payload: released.payload, leaving: released.leaving, unfinished: false })
    expect(preview.released).toMatchObject({ sha256: first?.sha256 })
    expect(preview.counted).not.toEqual(released.counted)
  })

  test('follows the one before it, and is of a period that has begun', async () => {
    await enrolCounty()
    const first = given(await room.writeReport('2026-10'))
    itIs('2026-11-20T02:00:00Z')
    await assessed(room, await clientWhoAgreed(room), phq9(2, 0))
    const second = given(await room.writeReport('2026-11'))
    const { payload } = given(await readAtCounty(second.file.bytes))
    expect(payload).toMatchObject({ period: '2026-11', seq: 2, previous: first.sha256 })
    expect(codeOf(await room.previewReport('2026-12'))).toBe('WRONG_PERIOD')
    expect(codeOf(await room.writeReport('2027-Q1'))).toBe('WRONG_PERIOD')
    expect((await room.reportPeriods()).map(({ period }) => period)).toEqual([
      '2026-Q4',
      '2026-11',
      '2026-10',
    ])
  })
})

describe('nothing unreadable is passed off as nothing', () => {
  test('facts are missed, and after a lost package no other is written', async () => {
    await enrolCounty()
    given(await room.writeReport('2026-10'))
    const vault = await vaultHere()
    const [fact] = (await vault.list(factSheetKind)).records
    const [sent] = (await vault.list(sentPackageKind)).records
    await window.close()
    await damageRow('anxin', 'facts', fact?.id ?? '')
    const second = openWindowHere()
    await unlock(second.room)
    expect(given(await second.room.previewReport('2026-10')).unreadable).toBe(1)
    await second.close()
    await damageRow('anxin', 'sentPackages', sent?.id ?? '')
    const third = openWindowHere()
    await unlock(third.room)
    itIs('2026-11-20T02:00:00Z')
    for (const outcome of [
      await third.room.previewReport('2026-11'),
      await third.room.writeReport('2026-11'),
    ])
      expect(codeOf(outcome)).toBe('LEDGER_BROKEN')
  })

  test('who cannot read the statistics writes nothing, but may hand over what was written', async () => {
    await enrolCounty()
    const written = given(await room.writeReport('2026-10'))
    const added = given(await room.addStaff({ name: '示例管理员', roles: ['administrator'], passphrase }))
    await window.close()
    const theirs = openWindowHere()
    await unlock(theirs.room, added.id)
    itIs('2026-11-20T02:00:00Z')
    expect(codeOf(await theirs.room.previewReport('2026-11'))).toBe('NO_KEY')
    expect(codeOf(await theirs.room.writeReport('2026-11'))).toBe('NO_KEY')
    expect(codeOf(await theirs.room.writeReport('2026-10'))).toBe('NO_KEY')
    const stored = given(await theirs.room.storedReport('2026-10'))
    expect([stored.sha256, [...stored.file.bytes]]).toEqual([written.sha256, [...written.file.bytes]])
    expect(codeOf(await theirs.room.storedReport('2026-11'))).toBe('NOT_RELEASED')
  })
})

test('a small room keeps the finer tables, and says so', async () => {
  await window.close()
  await emptyStorage()
  const { room: small } = openWindowHere()
  await setUp(small, 'room', { clientsLastYear: 12 })
  const { staying, leaving } = given(await small.previewReport('2026-Q4'))
  const finer = staying.filter(({ because }) => because === 'PROFILE_TOO_SMALL')
  expect(finer.length).toBeGreaterThan(0)
  expect(finer.some(({ id }) => leaving.some((table) => table.id === id))).toBe(false)
  expect(leaving.flatMap(({ base }) => base ?? []).every((base) => base === 3)).toBe(true)
})

test('a room does not do a county’s work', async () => {
  const { file } = given(await room.myCard())
  const bytes = new Uint8Array(8)
  expect(codeOf(await room.checkPackage({ name: 'x', bytes }))).toBe('NOT_THIS_KIND_OF_UNIT')
  expect(codeOf(await room.importPackage({ name: 'x', bytes }))).toBe('NOT_THIS_KIND_OF_UNIT')
  const asked = { periods: ['2026-Q3'], level: 'desk' as const, within: null, by: [], at: {} }
  expect(codeOf(await room.countyFigures({ ...asked, table: 'clients-sex-age' }))).toBe(
    'NOT_THIS_KIND_OF_UNIT',
  )
  await expect(room.countyPicture()).rejects.toThrow('NOT_THIS_KIND_OF_UNIT')
  expect(codeOf(await room.enrolCard(file.bytes))).toBe('WRONG_KIND_OF_CARD')
  expect(codeOf(await room.enrolCard((await makeUnit('000000')).file))).toBe('DEMO_REFUSED')
  expect(codeOf(await room.enrolCard((await makeUnit('990102')).file))).toBe('NOT_OUR_COUNTY')
  await enrolCounty()
  await enrolCounty()
  expect(await room.enrolledCards()).toHaveLength(1)
  expect(codeOf(await room.enrolCard((await makeUnit(countyCode)).file))).toBe('KEY_CHANGED')
})
