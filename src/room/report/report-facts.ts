import { backupEntryKind } from '../../casework/records/backup-entry.ts'
import { staffProfileKind } from '../../casework/staff/staff-profile.ts'
import { trainingIn } from '../../casework/staff/staff-register.ts'
import { type DutyStanding, dutyFacts } from '../../statistics/duties.ts'
import type { Fact } from '../../statistics/fact.ts'
import { monthsOf, periodKindOf } from '../../statistics/period.ts'
import { staffFacts } from '../../statistics/staff-facts.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { RoomError } from '../room-error.ts'
import { roomRules } from '../rules-in-force.ts'
import type { Session } from '../session.ts'

/** What is made for a report alone, to be counted beside the stored facts: the room's duties of a month, its staff of a quarter. */
export const reportFacts = async (
  session: Session,
  period: string,
  facts: readonly Fact[],
): Promise<Fact[]> => {
  const { records: profiles, unreadable } = await session.list(staffProfileKind)
  if (unreadable > 0) throw new RoomError('UNREADABLE')
  const end = lastDayOf(period)
  if (periodKindOf(period) === 'quarter') return staffFacts(profiles, end)
  const month = facts.filter((fact) => fact.month === period)
  return dutyFacts(month, end, await standingOn(session, end))
}

const standingOn = async (session: Session, end: string): Promise<DutyStanding> => {
  const [profiles, backups, { working }] = [
    (await session.list(staffProfileKind)).records,
    (await session.list(backupEntryKind)).records,
    await roomRules(session),
  ]
  const here = profiles.filter(({ value: { leftOn } }) => leftOn === null || leftOn >= end)
  // The hours of a year, as far as it has gone.
  const trainingHoursPerYear = (working.trainingHoursPerYear * Number(end.slice(5, 7))) / 12
  const byNow = { ...working, trainingHoursPerYear }
  const lastDay = (days: readonly (string | null)[]): string | null =>
    days
      .filter((day) => day !== null && day <= end)
      .sort()
      .at(-1) ?? null
  return {
    backupVerifiedOn: lastDay(backups.map(({ value: { verifiedAt } }) => verifiedAt && dayOf(verifiedAt))),
    drilledOn: lastDay(
      backups.map(({ value: { drill } }) => (drill && drill.refusal === null ? dayOf(drill.at) : null)),
    ),
    staff: here.length,
    trained: here.filter(({ value }) => trainingIn(Number(end.slice(0, 4)), value, byNow).missing === 0)
      .length,
  }
}

/** `YYYY-MM-DD`, the last day of a month or a quarter. */
const lastDayOf = (period: string): string => {
  const [year = 0, month = 0] = (monthsOf(period).at(-1) ?? period).split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
