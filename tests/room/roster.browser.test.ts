import { beforeEach, expect, test } from 'vitest'
import { mondayOf } from '../../src/casework/appointments/week-view.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf, instantAt } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { firstStaff, passphrase, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindowHere } from './windows.ts'

beforeEach(emptyStorage)

// A Monday: a duty over midnight ends in the week it began in.
const nextWeek = addDays(mondayOf(dayOf(new Date().toISOString())), 7)
const at = (hour: number, day = nextWeek) => instantAt(day, hour * 60)

const hire = async (room: RoomApi, name: string, role: 'hotline' | 'coordinator' | 'administrator') =>
  given(await room.addStaff({ name, roles: [role], passphrase })).id

const as = async (staffId: string) => {
  const window = openWindowHere()
  await unlock(window.room, staffId)
  return window
}

test('a week is planned; nobody is in two places, no seat has two people, and what is open is told', async () => {
  const { room } = openWindowHere()
  await setUp(room)
  const me = await firstStaff(room)
  const worker = await hire(room, '示例夜班', 'hotline')
  const coordinator = await hire(room, '示例统计', 'coordinator')
  const plan = (staffId: string, from: number, until: number, seat = 1) =>
    room.planDuty({ seat, staffId, from: at(from), until: at(until) })
  expect((await room.rosterWeek(nextWeek)).gaps).toMatchObject([{ staffed: 0 }])
  const { id } = given(await plan(me, 8, 20))
  given(await plan(worker, 20, 32))
  expect(codeOf(await plan(worker, 19, 22))).toBe('SEAT_PLANNED_TWICE')
  expect(codeOf(await plan(worker, 21, 22, 2))).toBe('STAFF_PLANNED_TWICE')
  expect(codeOf(await plan(coordinator, 8, 20, 2))).toBe('STAFF_CANNOT_SIT')
  expect(codeOf(await plan(worker, 8, 8, 2))).toBe('DUTY_TIMES')
  expect(codeOf(await plan(worker, 8, 40, 2))).toBe('DUTY_TOO_LONG')
  expect(codeOf(await plan(worker, 8, 9, 7))).toBe('SEAT_UNKNOWN')
  expect(codeOf(await plan('', 8, 9, 2))).toBe('DUTY_INVALID')

  const { duties, gaps, sitters, mayPlan } = await room.rosterWeek(nextWeek)
  expect(mayPlan).toBe(true)
  expect(sitters.map((one) => one.id).sort()).toEqual([me, worker].sort())
  expect(duties.map(({ isMine }) => isMine)).toEqual([true, false])
  expect(gaps.find(({ from }) => from === at(8))).toMatchObject({ until: at(32), staffed: 1 })

  expect((await room.rosterDuty(id)).open).toEqual(['swapAsked', 'reassigned', 'cancelled'])
  const step = (taken: Parameters<RoomApi['takeRosterStep']>[0]['step'], revision: number) =>
    room.takeRosterStep({ id, revision, step: taken })
  expect(codeOf(await step({ kind: 'cancelled', because: '' }, 1))).toBe('DUTY_INVALID')
  given(await step({ kind: 'cancelled', because: '示例：停电' }, 1))
  expect(codeOf(await step({ kind: 'swapAsked', of: null, note: '' }, 2))).toBe('STEP_NOT_OPEN')
  given(await plan(me, 8, 20))
})

test('a duty is swapped between colleagues; the hotline does not plan, the administrator does', async () => {
  const { room, close } = openWindowHere()
  await setUp(room)
  const me = await firstStaff(room)
  const worker = await hire(room, '示例夜班', 'hotline')
  const other = await hire(room, '示例旁人', 'hotline')
  const administrator = await hire(room, '示例管理员', 'administrator')
  const coordinator = await hire(room, '示例统计', 'coordinator')
  const { id } = given(await room.planDuty({ seat: 1, staffId: me, from: at(8), until: at(20) }))
  given(await room.takeRosterStep({ id, revision: 1, step: { kind: 'swapAsked', of: worker, note: '' } }))
  await close()

  const bystander = await as(other)
  expect((await bystander.room.rosterDuty(id)).open).toEqual([])
  expect(codeOf(await bystander.room.takeRosterStep({ id, revision: 2, step: { kind: 'swapTaken' } }))).toBe(
    'NOT_ASKED_OF_YOU',
  )
  await bystander.close()

  const asked = await as(worker)
  expect((await asked.room.rosterDuty(id)).open).toEqual(['swapTaken', 'swapDeclined'])
  given(await asked.room.takeRosterStep({ id, revision: 2, step: { kind: 'swapTaken' } }))
  expect((await asked.room.rosterDuty(id)).standing).toMatchObject({ state: 'planned', staffId: worker })
  expect(codeOf(await asked.room.planDuty({ seat: 2, staffId: worker, from: at(20), until: at(22) }))).toBe(
    'ROSTER_ROLE_NEEDED',
  )
  await asked.close()

  const office = await as(administrator)
  given(await office.room.planDuty({ seat: 2, staffId: other, from: at(8), until: at(20) }))
  expect((await office.room.rosterWeek(nextWeek)).duties).toHaveLength(2)
  expect(codeOf(await office.room.openSeat({ seat: 1 }))).toBe('HOTLINE_ROLE_NEEDED')
  await office.close()

  const county = await as(coordinator)
  expect((await county.room.rosterWeek(nextWeek)).duties).toEqual([])
  expect(await county.room.rosterDuty(id).catch((problem: Error) => problem.message)).toBe('NO_KEY')
  await county.close()
})

test('whoever sits down for their duty has it named, and a ringing phone finds their seat', async () => {
  const { room } = openWindowHere()
  await setUp(room)
  const me = await firstStaff(room)
  const now = Date.now()
  const { id } = given(
    await room.planDuty({
      seat: 2,
      staffId: me,
      from: new Date(now + 3_600_000).toISOString(),
      until: new Date(now + 7_200_000).toISOString(),
    }),
  )
  expect((await room.shiftBoard()).seats[1]).toMatchObject({ onDuty: null, next: { staffId: me } })
  const call = given(await room.startCall(null))
  expect(call.value.seat).toBe(2)
  const { own } = await room.shiftBoard()
  expect((await room.shift(own ?? '')).shift.value).toMatchObject({ seat: 2, duty: id })
})
