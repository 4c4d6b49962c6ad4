import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { given, makeUnit } from '../support/exchange.ts'
import { clientWhoAgreed } from './casework.ts'
import { countyCode, setUp } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

const itIs = (moment: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) })
const [month, next] = ['2026-12', '2027-01'] as const

let room: RoomApi
beforeEach(async () => {
  await emptyStorage()
  itIs('2026-12-20T02:00:00Z')
  room = openWindowHere().room
  await setUp(room)
  given(await room.enrolCard((await makeUnit(countyCode)).file))
})
afterEach(() => vi.useRealTimers())

const assessmentsCounted = async (period: string): Promise<number> =>
  given(await room.previewReport(period))
    .counted.filter(({ unit }) => unit === 'assessment')
    .flatMap(({ cells }) => cells)
    .reduce<number>((sum, count) => sum + (count ?? 0), 0)
const listed = async () => (await room.reportPeriods()).find(({ period }) => period === month)

test('a score corrected after its month was closed goes on counting there, and nothing came late', async () => {
  const entry = {
    clientId: await clientWhoAgreed(room),
    form: 'isi',
    day: '2026-12-01',
    scores: { total: 12 },
    source: '示例医院门诊',
    scoredBy: '示例医生',
    remark: '',
    correction: null,
  }
  const { id: of } = given(await room.enterPaperScore(entry))
  const counted = await assessmentsCounted(month)
  expect(counted).toBeGreaterThan(0)
  given(await room.writeReport(month))

  itIs('2027-01-10T02:00:00Z')
  const correction = { of, reason: '示例：看错了一行' }
  given(await room.enterPaperScore({ ...entry, scores: { total: 21 }, correction }))
  expect(given(await room.previewReport(month))).toMatchObject({ changedSince: false })
  expect(await listed()).toMatchObject({ state: 'released', late: 0 })
  expect(await assessmentsCounted(next)).toBe(0)

  // One that comes for the first time now is January's own.
  given(await room.enterPaperScore(entry))
  expect(await assessmentsCounted(next)).toBe(counted)
  expect(await listed()).toMatchObject({ late: 0 })
})
