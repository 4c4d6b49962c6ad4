import { beforeAll, expect, test } from 'vitest'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import type { StaffProfileEntry } from '../../src/room/contract/staff-register.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { answerOf, asEachRole } from './each-role.ts'
import { firstStaff, setUp } from './set-up.ts'
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

const today = () => dayOf(new Date().toISOString())
const entry = (more: Partial<StaffProfileEntry> = {}): StaffProfileEntry => ({
  name: '示例志愿者',
  staffId: null,
  employment: 'volunteer',
  crisisTeam: false,
  supervises: false,
  note: '',
  leftOn: null,
  ...more,
})
const training = (day: string, quarterHours: number, supervision = false) => ({
  day,
  title: '示例培训',
  quarterHours,
  supervision,
})
const entered = async (more: Partial<StaffProfileEntry> = {}) =>
  given(await room.saveStaffProfile({ id: null, revision: 0, entry: entry(more) })).id
const lineOf = async (id: string, year = 2026, from: RoomApi = room) => {
  const line = (await from.staffRegister(year)).people.find(({ profile }) => profile.id === id)
  if (line === undefined) throw new Error('not in the register')
  return line
}
const which = async (id: string) => ({ id, revision: (await lineOf(id)).profile.revision })

test('people who never sign in stand in the register, and a year’s hours add up', async () => {
  const volunteer = await entered()
  const outside = await entered({ name: '示例督导', employment: 'external', supervises: true })
  given(await room.addTraining({ ...(await which(volunteer)), training: training('2026-03-01', 30) }))
  given(await room.addTraining({ ...(await which(volunteer)), training: training('2026-06-01', 7, true) }))
  given(await room.addTraining({ ...(await which(volunteer)), training: training('2025-06-01', 40) }))
  given(await room.addTraining({ ...(await which(outside)), training: training('2026-01-01', 2) }))
  const register = await room.staffRegister(2026)
  expect((await lineOf(volunteer)).training).toEqual({ hours: 9.25, supervision: 1.75, missing: 30.75 })
  expect((await lineOf(volunteer, 2025)).training.hours).toBe(10)
  expect(register).toMatchObject({ hours: 9.75, wanted: 40, mayChange: true })
  expect(register.years).toEqual(expect.arrayContaining([2026, 2025]))
  expect(register.counts.byEmployment).toMatchObject({ volunteer: 1, external: 1 })
})

test('a line entered by mistake is struck out, with a reason, and stays to be read', async () => {
  const id = await entered({ name: '示例甲' })
  given(await room.addTraining({ ...(await which(id)), training: training('2026-03-01', 8) }))
  const line = { list: 'training', place: 0 } as const
  expect(codeOf(await room.strikeOutLine({ ...(await which(id)), line, because: '' }))).toBe('REASON_NEEDED')
  expect(
    codeOf(await room.strikeOutLine({ ...(await which(id)), line: { ...line, place: 3 }, because: '示例' })),
  ).toBe('STAFF_PROFILE_INVALID')
  given(await room.strikeOutLine({ ...(await which(id)), line, because: '示例：记重了' }))
  const { profile, training: year } = await lineOf(id)
  expect(year.hours).toBe(0)
  expect(profile.value.training).toHaveLength(1)
  expect(profile.value.struckOut).toMatchObject([{ list: 'training', place: 0, by: me }])
})

test('a qualification that runs out shows in time, of whoever is still here', async () => {
  const id = await entered({ name: '示例乙', employment: 'fullTime' })
  const until = addDays(today(), 30)
  const qualification = { title: '示例证书', issuedBy: '示例单位', day: '2020-01-01', until }
  given(await room.addQualification({ ...(await which(id)), qualification }))
  expect((await room.staffRegister(2026)).ending).toEqual([
    { profile: id, title: '示例证书', until, state: 'soon' },
  ])
  const { revision } = await which(id)
  const left = entry({ name: '示例乙', leftOn: addDays(today(), -1) })
  given(await room.saveStaffProfile({ id, revision, entry: left }))
  const { ending, people } = await room.staffRegister(2026)
  expect(ending).toEqual([])
  expect(people.at(-1)?.profile.id).toBe(id)
  expect(people.at(-1)?.profile.value.qualifications).toHaveLength(1)
})

test('what makes no sense is refused, and an account belongs to one person', async () => {
  const save = (more: Partial<StaffProfileEntry>) =>
    room.saveStaffProfile({ id: null, revision: 0, entry: entry(more) })
  expect(await save({ name: ' ' })).toMatchObject({ refusal: { code: 'STAFF_PROFILE_INVALID', at: 'name' } })
  const mine = await entered({ name: '示例丙', staffId: me, employment: 'fullTime' })
  expect(codeOf(await save({ staffId: me }))).toBe('ACCOUNT_TAKEN')
  expect((await room.staffRegister(2026)).withoutProfile.some(({ id }) => id === me)).toBe(false)
  const add = async (day: string, quarterHours: number) =>
    room.addTraining({ ...(await which(mine)), training: training(day, quarterHours) })
  expect(codeOf(await add(addDays(today(), 1), 4))).toBe('TRAINING_AHEAD')
  expect(codeOf(await add('2026-01-01', 0))).toBe('STAFF_PROFILE_INVALID')
  const backwards = { title: '示例', issuedBy: '', day: '2026-02-02', until: '2026-01-01' }
  expect(codeOf(await room.addQualification({ ...(await which(mine)), qualification: backwards }))).toBe(
    'STAFF_PROFILE_INVALID',
  )
})

test('everybody but a county coordinator reads the register; one adds to one’s own, supervisors and administrators to all', {
  timeout: 120_000,
}, async () => {
  const other = await entered({ name: '示例丁' })
  const names = new Map<string, string>()
  const answers = await asEachRole(
    {
      room: {
        ...room,
        addStaff: async (added: Parameters<RoomApi['addStaff']>[0]) => {
          const hired = await room.addStaff(added)
          if (hired.ok)
            names.set(hired.value.id, await entered({ name: added.name, staffId: hired.value.id }))
          return hired
        },
      },
      close: window.close,
    },
    async (theirs, staffId) => {
      const revisions = async (id: string) =>
        lineOf(id, 2026, theirs).then(
          ({ profile }) => ({ id, revision: profile.revision }),
          () => ({ id, revision: 1 }),
        )
      const own = names.get(staffId) ?? ''
      const hours = training('2026-02-01', 4)
      const certificate = { title: '示例证书', issuedBy: '', day: null, until: null }
      const line = { list: 'training', place: 0 } as const
      return {
        staffRegister: await answerOf(theirs.staffRegister(2026)),
        ownTraining: await answerOf(theirs.addTraining({ ...(await revisions(own)), training: hours })),
        ownQualification: await answerOf(
          theirs.addQualification({ ...(await revisions(own)), qualification: certificate }),
        ),
        ownStrike: await answerOf(
          theirs.strikeOutLine({ ...(await revisions(own)), line, because: '示例：记错' }),
        ),
        others: await answerOf(theirs.addTraining({ ...(await revisions(other)), training: hours })),
        saveStaffProfile: await answerOf(
          theirs.saveStaffProfile({ id: null, revision: 0, entry: entry({ name: '示例新人' }) }),
        ),
      }
    },
  )
  const reads = {
    staffRegister: 'SEEN',
    ownTraining: 'ACCEPTED',
    ownQualification: 'ACCEPTED',
    ownStrike: 'ACCEPTED',
    others: 'NOT_YOUR_PROFILE',
    saveStaffProfile: 'NOT_SUPERVISOR',
  }
  const changes = { ...reads, others: 'ACCEPTED', saveStaffProfile: 'ACCEPTED' }
  const shut = {
    staffRegister: 'NO_KEY',
    ownTraining: 'NO_KEY',
    ownQualification: 'NO_KEY',
    ownStrike: 'NO_KEY',
    others: 'NO_KEY',
    saveStaffProfile: 'NOT_SUPERVISOR',
  }
  expect(answers).toEqual({
    counsellor: reads,
    supervisor: changes,
    hotline: reads,
    administrator: changes,
    coordinator: shut,
  })
})
