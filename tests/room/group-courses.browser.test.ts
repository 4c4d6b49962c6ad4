import { beforeAll, expect, test } from 'vitest'
import type { GroupMeeting } from '../../src/casework/activities/group-course.ts'
import type { GroupCourseEntry } from '../../src/room/contract/group-courses.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf, instantAt } from '../../src/tiering/calendar.ts'
import { codeOf, given } from '../support/exchange.ts'
import { agree, fileOf, register, takesBack } from './casework.ts'
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
const at = (daysAgo: number) => instantAt(addDays(today(), -daysAgo), 9 * 60)
const entry = (more: Partial<GroupCourseEntry> = {}): GroupCourseEntry => ({
  title: '示例小组',
  theme: '示例：睡眠',
  plan: '',
  leaders: [me],
  place: '示例活动室',
  plannedMeetings: 6,
  begins: today(),
  members: [],
  ...more,
})
const meeting = (present: GroupMeeting['present'], more: Partial<GroupMeeting> = {}): GroupMeeting => ({
  startsAt: at(7),
  minutes: 90,
  theme: '示例主题',
  leaders: [me],
  present,
  feedback: null,
  incidents: '',
  ...more,
})
const byFile = (clients: string[], others = 0): GroupMeeting['present'] => ({
  kind: 'byFile',
  clients,
  others,
})
/** Somebody with a file they agreed to. */
const member = async () => {
  const id = await register(room)
  await agree(room, id, 'casefile')
  return id
}
const laidDown = async (more: Partial<GroupCourseEntry> = {}) =>
  given(await room.saveGroupCourse({ id: null, revision: 0, entry: entry(more) })).id
const onShow = (id: string) => room.groupCourse(id)
const revisionOf = async (id: string) => (await onShow(id)).course.revision
const plan = async (id: string, startsAt = at(7), session: number | null = null) =>
  room.planGroupSession({
    id,
    revision: await revisionOf(id),
    session,
    plan: { startsAt, minutes: 90, theme: '示例主题' },
  })
const hold = async (id: string, session: number, held: GroupMeeting, because: string | null = null) =>
  room.holdGroupSession({ id, revision: await revisionOf(id), session, meeting: held, because })
const cancel = async (id: string, session: number, because: string) =>
  room.cancelGroupSession({ id, revision: await revisionOf(id), session, because })

test('a course is laid down, its sessions planned, held and cancelled; who came is known by file or by head', async () => {
  const [a, b] = [await member(), await member()]
  const id = await laidDown({ members: [a, b] })
  expect(given(await plan(id, at(14))).session).toBe(1)
  expect(given(await plan(id, at(7))).session).toBe(2)
  expect(given(await plan(id, at(-7))).session).toBe(3)
  given(await hold(id, 1, meeting(byFile([a], 3), { startsAt: at(14) })))
  given(await hold(id, 2, meeting({ kind: 'headCount', count: 5 }, { feedback: 43 })))
  expect(codeOf(await cancel(id, 3, ' '))).toBe('REASON_NEEDED')
  given(await cancel(id, 3, '示例：停电'))

  const { course, sessions, attendance, fileNumbers } = await onShow(id)
  expect(sessions.map(({ state }) => state)).toEqual(['held', 'held', 'cancelled'])
  expect(attendance).toMatchObject({ heads: 9, knownPeople: 1, meetings: 2, planned: 6, feedback: 43 })
  expect(attendance.members).toEqual([
    { clientId: a, came: 1, listed: true },
    { clientId: b, came: 0, listed: true },
  ])
  expect(fileNumbers[a]).toBe((await fileOf(room, a)).client.value.fileNumber)
  expect(JSON.stringify(await room.groupCourses())).not.toContain('示例甲')
  expect(JSON.stringify({ course, sessions, fileNumbers })).not.toContain('示例甲')

  // What was cancelled can be planned again; what was held is corrected, with a reason, and what stood there stays.
  given(await plan(id, at(0), 3))
  expect(codeOf(await plan(id, at(0), 1))).toBe('STEP_NOT_OPEN')
  expect(codeOf(await hold(id, 1, meeting(byFile([a])), null))).toBe('STEP_NOT_OPEN')
  expect(codeOf(await hold(id, 1, meeting(byFile([a, b])), ' '))).toBe('REASON_NEEDED')
  given(await hold(id, 1, meeting(byFile([a, b]), { startsAt: at(14) }), '示例：漏记一位'))
  const after = await onShow(id)
  expect(after.sessions[0]?.steps.map(({ kind }) => kind)).toEqual(['planned', 'held', 'corrected'])
  expect(after.attendance.knownPeople).toBe(2)
})

test('a client’s file says that they took part, and nothing of what happened there', async () => {
  const [a, b] = [await member(), await member()]
  const id = await laidDown({ title: '示例互助组', members: [a, b] })
  given(await plan(id))
  expect((await fileOf(room, a)).groups).toEqual([])
  given(await hold(id, 1, meeting(byFile([a]), { incidents: '示例：组里有人争吵', feedback: 40 })))
  expect((await fileOf(room, a)).groups).toEqual([
    { course: id, title: '示例互助组', session: 1, startsAt: at(7) },
  ])
  expect((await fileOf(room, b)).groups).toEqual([])
})

test('whoever did not agree to a file, or whose file is only kept, is counted by head', async () => {
  const stranger = await register(room)
  expect(await room.groupMember(stranger)).toMatchObject({
    ok: false,
    refusal: { code: 'CONSENT_NEEDED', at: 'casefile' },
  })
  const withStranger = entry({ members: [stranger] })
  expect(codeOf(await room.saveGroupCourse({ id: null, revision: 0, entry: withStranger }))).toBe(
    'GROUP_MEMBER_BARRED',
  )
  const id = await laidDown()
  given(await plan(id))
  expect(codeOf(await hold(id, 1, meeting(byFile([stranger]))))).toBe('GROUP_MEMBER_BARRED')
  const kept = await member()
  const { client } = await fileOf(room, kept)
  given(await room.restrictClient({ id: kept, revision: client.revision, because: '示例：本人要求' }))
  expect(codeOf(await room.groupMember(kept))).toBe('FILE_KEPT_ONLY')

  // Also a member, once they take their consent back: what is entered from then on says nothing of them.
  const leaving = await member()
  const group = await laidDown({ members: [leaving] })
  given(await plan(group, at(14)))
  given(await plan(group, at(7)))
  given(await hold(group, 1, meeting(byFile([leaving]), { startsAt: at(14) })))
  const [consent] = (await fileOf(room, leaving)).consents
  given(await room.withdrawConsent(takesBack(consent)))
  expect(codeOf(await hold(group, 2, meeting(byFile([leaving]))))).toBe('GROUP_MEMBER_BARRED')
  given(await hold(group, 1, meeting(byFile([leaving], 1), { startsAt: at(14) }), '示例：漏记一位'))
  given(await hold(id, 1, meeting(byFile([], 4))))
  expect((await onShow(id)).attendance.heads).toBe(4)
})

test('two files that are read together are one person in a group', async () => {
  const [a, b] = [await member(), await member()]
  const id = await laidDown({ members: [a, b] })
  given(await plan(id))
  given(await hold(id, 1, meeting(byFile([a, b]))))
  expect((await onShow(id)).attendance).toMatchObject({ heads: 2, knownPeople: 2 })
  given(await room.mergeFiles({ from: b, into: a, because: '示例：同一个人' }))
  const merged = await onShow(id)
  expect(merged.course.value.members).toEqual([a])
  expect(merged.attendance).toMatchObject({ heads: 1, knownPeople: 1 })
  expect((await fileOf(room, a)).groups).toHaveLength(1)
  expect(given(await room.groupMember(b)).id).toBe(a)

  // Saved meanwhile, each keeps the file they stood there with.
  const { revision } = merged.course
  given(await room.saveGroupCourse({ id, revision, entry: entry({ title: '示例改名', members: [a] }) }))
  const merge = (await room.fileMerges(a)).merges[0]?.merge
  given(await room.undoMerge({ id: merge?.id ?? '', revision: merge?.revision ?? 0 }))
  expect((await onShow(id)).course.value.members).toEqual([a, b])
})

test('a course ends once no session is open; then it is only corrected', async () => {
  const id = await laidDown()
  given(await plan(id))
  const end = async () => room.endGroupCourse({ id, revision: await revisionOf(id) })
  expect(codeOf(await end())).toBe('GROUP_SESSIONS_OPEN')
  given(await hold(id, 1, meeting({ kind: 'headCount', count: 5 })))
  given(await end())
  expect(codeOf(await end())).toBe('GROUP_COURSE_OVER')
  expect(codeOf(await plan(id))).toBe('GROUP_COURSE_OVER')
  expect(codeOf(await cancel(id, 1, '示例'))).toBe('GROUP_COURSE_OVER')
  given(await hold(id, 1, meeting({ kind: 'headCount', count: 6 }), '示例：数错'))
  const revision = await revisionOf(id)
  expect(codeOf(await room.saveGroupCourse({ id, revision, entry: entry({ title: '示例新名' }) }))).toBe(
    'RECORD_CLOSED',
  )
  const { courses } = await room.groupCourses()
  expect(courses.at(-1)).toMatchObject({ id, held: 1, heads: 6, next: null })
})

test('what makes no sense is refused, and so is what another window has changed meanwhile', async () => {
  const bad = (more: Partial<GroupCourseEntry>) =>
    room.saveGroupCourse({ id: null, revision: 0, entry: entry(more) })
  for (const [field, more] of [
    ['title', { title: ' ' }],
    ['leaders', { leaders: [] }],
    ['plannedMeetings', { plannedMeetings: 0 }],
    ['begins', { begins: '示例' }],
  ] as const)
    expect(await bad({ ...more } as Partial<GroupCourseEntry>)).toEqual({
      ok: false,
      refusal: { code: 'GROUP_COURSE_INVALID', at: field },
    })
  const id = await laidDown()
  expect(codeOf(await plan(id, '示例'))).toBe('GROUP_SESSION_INVALID')
  given(await plan(id, at(-1)))
  expect(codeOf(await hold(id, 1, meeting(byFile([]), { minutes: 0 })))).toBe('GROUP_SESSION_INVALID')
  expect(codeOf(await hold(id, 1, meeting(byFile([]), { startsAt: at(-1) })))).toBe('GROUP_SESSION_AHEAD')
  expect(codeOf(await hold(id, 2, meeting(byFile([]))))).toBe('STEP_NOT_OPEN')
  expect(
    codeOf(
      await room.planGroupSession({
        id,
        revision: 1,
        session: null,
        plan: { startsAt: at(0), minutes: 90, theme: '' },
      }),
    ),
  ).toBe('CONFLICT')
})

test('an erased client’s place in a group is empty, nothing says who they were, and the heads stay', async () => {
  const a = await member()
  const id = await laidDown({ members: [a] })
  given(await plan(id))
  given(await hold(id, 1, meeting(byFile([a], 1))))
  given(await room.eraseClient(a))
  const { course, fileNumbers, attendance } = await onShow(id)
  expect(fileNumbers).toEqual({})
  expect(attendance).toMatchObject({ heads: 2, members: [] })
  expect(JSON.stringify(course)).not.toContain(a)
  given(await plan(id))
  given(await hold(id, 2, meeting(byFile([], 1))))
})

test('counsellors and supervisors know the groups; nobody else may look or change anything', {
  timeout: 120_000,
}, async () => {
  const id = await laidDown()
  given(await plan(id))
  const client = await member()
  const answers = await asEachRole(window, async (theirs) => {
    const known = await theirs.groupCourse(id).catch(() => null)
    const which = { id, revision: known?.course.revision ?? 1 }
    const nextPlan = { startsAt: at(1), minutes: 60, theme: '' }
    const held = meeting({ kind: 'headCount', count: 1 })
    return {
      groupCourses: await answerOf(theirs.groupCourses()),
      groupCourse: await answerOf(theirs.groupCourse(id)),
      groupMember: await answerOf(theirs.groupMember(client)),
      saveGroupCourse: await answerOf(theirs.saveGroupCourse({ id: null, revision: 0, entry: entry() })),
      holdGroupSession: await answerOf(
        theirs.holdGroupSession({ ...which, session: 77, meeting: held, because: null }),
      ),
      cancelGroupSession: await answerOf(
        theirs.cancelGroupSession({ ...which, session: 77, because: '示例' }),
      ),
      endGroupCourse: await answerOf(theirs.endGroupCourse(which)),
      planGroupSession: await answerOf(theirs.planGroupSession({ ...which, session: null, plan: nextPlan })),
    }
  })
  const works = {
    groupCourses: 'SEEN',
    groupCourse: 'SEEN',
    groupMember: 'ACCEPTED',
    saveGroupCourse: 'ACCEPTED',
    holdGroupSession: 'STEP_NOT_OPEN',
    cancelGroupSession: 'STEP_NOT_OPEN',
    endGroupCourse: 'GROUP_SESSIONS_OPEN',
    planGroupSession: 'ACCEPTED',
  }
  const shut = {
    groupCourses: 'NO_KEY',
    groupCourse: 'NO_KEY',
    groupMember: 'ROLE_NEEDED',
    saveGroupCourse: 'ROLE_NEEDED',
    holdGroupSession: 'ROLE_NEEDED',
    cancelGroupSession: 'ROLE_NEEDED',
    endGroupCourse: 'ROLE_NEEDED',
    planGroupSession: 'ROLE_NEEDED',
  }
  expect(answers).toEqual({
    counsellor: works,
    supervisor: works,
    hotline: shut,
    administrator: shut,
    coordinator: shut,
  })
})
