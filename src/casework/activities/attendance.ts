import type { GroupCourse, GroupMeeting } from './group-course.ts'

/** Heads at one meeting: how many are known by file, how many only counted. */
export interface MeetingAttendance {
  heads: number
  byFile: number
}

/** Somebody listed twice came once. */
export const meetingAttendance = ({ present }: Pick<GroupMeeting, 'present'>): MeetingAttendance => {
  if (present.kind === 'headCount') return { heads: present.count, byFile: 0 }
  const byFile = new Set(present.clients).size
  return { heads: byFile + present.others, byFile }
}

/** Who came how often, over a whole course of meetings. */
export interface CourseAttendance {
  meetings: number
  planned: number
  /** 人次: heads of all meetings together. */
  heads: number
  /** 人数: people known by file; who was only counted cannot be told apart from one meeting to the next. */
  knownPeople: number
  /** In the order of the list of members, then whoever came without being on it. */
  members: { clientId: string; came: number; listed: boolean }[]
  /** How many meetings say who came by file, of `meetings`. */
  tellWho: number
  minutes: number
  /** Mean of what people said of the meetings, in tenths; null when nobody was asked. */
  feedback: number | null
}

/** `meetings`: those that were held, as they are known now. */
export function courseAttendance({
  members,
  meetings,
  plannedMeetings,
}: Pick<GroupCourse, 'members' | 'plannedMeetings'> & {
  meetings: readonly GroupMeeting[]
}): CourseAttendance {
  const came = new Map(members.map((id) => [id, 0]))
  for (const { present } of meetings)
    if (present.kind === 'byFile')
      for (const id of new Set(present.clients)) came.set(id, (came.get(id) ?? 0) + 1)
  const said = meetings.flatMap(({ feedback }) => feedback ?? [])
  const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0)
  return {
    meetings: meetings.length,
    planned: plannedMeetings,
    heads: sum(meetings.map((meeting) => meetingAttendance(meeting).heads)),
    knownPeople: [...came.values()].filter((times) => times > 0).length,
    members: [...came].map(([clientId, times]) => ({
      clientId,
      came: times,
      listed: members.includes(clientId),
    })),
    tellWho: meetings.filter(({ present }) => present.kind === 'byFile').length,
    minutes: sum(meetings.map(({ minutes }) => minutes)),
    feedback: said.length === 0 ? null : Math.round(sum(said) / said.length),
  }
}
