import type { CourseAttendance } from '../../casework/activities/attendance.ts'
import type { GroupCourse, GroupMeeting, GroupPlan } from '../../casework/activities/group-course.ts'
import type { GroupSession } from '../../casework/activities/group-sessions.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** A course as it stands in the list. */
export interface GroupCourseLine {
  id: string
  course: Pick<GroupCourse, 'title' | 'place' | 'leaders' | 'begins' | 'endedAt'>
  held: number
  planned: number
  /** 人次: heads of all sessions that were held. */
  heads: number
  /** When the next session is to begin; null when none is planned. */
  next: string | null
}

/** A course with what follows from it; everybody in it under the file they are read under. */
export interface GroupCourseOnShow {
  course: Stored<GroupCourse>
  sessions: GroupSession[]
  attendance: CourseAttendance
  /** File numbers of those who take part, by id; whoever is erased has none. */
  fileNumbers: Record<string, string>
  staffNames: Record<string, string>
}

/** What is laid down of a course; its sessions come by steps. */
export type GroupCourseEntry = Omit<GroupCourse, 'steps' | 'endedAt'>

export interface GroupCoursesApi {
  /** Those that run first, the next session on top; then the ended ones, the newest first. Rejects with NO_KEY. */
  groupCourses(): Promise<{
    courses: GroupCourseLine[]
    staffNames: Record<string, string>
    unreadable: number
  }>
  /** Rejects with NOT_FOUND or NO_KEY. */
  groupCourse(id: string): Promise<GroupCourseOnShow>
  /** Who can lead a group: everybody who does casework here. */
  groupLeaders(): Promise<{ id: string; name: string }[]>
  /**
   * Whether somebody may be named in a group by file, and under which number. Refused with FILE_KEPT_ONLY or CONSENT_NEEDED;
   * whoever did not agree to a file is counted by head.
   */
  groupMember(clientId: string): Promise<Outcome<{ id: string; fileNumber: string }>>
  /**
   * Lays down a new course (`id` null, `revision` 0) or changes one that runs. Refused with ROLE_NEEDED, GROUP_COURSE_INVALID (the
   * field in `at`), RECORD_CLOSED, or GROUP_MEMBER_BARRED (which file in `detail`) for somebody new whom `groupMember` would refuse.
   */
  saveGroupCourse(input: {
    id: string | null
    revision: number
    entry: GroupCourseEntry
  }): Promise<Outcome<{ id: string }>>
  /** Plans one more session (`session` null), or plans one again. Refused with GROUP_SESSION_INVALID, GROUP_COURSE_OVER or STEP_NOT_OPEN. */
  planGroupSession(input: {
    id: string
    revision: number
    session: number | null
    plan: GroupPlan
  }): Promise<Outcome<{ session: number }>>
  /**
   * Enters how a session was held; with `because`, corrects what was entered. Refused with GROUP_SESSION_INVALID,
   * GROUP_SESSION_AHEAD (it has not begun), GROUP_COURSE_OVER, STEP_NOT_OPEN, REASON_NEEDED, or GROUP_MEMBER_BARRED.
   */
  holdGroupSession(input: {
    id: string
    revision: number
    session: number
    meeting: GroupMeeting
    because: string | null
  }): Promise<Outcome<null>>
  /** Refused with REASON_NEEDED, GROUP_COURSE_OVER or STEP_NOT_OPEN. */
  cancelGroupSession(input: {
    id: string
    revision: number
    session: number
    because: string
  }): Promise<Outcome<null>>
  /** Closes a course. What was entered can still be corrected. Refused with GROUP_SESSIONS_OPEN while one is planned. */
  endGroupCourse(input: { id: string; revision: number }): Promise<Outcome<null>>
}
