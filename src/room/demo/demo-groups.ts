import {
  type GroupCourse,
  type GroupMeeting,
  type GroupStep,
  groupCourseKind,
} from '../../casework/activities/group-course.ts'
import type { Language } from '../../casework/records/values.ts'
import type { SimulatedRoom } from '../../simulation/simulated-room.ts'
import { addDays, instantAt } from '../../tiering/calendar.ts'
import type { Change, OpenVault } from '../../vault/vault.ts'
import { today } from '../clock.ts'
import { activityWords } from './activity-words.ts'

const grownSince = 18 * 366
const memberCount = 6

/** Who came to the sessions that were held, by number: members by their place in the list, and others. */
const came: Record<number, { members: readonly number[]; others: number }> = {
  1: { members: [0, 1, 2, 3, 4, 5], others: 1 },
  2: { members: [0, 1, 3, 4], others: 2 },
  4: { members: [0, 2, 3, 4, 5], others: 1 },
}

/** A group that runs, with who came by file, and one that is over, with heads only. */
export const demoGroups = (
  vault: Pick<OpenVault, 'drawId' | 'staff'>,
  { clients }: Pick<SimulatedRoom, 'clients'>,
  language: Language,
): Change[] => {
  const by = vault.staff.id
  const said = activityWords[language]
  const weeksAgo = (weeks: number) => instantAt(addDays(today(), -7 * weeks), 14 * 60)
  const later = (startsAt: string, hours: number) =>
    new Date(Date.parse(startsAt) + hours * 3_600_000).toISOString()
  const members = clients
    .filter(({ value }) => value.birthDate !== null && value.birthDate < addDays(today(), -grownSince))
    .slice(0, memberCount)
    .map(({ id }) => id)

  const plan = (session: number, startsAt: string): GroupStep => ({
    kind: 'planned',
    session,
    by,
    at: weeksAgo(6),
    plan: { startsAt, minutes: 90, theme: said.sessions[session - 1] ?? '' },
  })
  const meeting = (session: number, startsAt: string, present: GroupMeeting['present']): GroupMeeting => ({
    startsAt,
    minutes: 90,
    theme: said.sessions[session - 1] ?? '',
    leaders: [by],
    present,
    feedback: 41 + session,
    incidents: session === 2 ? said.incident : '',
  })
  const byFile = (session: number): GroupMeeting['present'] => {
    const { members: there = [], others = 0 } = came[session] ?? {}
    return { kind: 'byFile', clients: there.flatMap((place) => members[place] ?? []), others }
  }
  const held = (session: number, startsAt: string): GroupStep => ({
    kind: 'held',
    session,
    by,
    at: later(startsAt, 2),
    meeting: meeting(session, startsAt, session === 1 ? withoutLast(byFile(session)) : byFile(session)),
  })
  const first = weeksAgo(4)
  const sleep: GroupCourse = {
    title: said.sleep,
    theme: said.sleepTheme,
    plan: said.sleepPlan,
    leaders: [by],
    place: said.place,
    plannedMeetings: 6,
    begins: addDays(today(), -28),
    members,
    steps: [
      plan(1, first),
      plan(2, weeksAgo(3)),
      plan(3, weeksAgo(2)),
      plan(4, weeksAgo(1)),
      plan(5, instantAt(addDays(today(), -1), 14 * 60)),
      plan(6, weeksAgo(-1)),
      held(1, first),
      {
        kind: 'corrected',
        session: 1,
        by,
        at: later(first, 20),
        meeting: meeting(1, first, byFile(1)),
        because: said.missedOne,
      },
      held(2, weeksAgo(3)),
      { kind: 'cancelled', session: 3, by, at: later(weeksAgo(2), -3), because: said.powerCut },
      held(4, weeksAgo(1)),
    ],
    endedAt: null,
  }
  const parents: GroupCourse = {
    ...sleep,
    title: said.parents,
    theme: '',
    plan: '',
    plannedMeetings: 2,
    begins: addDays(today(), -98),
    members: [],
    steps: [1, 2].flatMap((session): GroupStep[] => {
      const startsAt = weeksAgo(15 - session)
      const planned = { startsAt, minutes: 60, theme: '' }
      const at = later(startsAt, 3)
      const present: GroupMeeting['present'] = { kind: 'headCount', count: 9 + session }
      return [
        { kind: 'planned', session, by, at: weeksAgo(16), plan: planned },
        {
          kind: 'held',
          session,
          by,
          at,
          meeting: { ...planned, leaders: [by], present, feedback: null, incidents: '' },
        },
      ]
    }),
    endedAt: weeksAgo(12),
  }
  return [sleep, parents].map((value) => ({
    kind: groupCourseKind,
    id: vault.drawId(),
    expectedRevision: 0,
    value,
  }))
}

const withoutLast = (present: GroupMeeting['present']): GroupMeeting['present'] =>
  present.kind === 'byFile' ? { ...present, clients: present.clients.slice(0, -1) } : present
