import type { GroupCourse, GroupMeeting } from './group-course.ts'

/**
 * The course without a client in it. Whose file is read under another one stands there under that; otherwise they go on
 * being counted as somebody who came, and nothing says who. Null when they do not stand in it.
 */
export function courseWithout(
  course: GroupCourse,
  clientId: string,
  under: string | null,
): GroupCourse | null {
  let isIn = false
  const without = (ids: readonly string[]): string[] => {
    if (!ids.includes(clientId)) return [...ids]
    isIn = true
    return [...new Set(ids.flatMap((id) => (id === clientId ? (under ?? []) : [id])))]
  }
  const counted = (meeting: GroupMeeting): GroupMeeting => {
    const { present } = meeting
    if (present.kind !== 'byFile' || !present.clients.includes(clientId)) return meeting
    const others = present.others + (under === null ? 1 : 0)
    return { ...meeting, present: { ...present, clients: without(present.clients), others } }
  }
  const left = {
    ...course,
    members: without(course.members),
    steps: course.steps.map((step) =>
      step.kind === 'held' || step.kind === 'corrected' ? { ...step, meeting: counted(step.meeting) } : step,
    ),
  }
  return isIn ? left : null
}
