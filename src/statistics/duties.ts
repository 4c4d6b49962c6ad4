import type { Fact } from './fact.ts'
import { counts, nobodyOn } from './facts/subject.ts'

/** Duties of the room that the county hears of: each a yes or a no that says nothing of any client. */
export const duties = ['followUpsOnTime', 'backupVerified', 'restoreDrill', 'staffTrained'] as const
export type Duty = (typeof duties)[number]

/** How the room stands at the end of a period. */
export interface DutyStanding {
  /** The last day when a backup was read back from its first to its last byte; null when none ever was. */
  backupVerifiedOn: string | null
  /** The last day when a backup was brought back to try it, and all of it came back; null when none ever was. */
  drilledOn: string | null
  /** Members of staff who work here, and how many of them have the hours that the room wants by now. */
  staff: number
  trained: number
}

const onTimeShare = 0.95
/** Of fewer follow-ups than these a single one would decide. */
const fewestFollowUps = 20
const backupDays = 7
const drillDays = 35

const dayLength = 86_400_000

const within = (day: string | null, days: number, end: string): boolean =>
  day !== null && day <= end && Date.parse(end) - Date.parse(day) <= days * dayLength

/**
 * The duties that are met on the last day of a month, as facts to be counted beside the stored ones; made for the report and never
 * stored. A duty that is met and one with too few cases to say are one and the same. `facts` are those of the month.
 */
export function dutyFacts(facts: readonly Fact[], end: string, standing: DutyStanding): Fact[] {
  const { backupVerifiedOn, drilledOn, staff, trained } = standing
  const met: Record<Duty, boolean> = {
    followUpsOnTime: areFollowUpsOnTime(facts, end.slice(0, 7)),
    backupVerified: within(backupVerifiedOn, backupDays, end),
    restoreDrill: within(drilledOn, drillDays, end),
    staffTrained: trained >= staff,
  }
  return duties.filter((duty) => met[duty]).map((duty) => ({ ...nobodyOn(end), ...counts('duty', duty) }))
}

function areFollowUpsOnTime(facts: readonly Fact[], month: string): boolean {
  const due = facts.filter(
    (fact) => fact.month === month && (fact.kind === 'followUp' || fact.kind === 'callFollowUp'),
  )
  // Somebody who was not reached was looked for.
  const done = due.filter(({ category }) => category === 'onTime' || category === 'notReached')
  return due.length < fewestFollowUps || done.length >= onTimeShare * due.length
}
