import { courseAttendance } from '../../casework/activities/attendance.ts'
import { type GroupCourse, groupCourseKind } from '../../casework/activities/group-course.ts'
import { courseReadUnder, groupSessions, heldMeetings } from '../../casework/activities/group-sessions.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { GroupCourseLine, GroupCourseOnShow } from '../contract/group-courses.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'

/** Every course; rejects with NO_KEY where the role may know of none. */
export const allCourses = async ({ vault, list }: Session) => {
  if (!vault.opens(groupCourseKind.domain)) throw new RoomError('NO_KEY')
  return list(groupCourseKind)
}

const lineOf = ({ id, value }: Stored<GroupCourse>): GroupCourseLine => {
  const planned = groupSessions(value).filter(({ state }) => state === 'planned')
  const { meetings, heads } = courseAttendance({ ...value, meetings: heldMeetings(value) })
  const { title, place, leaders, begins, endedAt } = value
  return {
    id,
    course: { title, place, leaders, begins, endedAt },
    held: meetings,
    planned: value.plannedMeetings,
    heads,
    next: planned.map(({ plan }) => plan.startsAt).sort()[0] ?? null,
  }
}

/** Later than any moment. */
const never = '9999'

/** Lines of the list: those that run, the next session on top, then the ended ones, the newest first. */
export const courseLines = (courses: readonly Stored<GroupCourse>[]): GroupCourseLine[] =>
  courses
    .map(lineOf)
    .sort(
      (a, b) =>
        Number(a.course.endedAt !== null) - Number(b.course.endedAt !== null) ||
        (a.next ?? never).localeCompare(b.next ?? never) ||
        b.course.begins.localeCompare(a.course.begins),
    )

/** A course with what follows from it. */
export const courseOnShow = async (session: Session, id: string): Promise<GroupCourseOnShow> => {
  const stored = await session.get(groupCourseKind, id)
  const [{ readUnder }, { entryOf }] = await Promise.all([session.merged(), session.cases()])
  const course = courseReadUnder(stored.value, readUnder)
  const attendance = courseAttendance({ ...course, meetings: heldMeetings(course) })
  const numbers = attendance.members.flatMap(({ clientId }) => {
    const number = entryOf(clientId)?.client.fileNumber
    return number === undefined ? [] : [[clientId, number] as const]
  })
  return {
    course: { ...stored, value: course },
    sessions: groupSessions(course),
    attendance,
    fileNumbers: Object.fromEntries(numbers),
    staffNames: staffNames(session),
  }
}
