import {
  type GroupCourse,
  type GroupMeeting,
  type GroupStep,
  groupCourseKind,
  groupCourseSchema,
  groupMeetingSchema,
  groupPlanSchema,
} from '../../casework/activities/group-course.ts'
import { groupSessionCourse } from '../../casework/activities/group-session-course.ts'
import { groupSessions, keptUnderOwnFile } from '../../casework/activities/group-sessions.ts'
import { clientKind } from '../../casework/clients/client.ts'
import { mayDoCasework } from '../../casework/records/approval-blocks.ts'
import { afterStep } from '../../casework/records/course.ts'
import type { Stored } from '../../casework/records/record.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { now } from '../clock.ts'
import { commands } from '../commands.ts'
import { mayDo } from '../consents/may-do.ts'
import type { GroupCoursesApi } from '../contract/group-courses.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { allCourses, courseLines, courseOnShow } from './courses-on-show.ts'

const firstField = (issues: readonly { path: readonly PropertyKey[] }[]): string =>
  String(issues[0]?.path[0] ?? '')

/** Whether those who did not stand there before may be named; refused with GROUP_MEMBER_BARRED, saying who may not. */
const mayAllBeNamed = async (
  session: Session,
  chosen: readonly string[],
  before: readonly string[],
): Promise<Outcome<null>> => {
  for (const id of new Set(chosen)) {
    if (before.includes(id) || (await mayDo(session, 'keepNotes', id)).ok) continue
    const { fileNumber } = (await session.get(clientKind, id)).value
    return refused('GROUP_MEMBER_BARRED', { detail: { fileNumber } })
  }
  return done(null)
}

/** The next step of a session, saved with the course it belongs to. */
const taken = async (
  { commit }: Session,
  { id, revision, value }: Stored<GroupCourse>,
  step: GroupStep,
): Promise<Outcome<null>> => {
  const state = groupSessions(value).find(({ number }) => number === step.session)?.state
  const isFirst = state === undefined && step.kind === 'planned'
  if (!isFirst && (state === undefined || afterStep(groupSessionCourse, state, step.kind) === null))
    return refused('STEP_NOT_OPEN', { detail: { state: state ?? '', step: step.kind } })
  const after = { ...value, steps: [...value.steps, step] }
  await commit([{ kind: groupCourseKind, id, expectedRevision: revision, value: after }])
  return done(null)
}

/** Group courses: laid down, held session by session, and who took part. */
export const groupCoursesApi = (session: () => Session): GroupCoursesApi => {
  /** The course as it was on show; a change since then is refused when the step is saved. */
  const onShow = async ({ id, revision }: { id: string; revision: number }) => ({
    ...(await session().get(groupCourseKind, id)),
    revision,
  })
  const mayWork = () => mayDoCasework(session().me.roles)
  const entered = () => ({ by: session().me.id, at: now() })

  return {
    async groupCourses() {
      const { records, unreadable } = await allCourses(session())
      return { courses: courseLines(records), staffNames: staffNames(session()), unreadable }
    },
    groupCourse: (id) => courseOnShow(session(), id),
    async groupLeaders() {
      return session()
        .vault.staffing.list()
        .filter(({ roles }) => mayDoCasework(roles))
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
    },
    async groupMember(clientId) {
      if (!mayWork()) return refused('ROLE_NEEDED')
      const { readUnder } = await session().merged()
      const id = readUnder(clientId)
      const may = await mayDo(session(), 'keepNotes', id)
      if (!may.ok) return may
      return done({ id, fileNumber: (await session().get(clientKind, id)).value.fileNumber })
    },
    ...commands({
      async saveGroupCourse({
        id,
        revision,
        entry,
      }: Parameters<GroupCoursesApi['saveGroupCourse']>[0]): Promise<Outcome<{ id: string }>> {
        if (!mayWork()) return refused('ROLE_NEEDED')
        const { vault, commit, merged } = session()
        const before = id === null ? null : await onShow({ id, revision })
        const kept = before?.value ?? null
        const members = keptUnderOwnFile(entry.members, kept?.members ?? [], (await merged()).readUnder)
        const read = groupCourseSchema.safeParse({
          ...entry,
          members,
          steps: kept?.steps ?? [],
          endedAt: kept?.endedAt ?? null,
        })
        if (!read.success) return refused('GROUP_COURSE_INVALID', { at: firstField(read.error.issues) })
        const may = await mayAllBeNamed(session(), members, kept?.members ?? [])
        if (!may.ok) return may
        const saved = id ?? vault.drawId()
        await commit([{ kind: groupCourseKind, id: saved, expectedRevision: revision, value: read.data }])
        return done({ id: saved })
      },
      async planGroupSession({
        session: number,
        plan,
        ...which
      }: Parameters<GroupCoursesApi['planGroupSession']>[0]): Promise<Outcome<{ session: number }>> {
        if (!mayWork()) return refused('ROLE_NEEDED')
        const course = await onShow(which)
        if (course.value.endedAt !== null) return refused('GROUP_COURSE_OVER')
        const read = groupPlanSchema.safeParse(plan)
        if (!read.success) return refused('GROUP_SESSION_INVALID', { at: firstField(read.error.issues) })
        const planned = number ?? groupSessions(course.value).length + 1
        const step: GroupStep = { kind: 'planned', session: planned, ...entered(), plan: read.data }
        const saved = await taken(session(), course, step)
        return saved.ok ? done({ session: planned }) : saved
      },
      async holdGroupSession({
        session: number,
        meeting,
        because,
        ...which
      }: Parameters<GroupCoursesApi['holdGroupSession']>[0]): Promise<Outcome<null>> {
        if (!mayWork()) return refused('ROLE_NEEDED')
        const course = await onShow(which)
        if (course.value.endedAt !== null && because === null) return refused('GROUP_COURSE_OVER')
        if (because !== null && because.trim().length < 2) return refused('REASON_NEEDED', { at: 'because' })
        const known = groupSessions(course.value).find((one) => one.number === number)?.meeting ?? null
        const before = known?.present.kind === 'byFile' ? known.present.clients : []
        const read = groupMeetingSchema.safeParse(
          await withOwnFiles(session(), meeting, [...before, ...course.value.members]),
        )
        if (!read.success) return refused('GROUP_SESSION_INVALID', { at: firstField(read.error.issues) })
        const { startsAt, present } = read.data
        const at = entered()
        if (Date.parse(startsAt) > Date.parse(at.at)) return refused('GROUP_SESSION_AHEAD')
        const came = present.kind === 'byFile' ? present.clients : []
        const may = await mayAllBeNamed(session(), came, before)
        if (!may.ok) return may
        const step = { session: number, ...at, meeting: read.data }
        return taken(
          session(),
          course,
          because === null
            ? { kind: 'held', ...step }
            : { kind: 'corrected', ...step, because: because.trim() },
        )
      },
      async cancelGroupSession({
        session: number,
        because,
        ...which
      }: Parameters<GroupCoursesApi['cancelGroupSession']>[0]): Promise<Outcome<null>> {
        if (!mayWork()) return refused('ROLE_NEEDED')
        const course = await onShow(which)
        if (course.value.endedAt !== null) return refused('GROUP_COURSE_OVER')
        const why = because.trim()
        if (why.length < 2) return refused('REASON_NEEDED', { at: 'because' })
        return taken(session(), course, {
          kind: 'cancelled',
          session: number,
          ...entered(),
          because: why,
        })
      },
      async endGroupCourse(which: { id: string; revision: number }): Promise<Outcome<null>> {
        if (!mayWork()) return refused('ROLE_NEEDED')
        const { id, revision, value } = await onShow(which)
        if (value.endedAt !== null) return refused('GROUP_COURSE_OVER')
        const open = groupSessions(value).filter(({ state }) => state === 'planned')
        if (open.length > 0) return refused('GROUP_SESSIONS_OPEN', { detail: { count: open.length } })
        const after = { ...value, endedAt: now() }
        await session().commit([{ kind: groupCourseKind, id, expectedRevision: revision, value: after }])
        return done(null)
      },
    }),
  }
}

/** A session with everybody under the file they stood in the course with. */
const withOwnFiles = async (
  { merged }: Session,
  meeting: GroupMeeting,
  before: readonly string[],
): Promise<GroupMeeting> => {
  const { present } = meeting
  if (present.kind !== 'byFile') return meeting
  const clients = keptUnderOwnFile(present.clients, before, (await merged()).readUnder)
  return { ...meeting, present: { ...present, clients } }
}
