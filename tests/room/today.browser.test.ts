import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DueItem } from '../../src/casework/follow-ups/follow-ups-due.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, instantAt } from '../../src/tiering/calendar.ts'
import { given } from '../support/exchange.ts'
import { agree, assessed, clientWhoAgreed, consentOf, fileOf, phq9 } from './casework.ts'
import { firstStaff, setUp } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

let room: RoomApi
let clientId: string

const began = '2026-03-02'
const after = (days: number) => addDays(began, days)
/** Sets the clock of this page: mid-morning, so many days after everything began. */
const itIs = (days: number, minutes = 11 * 60) =>
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instantAt(after(days), minutes)) })

const boardOf = async (id = clientId): Promise<Record<string, DueItem['urgency']>> => {
  const { items, unreadable } = await room.today()
  expect(unreadable).toBe(0)
  const { fileNumber } = (await fileOf(room, id)).client.value
  return Object.fromEntries(
    items.filter((item) => item.fileNumber === fileNumber).map(({ kind, urgency }) => [kind, urgency]),
  )
}
/** In which column something stands on each of these days. */
const columnsOf = async (kind: DueItem['kind'], days: readonly number[]) => {
  const columns: (string | undefined)[] = []
  for (const day of days) {
    itIs(day)
    columns.push((await boardOf())[kind])
  }
  return columns
}

beforeEach(async () => {
  await emptyStorage()
  itIs(0)
  room = openWindowHere().room
  await setUp(room)
  clientId = await clientWhoAgreed(room)
})
afterEach(() => {
  vi.useRealTimers()
})

test('a crisis stands in red from its first minute', async () => {
  given(await room.openCrisis({ clientId, from: { kind: 'observed', note: '示例：说过不想活' } }))
  expect(await boardOf()).toEqual({ openCrisis: 'now' })
})

test('a follow-up is soon, then due, then overdue', async () => {
  given(await room.decideTier({ clientId, tier: 'watch', reason: '示例：需要多联系' }))
  const { left } = await room.followUps(clientId)
  expect(left.map(({ value }) => value.due)).toEqual([after(28)])
  expect(await columnsOf('followUp', [24, 25, 28, 34, 35])).toEqual([
    undefined,
    'week',
    'today',
    'today',
    'now',
  ])
})

test('a re-test is due in its week, and today when nobody gave it', async () => {
  given(
    await room.planRetest({
      clientId,
      instruments: ['phq-9'],
      battery: null,
      everyWeeks: 4,
      from: after(28),
    }),
  )
  expect(await columnsOf('retestDue', [27, 28, 36])).toEqual([undefined, 'week', 'today'])
})

test('a referral waits for its answer', async () => {
  given(await room.recordConsent(consentOf(clientId, { purpose: 'referral', recipient: '示例县医院' })))
  const { id } = given(
    await room.saveReferral({
      id: null,
      revision: 0,
      referral: {
        clientId,
        receiver: { kind: 'hospital', name: '示例县医院', contact: '' },
        urgency: 'planned',
        question: '示例：请评估',
        told: '',
      },
    }),
  )
  given(
    await room.sendReferral({
      id,
      revision: 1,
      savingLife: false,
      fields: ['name'],
      moreBecause: '',
      authorised: { kind: 'self' },
      telling: { state: 'told', note: '' },
      way: 'slip',
    }),
  )
  expect(await columnsOf('referral', [0, 2, 3, 11])).toEqual([undefined, 'week', 'today', 'now'])
  const { referrals } = await room.referrals(clientId)
  expect(referrals).toMatchObject([{ late: true }])
  itIs(11, 11 * 60 + 1)
  given(await room.noteReferral({ id, revision: 2, event: { kind: 'accepted', person: '示例医生' } }))
  expect((await boardOf()).referral).toBeUndefined()
})

test('an appointment stands on its day, and asks afterwards what became of it', async () => {
  const entry = {
    clientId,
    staffId: await firstStaff(room),
    startsAt: instantAt(after(7), 10 * 60),
    minutes: 50,
    kind: 'session' as const,
    place: '',
    note: '',
  }
  given(await room.saveAppointment({ id: null, revision: 0, entry, despiteClashes: false }))
  itIs(6)
  expect(await boardOf()).toEqual({})
  itIs(7, 9 * 60)
  expect(await boardOf()).toEqual({ appointment: 'today' })
  itIs(7, 11 * 60)
  expect(await boardOf()).toEqual({ appointmentOpen: 'today' })
})

test('a note that nobody signs grows more urgent by the day', async () => {
  await agree(room, clientId, 'casefile')
  const content = { form: 'DAP', data: '示例：说了近况', assessment: '', plan: '' } as const
  const heldAt = instantAt(began, 10 * 60)
  given(
    await room.beginNote({
      clientId,
      appointment: null,
      entry: { content, heldAt, minutes: 50, mode: 'inRoom' },
    }),
  )
  expect(await columnsOf('unsignedNote', [0, 1, 2, 7])).toEqual([undefined, 'week', 'today', 'now'])
})

test('what a tier rests on is told before it runs out, and the tier when it has to be looked at again', async () => {
  await assessed(room, clientId, phq9(2, 0))
  const { suggestion } = await fileOf(room, clientId)
  const tier = suggestion?.tier ?? 'general'
  const runsOut =
    suggestion?.fired
      .map(({ validUntil }) => validUntil)
      .toSorted()
      .at(-1) ?? ''
  given(await room.decideTier({ clientId, tier, reason: '示例：与本人谈过' }))
  const days = (Date.parse(runsOut) - Date.parse(began)) / 86_400_000
  expect(await columnsOf('evidenceExpiring', [days - 8, days - 7, days])).toEqual([undefined, 'week', 'week'])
  const { standing } = await fileOf(room, clientId)
  const review = (Date.parse(standing?.reviewBy ?? '') - Date.parse(began)) / 86_400_000
  itIs(review)
  expect(await boardOf()).toHaveProperty('tierOverdue')
})
