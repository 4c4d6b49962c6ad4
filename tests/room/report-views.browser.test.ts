import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { codeOf, given, makeUnit } from '../support/exchange.ts'
import { assessed, clientWhoAgreed, phq9 } from './casework.ts'
import { countyCode, passphrase, setUp } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi
const itIs = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })

beforeEach(async () => {
  await emptyStorage()
  itIs('2026-10-20T02:00:00Z')
  room = openWindowHere().room
  await setUp(room)
  for (const answers of [phq9(0, 0), phq9(1, 0)]) await assessed(room, await clientWhoAgreed(room), answers)
})
afterEach(() => vi.useRealTimers())

const enrolCounty = async () => given(await room.enrolCard((await makeUnit(countyCode)).file))
const due = async () => (await room.today()).reportsDue

test('the day names what is over and not reported, once there is a county to report to', async () => {
  itIs('2026-11-05T02:00:00Z')
  expect(await due()).toEqual([])
  await enrolCounty()
  expect(await due()).toEqual(['2026-10'])
  given(await room.writeReport('2026-10'))
  expect(await due()).toEqual([])
  itIs('2027-01-04T02:00:00Z')
  given(await room.confirmMe(passphrase, 'export'))
  expect(await due()).toEqual(['2026-12', '2026-Q4', '2026-11'])
})

test('views say what the written package says, and nothing before it is written', async () => {
  await enrolCounty()
  itIs('2026-11-05T02:00:00Z')
  expect(codeOf(await room.viewOfReport('2026-10', 'csv', 'zh-CN'))).toBe('NOT_RELEASED')
  const preview = given(await room.previewReport('2026-10'))
  given(await room.writeReport('2026-10'))
  const text = async (format: 'csv' | 'sdmx' | 'dhis2' | 'fhir') =>
    new TextDecoder().decode(given(await room.viewOfReport('2026-10', format, 'zh-CN')).bytes)
  const csv = await text('csv')
  for (const { title } of preview.leaving) expect(csv).toContain(title['zh-CN'])
  for (const format of ['sdmx', 'dhis2', 'fhir'] as const) expect(await text(format)).toContain('2026')
  const { name, bytes } = given(await room.viewOfReport('2026-10', 'xlsx', 'en'))
  expect(name).toMatch(/\.xlsx$/)
  expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b])
  const exported = (
    await room.listAudit({ from: null, to: null, actor: null, action: 'exported', object: null }, 0)
  ).lines.map(({ said }) => `${said?.table} ${said?.detail}`)
  expect(exported).toEqual(
    expect.arrayContaining(['sentPackages csv', 'sentPackages xlsx', 'sentPackages fhir']),
  )
})
