import { stateAfter } from '../records/course.ts'
import type { GroupCourse, GroupMeeting, GroupPlan, GroupStep } from './group-course.ts'
import { type GroupSessionState, groupSessionCourse } from './group-session-course.ts'

/** One session of a course as it stands now. */
export interface GroupSession {
  /** Counted from 1. */
  number: number
  state: GroupSessionState
  /** As it was planned last. */
  plan: GroupPlan
  /** As it was held, or corrected last; null until then. */
  meeting: GroupMeeting | null
  /** Everything that was entered about it, oldest first. */
  steps: GroupStep[]
}

/** The sessions of a course, in the order they were planned in. */
export function groupSessions({ steps }: Pick<GroupCourse, 'steps'>): GroupSession[] {
  const bySession = Map.groupBy(steps, ({ session }) => session)
  return [...bySession].flatMap(([number, own]) => {
    const planned = own.findLast((step) => step.kind === 'planned')
    const held = own.findLast((step) => step.kind === 'held' || step.kind === 'corrected')
    const state = stateAfter(groupSessionCourse, own)
    if (planned === undefined || state === null) return []
    return [{ number, state, plan: planned.plan, meeting: held?.meeting ?? null, steps: own }]
  })
}

/** The sessions that were held, as they are known now. */
export const heldMeetings = (course: Pick<GroupCourse, 'steps'>): GroupMeeting[] =>
  groupSessions(course).flatMap(({ meeting }) => meeting ?? [])

/** That somebody took part in a session: which one and when, and nothing of what happened in it. */
export interface GroupPart {
  course: string
  title: string
  session: number
  startsAt: string
}

/** The sessions in which one person, under any of these ids, is known to have taken part; oldest first. */
export const groupPartsOf = (
  ids: readonly string[],
  courses: readonly { id: string; value: Pick<GroupCourse, 'title' | 'steps'> }[],
): GroupPart[] =>
  courses
    .flatMap(({ id, value }) =>
      groupSessions(value).flatMap(({ number, meeting }): GroupPart[] =>
        meeting?.present.kind === 'byFile' && meeting.present.clients.some((client) => ids.includes(client))
          ? [{ course: id, title: value.title, session: number, startsAt: meeting.startsAt }]
          : [],
      ),
    )
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))

const unlessTwice = (ids: readonly string[]): string[] => [...new Set(ids)]

/** The course with everybody under the file they are read under, so that nobody stands there twice. */
export function courseReadUnder(course: GroupCourse, readUnder: (id: string) => string): GroupCourse {
  const under = (ids: readonly string[]) => unlessTwice(ids.map(readUnder))
  const underIn = (meeting: GroupMeeting): GroupMeeting =>
    meeting.present.kind === 'byFile'
      ? { ...meeting, present: { ...meeting.present, clients: under(meeting.present.clients) } }
      : meeting
  return {
    ...course,
    members: under(course.members),
    steps: course.steps.map((step) =>
      step.kind === 'held' || step.kind === 'corrected' ? { ...step, meeting: underIn(step.meeting) } : step,
    ),
  }
}

/**
 * Ids to store for people chosen by the file they are read under: whoever stood there before keeps the file they stood there
 * with, so that it is theirs again should the files be taken apart.
 */
export const keptUnderOwnFile = (
  chosen: readonly string[],
  before: readonly string[],
  readUnder: (id: string) => string,
): string[] =>
  unlessTwice(
    chosen.flatMap((id) => {
      const own = before.filter((one) => readUnder(one) === id)
      return own.length === 0 ? [id] : own
    }),
  )
