import { beforeAll, expect, test } from 'vitest'
import type { AppointmentEntry } from '../../src/room/contract/appointments.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf, instantAt } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { fileOf, register } from './casework.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindowHere, type TestWindow } from './windows.ts'

let window: TestWindow
let room: RoomApi
let me: string

beforeAll(async () => {
  await emptyStorage()
  window = openWindowHere()
  room = window.room
  await setUp(room)
  me = await firstStaff(room)
})

const day = addDays(dayOf(new Date().toISOString()), 30)
const planned = (minutesAfterMidnight: number, more: Partial<AppointmentEntry> = {}): AppointmentEntry => ({
  clientId: null,
  staffId: me,
  startsAt: instantAt(day, minutesAfterMidnight),
  minutes: 50,
  kind: 'session',
  place: '示例一室',
  note: '',
  ...more,
})
const weekIds = async () =>
  (await room.appointmentWeek(day)).week.days.flatMap((one) => one.appointments).map(({ id }) => id)
const save = (entry: AppointmentEntry, despiteClashes = false) =>
  room.saveAppointment({ id: null, revision: 0, entry, despiteClashes })

test('what is planned stands in its week and in the client’s file; what it clashes with is told before', async () => {
  const clientId = await register(room)
  const { id } = given(await save(planned(9 * 60, { clientId })))
  const { week, fileNumbers } = await room.appointmentWeek(day)
  const shown = week.days.find((one) => one.day === day)?.appointments
  expect(shown).toMatchObject([{ id, from: 540, to: 590 }])
  expect(fileNumbers).toEqual({ [clientId]: (await fileOf(room, clientId)).client.value.fileNumber })
  expect((await room.clientAppointments(clientId)).appointments.map((one) => one.id)).toEqual([id])
  expect((await room.appointmentWeek(addDays(day, 7))).week.days.flatMap((one) => one.appointments)).toEqual(
    [],
  )

  const beside = planned(9 * 60 + 30, { clientId })
  expect((await room.appointmentClashes(beside, null)).map(({ because }) => because)).toEqual([
    ['staff', 'client', 'place'],
  ])
  expect(await save(beside)).toMatchObject({ ok: false, refusal: { code: 'APPOINTMENT_CLASHES' } })
  const second = given(await save(beside, true))
  expect(await room.appointmentClashes(planned(9 * 60), second.id)).toHaveLength(1)
  expect(await room.appointmentClashes(planned(11 * 60), null)).toEqual([])
})

test('a slip in the year is told, not kept', async () => {
  for (const slip of ['0206-11-24', '2206-11-24', addDays(dayOf(new Date().toISOString()), -800)])
    expect(await save(planned(0, { startsAt: instantAt(slip, 600) }))).toEqual({
      ok: false,
      refusal: { code: 'APPOINTMENT_TOO_FAR', at: 'startsAt' },
    })
  const yesterday = addDays(dayOf(new Date().toISOString()), -1)
  given(await save(planned(0, { startsAt: instantAt(yesterday, 600) })))
})

test('it is moved while it is planned; what became of it is entered by steps and taken back, never rewritten', async () => {
  const { id } = given(await save(planned(14 * 60)))
  const moved = planned(15 * 60, { kind: 'family' })
  given(await room.saveAppointment({ id, revision: 1, entry: moved, despiteClashes: false }))
  expect(codeOf(await room.stepAppointment({ id, revision: 2, kind: 'takenBack', note: '' }))).toBe(
    'STEP_NOT_OPEN',
  )
  expect(codeOf(await room.stepAppointment({ id, revision: 2, kind: 'cancelled', note: ' ' }))).toBe(
    'REASON_NEEDED',
  )
  given(await room.stepAppointment({ id, revision: 2, kind: 'missed', note: '' }))
  expect(
    codeOf(await room.saveAppointment({ id, revision: 3, entry: planned(16 * 60), despiteClashes: false })),
  ).toBe('RECORD_CLOSED')
  // The time of one that was missed is free.
  expect(await room.appointmentClashes(moved, null)).toEqual([])
  given(await room.stepAppointment({ id, revision: 3, kind: 'takenBack', note: '示例：记错了' }))
  given(await room.stepAppointment({ id, revision: 4, kind: 'came', note: '' }))
  const { appointment } = await room.appointment(id)
  expect(appointment.value.steps.map(({ kind }) => kind)).toEqual(['missed', 'takenBack', 'came'])
})

test('when a client is erased, their appointments go with them, and no others', async () => {
  const clientId = await register(room)
  given(await save(planned(6 * 60, { clientId, note: '示例' })))
  const others = given(await save(planned(7 * 60))).id
  const before = await weekIds()
  given(await room.eraseClient(clientId))
  const after = await weekIds()
  expect(after).toContain(others)
  expect(after).toHaveLength(before.length - 1)
  expect((await room.clientAppointments(clientId)).appointments).toEqual([])
})

test.each<[string, Partial<AppointmentEntry>]>([
  ['minutes', { minutes: 0 }],
  ['startsAt', { startsAt: 'tomorrow' }],
  ['staffId', { staffId: '' }],
])('an appointment with a wrong %s is refused', async (at, wrong) => {
  expect(await save(planned(18 * 60, wrong))).toEqual({
    ok: false,
    refusal: { code: 'APPOINTMENT_INVALID', at },
  })
})

test('the desk sees the week and plans in it without knowing who comes; a county coordinator sees none of it', async () => {
  const clientId = await register(room)
  const { id } = given(await save(planned(20 * 60, { clientId })))
  const hired = async (name: string, role: 'hotline' | 'administrator' | 'coordinator') =>
    given(await room.addStaff({ name, roles: [role], passphrase })).id
  const hotline = await hired('示例热线', 'hotline')
  const administrator = await hired('示例管理员', 'administrator')
  const coordinator = await hired('示例统计员', 'coordinator')
  const bookable = (await room.appointmentStaff()).map((one) => one.id)
  expect(bookable).toContain(hotline)
  expect(bookable).not.toContain(coordinator)
  await window.close()

  const asOne = async (staffId: string) => {
    const { room: theirs, close } = openWindowHere()
    await unlock(theirs, staffId)
    const { week, fileNumbers } = await theirs.appointmentWeek(day)
    const seen = week.days.flatMap((one) => one.appointments).some((one) => one.id === id)
    const entry = planned(21 * 60, { staffId })
    const own = codeOf(await theirs.saveAppointment({ id: null, revision: 0, entry, despiteClashes: true }))
    const notes = await theirs.notes(clientId).then(
      ({ notes: found }) => found.length,
      (problem: Error) => problem.message,
    )
    await close()
    return { seen, knows: Object.keys(fileNumbers).length, own, notes }
  }
  const desk = { seen: true, knows: 0, own: 'ACCEPTED', notes: 'NO_KEY' }
  expect(await asOne(hotline)).toEqual(desk)
  expect(await asOne(administrator)).toEqual(desk)
  expect(await asOne(coordinator)).toMatchObject({ seen: false, knows: 0, own: 'NO_KEY' })
})
