import {
  type GroupCourse,
  type GroupMeeting,
  groupCourseKind,
} from '../../casework/activities/group-course.ts'
import { heldMeetings } from '../../casework/activities/group-sessions.ts'
import { dayOf } from '../../casework/records/day-of.ts'
import type { Fact } from '../fact.ts'
import type { CountedKind } from './counted-kind.ts'
import type { People } from './people.ts'
import { clientOn, counts, nobodyOn } from './subject.ts'

const headsIn = (present: GroupMeeting['present']): number =>
  present.kind === 'byFile' ? present.others : present.count

/** A session of a group that was held, and who came to it: by file, and how many of whom nothing is known. */
function meetingFacts({ startsAt, minutes, present }: GroupMeeting, people: People): Fact[] {
  const day = dayOf(startsAt)
  const clients = present.kind === 'byFile' ? present.clients.map((id) => clientOn(people, id, day)) : []
  // Two files of one person that were merged since are one pseudonym, and one person who came.
  const came = [...new Map(clients.map((client) => [client.person, client])).values()]
  const heads = headsIn(present)
  return [
    { ...nobodyOn(day), ...counts('groupMeeting', 'held', null, minutes) },
    ...came.map((client) => ({ ...client, ...counts('groupAttendance', 'byFile') })),
    ...(heads === 0 ? [] : [{ ...nobodyOn(day), ...counts('groupAttendance', 'headCount', null, heads) }]),
  ]
}

export const countedGroups: CountedKind<GroupCourse> = {
  kind: groupCourseKind,
  by: 'record',
  facts: (records, people) =>
    records.flatMap(({ value }) => heldMeetings(value).flatMap((meeting) => meetingFacts(meeting, people))),
}
