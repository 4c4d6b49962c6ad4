import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { courseAttendance } from '../../../src/casework/activities/attendance.ts'
import { courseWithout } from '../../../src/casework/activities/course-without.ts'
import {
  type GroupCourse,
  type GroupStep,
  groupCourseKind,
  groupCourseSchema,
} from '../../../src/casework/activities/group-course.ts'
import {
  type GroupSessionState,
  type GroupSessionStepKind,
  groupSessionCourse,
  groupSessionStates,
  groupSessionStepKinds,
} from '../../../src/casework/activities/group-session-course.ts'
import {
  courseReadUnder,
  groupPartsOf,
  groupSessions,
  heldMeetings,
  keptUnderOwnFile,
} from '../../../src/casework/activities/group-sessions.ts'
import {
  type OutreachVersion,
  outreachKind,
  outreachNow,
  outreachSchema,
} from '../../../src/casework/activities/outreach.ts'
import { checkChange } from '../../../src/casework/records/check-change.ts'
import { afterStep } from '../../../src/casework/records/course.ts'
import { staffProfileKind } from '../../../src/casework/staff/staff-profile.ts'
import { trainingIn } from '../../../src/casework/staff/staff-register.ts'
import { codeOf } from '../../support/outcome.ts'
import { meetingOf, outreachOf, profileOf, workingRules } from '../file-records.ts'
import { idOf } from '../records.ts'

const by = idOf(900)
const at = '2026-11-20T09:00:00.000Z'
const plan = { startsAt: '2026-11-20T06:00:00.000Z', minutes: 90, theme: '示例主题' }
const [a, b, c] = [idOf(1), idOf(2), idOf(3)]
const planned = (session: number): GroupStep => ({ kind: 'planned', session, by, at, plan })
const held = (session: number, clients: string[], startsAt = plan.startsAt): GroupStep => ({
  kind: 'held',
  session,
  by,
  at,
  meeting: meetingOf({ kind: 'byFile', clients, others: 0 }, { startsAt }),
})
const corrected = (session: number, clients: string[]): GroupStep => ({
  kind: 'corrected',
  session,
  by,
  at,
  meeting: meetingOf({ kind: 'byFile', clients, others: 2 }),
  because: '示例：漏记了',
})
const cancelled = (session: number): GroupStep => ({
  kind: 'cancelled',
  session,
  by,
  at,
  because: '示例：下雨',
})
const step: Record<GroupSessionStepKind, (session: number) => GroupStep> = {
  planned,
  held: (session) => held(session, [a]),
  corrected: (session) => corrected(session, [a, b]),
  cancelled,
}
const courseOf = (steps: GroupStep[], members: string[] = [a, b]): GroupCourse => ({
  title: '示例小组',
  theme: '',
  plan: '',
  leaders: [by],
  place: '',
  plannedMeetings: 6,
  begins: '2026-11-20',
  members,
  steps,
  endedAt: null,
})

describe('a session of a group', () => {
  const to: Record<GroupSessionState, Record<GroupSessionStepKind, GroupSessionState | null>> = {
    planned: { planned: 'planned', held: 'held', corrected: null, cancelled: 'cancelled' },
    held: { planned: null, held: null, corrected: 'held', cancelled: null },
    cancelled: { planned: 'planned', held: null, corrected: null, cancelled: null },
  }
  test.each(groupSessionStates)('goes from %s only where its course leads', (state) => {
    for (const kind of groupSessionStepKinds)
      expect(afterStep(groupSessionCourse, state, kind), kind).toBe(to[state][kind])
  })

  test('is planned first, counted without a gap, and stands as its last step says', () => {
    const steps = [planned(1), planned(2), held(1, [a]), cancelled(2), corrected(1, [a, b]), planned(2)]
    const sessions = groupSessions(courseOf(steps))
    expect(sessions.map(({ number, state }) => [number, state])).toEqual([
      [1, 'held'],
      [2, 'planned'],
    ])
    expect(sessions[0]?.meeting?.present).toEqual({ kind: 'byFile', clients: [a, b], others: 2 })
    expect(sessions[0]?.steps).toHaveLength(3)
    expect(heldMeetings(courseOf(steps))).toHaveLength(1)
    const isGood = (some: GroupStep[]) => groupCourseSchema.safeParse(courseOf(some)).success
    expect(isGood(steps)).toBe(true)
    expect(isGood([planned(2)])).toBe(false)
    expect(isGood([held(1, [a])])).toBe(false)
    expect(isGood([planned(1), planned(3)])).toBe(false)
    expect(isGood([planned(1), held(1, [a]), cancelled(1)])).toBe(false)
  })

  test('never loses what was entered about it, whatever is entered next', () => {
    const some = fc.array(
      fc.record({ session: fc.integer({ min: 1, max: 3 }), kind: fc.constantFrom(...groupSessionStepKinds) }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(some, (wanted) => {
        let course = courseOf([])
        for (const { session, kind } of wanted) {
          const next = { ...course, steps: [...course.steps, step[kind](session)] }
          if (!groupCourseSchema.safeParse(next).success) continue
          expect(checkChange(groupCourseKind, course, next).ok).toBe(true)
          course = next
        }
        expect(groupSessions(course).flatMap(({ steps }) => steps)).toHaveLength(course.steps.length)
        for (const place of course.steps.keys())
          expect(
            codeOf(
              checkChange(groupCourseKind, course, { ...course, steps: course.steps.toSpliced(place, 1) }),
            ),
          ).toBe('RECORD_CLOSED')
      }),
    )
  })
})

describe('who took part', () => {
  const later = '2026-11-27T06:00:00.000Z'
  const course = courseOf([planned(1), planned(2), held(2, [a, c], later), held(1, [a, b])])

  test('is known of one person by session and day, and nothing more', () => {
    const courses = [{ id: idOf(50), value: course }]
    expect(groupPartsOf([a], courses)).toEqual([
      { course: idOf(50), title: '示例小组', session: 1, startsAt: plan.startsAt },
      { course: idOf(50), title: '示例小组', session: 2, startsAt: later },
    ])
    expect(groupPartsOf([b, c], courses).map(({ session }) => session)).toEqual([1, 2])
    expect(groupPartsOf([idOf(4)], courses)).toEqual([])
  })

  test('is told once of two files that are read together, and of each again when they are taken apart', () => {
    const readUnder = (id: string) => (id === c ? a : id)
    const read = courseReadUnder({ ...course, members: [a, c] }, readUnder)
    expect(read.members).toEqual([a])
    expect(heldMeetings(read).map(({ present }) => present)).toEqual([
      { kind: 'byFile', clients: [a, b], others: 0 },
      { kind: 'byFile', clients: [a], others: 0 },
    ])
    expect(keptUnderOwnFile([a, b], [c], readUnder)).toEqual([c, b])
    expect(keptUnderOwnFile([a, b], [a, c], readUnder)).toEqual([a, c, b])
    expect(keptUnderOwnFile([b], [a, c], readUnder)).toEqual([b])
  })

  test('counts an erased person among the others, once though two files of theirs stood there', () => {
    const both = { ...course, members: [a, b, c] }
    const heads = (one: GroupCourse) => courseAttendance({ ...one, meetings: heldMeetings(one) }).heads
    const before = heads(courseReadUnder(both, (id) => (id === c ? a : id)))
    const first = courseWithout(both, c, a)
    const left = first && courseWithout(first, a, null)
    expect(left?.members).toEqual([b])
    expect(JSON.stringify(left)).not.toContain(a)
    expect(JSON.stringify(left)).not.toContain(c)
    expect(left && heads(left)).toBe(before)
    expect(left && groupCourseSchema.safeParse(left).success).toBe(true)
    expect(courseWithout(both, idOf(77), null)).toBeNull()
  })
})

describe('an activity', () => {
  const version = (more: Partial<OutreachVersion> = {}): OutreachVersion => ({
    activity: outreachOf(),
    struckOut: false,
    because: '',
    by,
    at,
    ...more,
  })
  test('is corrected by a later version with a reason; the earlier ones stay', () => {
    const first = { versions: [version()] }
    const second = {
      versions: [
        ...first.versions,
        version({ activity: outreachOf({ audience: 45 }), because: '示例：数错' }),
      ],
    }
    expect(outreachSchema.safeParse(second).success).toBe(true)
    expect(outreachNow(second)?.audience).toBe(45)
    expect(checkChange(outreachKind, first, second).ok).toBe(true)
    expect(codeOf(checkChange(outreachKind, second, first))).toBe('RECORD_CLOSED')
    expect(outreachSchema.safeParse({ versions: [version(), version()] }).success).toBe(false)
  })
  test('that was entered by mistake counts no more, until it is corrected again', () => {
    const struck = [version(), version({ struckOut: true, because: '示例：登记重了' })]
    expect(outreachNow({ versions: struck })).toBeNull()
    expect(outreachNow({ versions: [...struck, version({ because: '示例：没有重' })] })).not.toBeNull()
    expect(outreachSchema.safeParse({ versions: [version({ struckOut: true })] }).success).toBe(false)
  })
})

test('a line of training that was entered by mistake stays and adds up to nothing', () => {
  const training = [8, 12].map((quarterHours) => ({
    day: '2026-03-01',
    title: '示例培训',
    quarterHours,
    supervision: false,
    by,
    at,
  }))
  const before = profileOf({ training })
  const struckOut = [{ list: 'training' as const, place: 0, because: '示例：记重了', by, at }]
  const after = profileOf({ training, struckOut })
  expect(trainingIn(2026, after, workingRules).hours).toBe(3)
  expect(checkChange(staffProfileKind, before, after).ok).toBe(true)
  expect(codeOf(checkChange(staffProfileKind, before, profileOf({ training: training.slice(1) })))).toBe(
    'RECORD_CLOSED',
  )
})
