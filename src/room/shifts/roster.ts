import { mondayOf } from '../../casework/appointments/week-view.ts'
import type { Stored } from '../../casework/records/record.ts'
import {
  mayPlan,
  planDuty,
  type Roster,
  rosterBlocks,
  takeRosterStep,
} from '../../casework/shifts/roster-blocks.ts'
import type { RosterStepKind } from '../../casework/shifts/roster-course.ts'
import {
  type RosterDuty,
  type RosterStep,
  rosterDutyKind,
  rosterDutySchema,
  rosterStanding,
  rosterStepSchema,
} from '../../casework/shifts/roster-duty.ts'
import { rosterGaps } from '../../casework/shifts/roster-gaps.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { addDays, instantAt } from '../../tiering/calendar.ts'
import { now, nowAfter } from '../clock.ts'
import { commands } from '../commands.ts'
import type { DutyOnShow, RosterApi } from '../contract/roster.ts'
import { sitters } from '../hotline/sitters.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { seatsHere } from './seats-here.ts'

/** So many are to be there at any time (国卫办疾控函〔2021〕15号: two seats at least). */
const wantedAtOnce = 2

const rosterHere = async ({ list, vault }: Session): Promise<Roster & { unreadable: number }> => {
  const { records, unreadable } = await list(rosterDutyKind)
  const roles = new Map(vault.staffing.list().map((one) => [one.id, one.roles]))
  return { duties: records, unreadable, rolesOf: (staffId) => roles.get(staffId) ?? [] }
}

const around = async (session: Session) => ({
  seats: (await seatsHere(session)).value.seats,
  sitters: sitters(session)
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
  staffNames: staffNames(session),
})

/** What it says of the colleague who is to take it on, which nobody has named yet. */
const aboutWhom = ['SWAP_WITH_SELF', 'STAFF_CANNOT_SIT', 'STAFF_PLANNED_TWICE', 'SEAT_PLANNED_TWICE']

/** Each step as it would be taken, by somebody who has not yet said more. */
const candidates = (by: string, at: string): RosterStep[] => [
  { kind: 'swapAsked', by, at, of: null, note: '' },
  { kind: 'swapTaken', by, at },
  { kind: 'swapDeclined', by, at },
  { kind: 'swapWithdrawn', by, at },
  { kind: 'reassigned', by, at, to: '', because: '' },
  { kind: 'cancelled', by, at, because: '' },
]

const openSteps = (duty: Stored<RosterDuty>, me: string, roster: Roster): RosterStepKind[] =>
  candidates(me, now()).flatMap((step) => {
    const blocks = rosterBlocks(duty, step, roster)
    const held = step.kind === 'reassigned' ? blocks.filter(({ code }) => !aboutWhom.includes(code)) : blocks
    return held.length === 0 ? [step.kind] : []
  })

const onShow = (duty: Stored<RosterDuty>, me: string, roster: Roster): DutyOnShow => {
  const standing = rosterStanding(duty.value)
  return { duty, standing, isMine: standing.staffId === me, open: openSteps(duty, me, roster) }
}

const firstField = (issues: readonly { path: readonly PropertyKey[] }[]): string =>
  issues[0]?.path.map(String).join('.') ?? ''

/** Who is to be at which seat, and when. */
export const rosterApi = (session: () => Session): RosterApi => ({
  async rosterWeek(day) {
    const { me } = session()
    const roster = await rosterHere(session())
    const seats = await seatsHere(session())
    const monday = mondayOf(day)
    const [from, until] = [instantAt(monday, 0), instantAt(addDays(monday, 7), 0)]
    const [begin, end] = [Date.parse(from), Date.parse(until)]
    const ahead = Math.min(Math.max(begin, Date.parse(now())), end)
    return {
      ...(await around(session())),
      monday,
      duties: roster.duties
        .filter(({ value }) => Date.parse(value.from) < end && Date.parse(value.until) > begin)
        .toSorted((a, b) => Date.parse(a.value.from) - Date.parse(b.value.from))
        .map((duty) => onShow(duty, me.id, roster)),
      gaps: rosterGaps(roster.duties, seats.value, {
        from: new Date(ahead).toISOString(),
        until,
        wanted: wantedAtOnce,
      }),
      mayPlan: mayPlan(me.roles),
      unreadable: roster.unreadable,
    }
  },
  async rosterDuty(id) {
    const { me, get } = session()
    const duty = await get(rosterDutyKind, id)
    return { ...(await around(session())), ...onShow(duty, me.id, await rosterHere(session())) }
  },
  ...commands({
    async planDuty(duty: Parameters<RosterApi['planDuty']>[0]): Promise<Outcome<{ id: string }>> {
      const { vault, me, commit } = session()
      const read = rosterDutySchema.safeParse({ ...duty, plannedBy: me.id, plannedAt: now(), steps: [] })
      if (!read.success) {
        const at = firstField(read.error.issues)
        return at === 'until' ? refused('DUTY_TIMES') : refused('DUTY_INVALID', { at })
      }
      const planned = planDuty(read.data, (await seatsHere(session())).value, await rosterHere(session()))
      if (!planned.ok) return planned
      const id = vault.drawId()
      await commit([{ kind: rosterDutyKind, id, expectedRevision: 0, value: planned.value }])
      return done({ id })
    },
    async takeRosterStep({
      id,
      revision,
      step,
    }: Parameters<RosterApi['takeRosterStep']>[0]): Promise<Outcome<null>> {
      const { me, get, commit } = session()
      const duty = await get(rosterDutyKind, id)
      const at = nowAfter(duty.value.steps.at(-1)?.at ?? duty.value.plannedAt)
      const read = rosterStepSchema.safeParse({ ...step, by: me.id, at })
      if (!read.success) return refused('DUTY_INVALID', { at: firstField(read.error.issues) })
      const after = takeRosterStep(duty, read.data, await rosterHere(session()))
      if (!after.ok) return after
      await commit([{ kind: rosterDutyKind, id, expectedRevision: revision, value: after.value }])
      return done(null)
    },
  }),
})
