import type { Outcome } from '../../instruments/outcome.ts'
import { type Block, blockIf, unlessBlocked } from '../records/block.ts'
import { afterStep } from '../records/course.ts'
import type { Stored } from '../records/record.ts'
import type { Role } from '../staff/staff.ts'
import { type HotlineSeats, isSeat, maySit } from './hotline-seats.ts'
import { rosterCourse } from './roster-course.ts'
import { type RosterDuty, type RosterStep, rosterStanding } from './roster-duty.ts'

/** Longer than this nobody sits at a seat in one go. */
const longestDutyHours = 24

export type RosterBlock =
  | 'ROSTER_ROLE_NEEDED'
  | 'SEAT_UNKNOWN'
  | 'DUTY_TIMES'
  | 'DUTY_TOO_LONG'
  | 'SEAT_PLANNED_TWICE'
  | 'STAFF_PLANNED_TWICE'
  | 'STAFF_CANNOT_SIT'
  | 'STEP_NOT_OPEN'
  | 'DUTY_OVER'
  | 'NOT_YOUR_DUTY'
  | 'NOT_ASKED_OF_YOU'
  | 'SWAP_WITH_SELF'

/** What is known besides the duty: the others on the roster, and who has which roles. */
export interface Roster {
  duties: readonly Stored<RosterDuty>[]
  rolesOf: (staffId: string) => readonly Role[]
}

type Times = Pick<RosterDuty, 'from' | 'until'>

const hour = 3_600_000

const lasts = ({ from, until }: Times): number => Date.parse(until) - Date.parse(from)

const overlap = (a: Times, b: Times): boolean =>
  Date.parse(a.from) < Date.parse(b.until) && Date.parse(b.from) < Date.parse(a.until)

/** Whether somebody with these roles may change the roster. */
export const mayPlan = (roles: readonly Role[]): boolean =>
  (['counsellor', 'supervisor', 'administrator'] as const).some((role) => roles.includes(role))

const isKept = ({ value }: Stored<RosterDuty>): boolean => rosterStanding(value).state !== 'cancelled'

/** Whether somebody else is at that seat then, or the person somewhere. */
function clashes(
  duty: Times & { seat: number; staffId: string },
  ownId: string | null,
  { duties }: Roster,
): Block<RosterBlock>[] {
  const meanwhile = duties.filter((one) => one.id !== ownId && isKept(one) && overlap(one.value, duty))
  return [
    ...blockIf(
      meanwhile.some(({ value }) => value.seat === duty.seat),
      'SEAT_PLANNED_TWICE',
    ),
    ...blockIf(
      meanwhile.some(({ value }) => rosterStanding(value).staffId === duty.staffId),
      'STAFF_PLANNED_TWICE',
    ),
  ]
}

const cannotSit = (staffId: string, { rolesOf }: Roster): Block<RosterBlock>[] =>
  blockIf(!maySit(rolesOf(staffId)), 'STAFF_CANNOT_SIT')

/** What stands in the way of putting a duty on the roster. */
export function planBlocks(
  duty: Omit<RosterDuty, 'steps'>,
  seats: HotlineSeats,
  roster: Roster,
): Block<RosterBlock>[] {
  if (!mayPlan(roster.rolesOf(duty.plannedBy))) return [{ code: 'ROSTER_ROLE_NEEDED' }]
  if (lasts(duty) <= 0) return [{ code: 'DUTY_TIMES' }]
  return [
    ...blockIf(!isSeat(seats, duty.seat), 'SEAT_UNKNOWN'),
    ...blockIf(lasts(duty) > longestDutyHours * hour, 'DUTY_TOO_LONG', { hours: longestDutyHours }),
    ...cannotSit(duty.staffId, roster),
    ...clashes(duty, null, roster),
  ]
}

/** What stands in the way of a step with a duty. */
export function rosterBlocks(
  { id, value: duty }: Stored<RosterDuty>,
  step: RosterStep,
  roster: Roster,
): Block<RosterBlock>[] {
  const { state, staffId, askedOf } = rosterStanding(duty)
  if (afterStep(rosterCourse, state, step.kind) === null)
    return [{ code: 'STEP_NOT_OPEN', detail: { state, step: step.kind } }]
  const isPlanner = mayPlan(roster.rolesOf(step.by))
  const over = blockIf(Date.parse(step.at) >= Date.parse(duty.until), 'DUTY_OVER')
  const notTheirs = blockIf(step.by !== staffId && !isPlanner, 'NOT_YOUR_DUTY')
  const goesTo = (to: string): Block<RosterBlock>[] => [
    ...blockIf(to === staffId, 'SWAP_WITH_SELF'),
    ...cannotSit(to, roster),
    ...clashes({ ...duty, staffId: to }, id, roster),
  ]
  switch (step.kind) {
    case 'swapAsked':
      return [...over, ...notTheirs, ...blockIf(step.of === staffId, 'SWAP_WITH_SELF')]
    case 'swapTaken':
      return [
        ...over,
        ...blockIf(askedOf !== null && askedOf !== step.by, 'NOT_ASKED_OF_YOU'),
        ...goesTo(step.by),
      ]
    case 'swapDeclined':
      return blockIf(askedOf !== step.by, 'NOT_ASKED_OF_YOU')
    case 'swapWithdrawn':
      return notTheirs
    case 'reassigned':
      return [...over, ...blockIf(!isPlanner, 'ROSTER_ROLE_NEEDED'), ...goesTo(step.to)]
    case 'cancelled':
      return [...over, ...blockIf(!isPlanner, 'ROSTER_ROLE_NEEDED')]
  }
}

/** The duty as it is put on the roster; refused with the first thing that stands in the way. */
export const planDuty = (
  duty: Omit<RosterDuty, 'steps'>,
  seats: HotlineSeats,
  roster: Roster,
): Outcome<RosterDuty> => unlessBlocked(planBlocks(duty, seats, roster), () => ({ ...duty, steps: [] }))

/** The duty after a step; refused with the first thing that stands in the way. */
export const takeRosterStep = (
  duty: Stored<RosterDuty>,
  step: RosterStep,
  roster: Roster,
): Outcome<RosterDuty> =>
  unlessBlocked(rosterBlocks(duty, step, roster), () => ({
    ...duty.value,
    steps: [...duty.value.steps, step],
  }))
