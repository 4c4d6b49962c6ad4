import { dayOf } from '../../tiering/calendar.ts'
import { type TierStanding, tierStanding } from '../../tiering/tier-standing.ts'
import type { Client } from '../clients/client.ts'
import { type ClientEntry, clientEntry } from '../clients/client-entry.ts'
import type { FollowUpIntervals } from '../follow-ups/follow-up-intervals.ts'
import type { Stored } from '../records/record.ts'
import type { Wait } from '../today/wait.ts'
import { type WaitRecords, waitsOf } from '../today/waits.ts'
import type { CaseState } from './case-course.ts'
import { caseSituation, standingThatHolds } from './case-situation.ts'

/** What the caseload, the search and the day's board need to know of one client; it follows from the client's records alone. */
export interface CaseSummary {
  id: string
  /** Null when the client's own record is missing or cannot be read: what else there is stays. */
  entry: ClientEntry | null
  /** The tier decision that holds; its standing on a day follows from it. */
  decided: Omit<TierStanding, 'overdue'> | null
  /** When each alert was raised that nobody has dealt with. */
  openAlerts: string[]
  lastAssessedAt: string | null
  /** Assessments answered in the month of `lastAssessedAt`. */
  assessedThatMonth: number
  /** Whether the file is open, about to be closed, or closed. */
  file: CaseState
  /** What waits, each with the moments from which on it does. */
  waits: Wait[]
}

/** The records of one client that a summary follows from. */
export interface CaseRecords extends WaitRecords {
  client: Stored<Client> | null
}

const monthOf = (instant: string): string => dayOf(instant).slice(0, 7)

/** Sums up one client. */
export const caseSummary = (
  id: string,
  { client, ...records }: CaseRecords,
  intervals: FollowUpIntervals,
): CaseSummary => {
  const { assessments, alerts, decisions, standings } = records
  const answered = assessments.flatMap(({ value }) => value.answeredAt ?? []).toSorted()
  const lastAssessedAt = answered.at(-1) ?? null
  const lastMonth = lastAssessedAt && monthOf(lastAssessedAt)
  return {
    id,
    entry: client && clientEntry(client),
    decided: heldDecision(decisions),
    openAlerts: alerts.flatMap(({ value }) => (value.handling === null ? value.raisedAt : [])),
    lastAssessedAt,
    assessedThatMonth: answered.filter((instant) => monthOf(instant) === lastMonth).length,
    file: caseSituation(standingThatHolds(standings)?.value ?? null).state,
    waits: waitsOf(records, intervals),
  }
}

const heldDecision = (decisions: CaseRecords['decisions']): CaseSummary['decided'] => {
  // Whether it is overdue depends on the day, all else does not.
  const standing = tierStanding(
    decisions.map(({ value }) => value),
    '',
  )
  if (!standing) return null
  const { tier, decidedBy, decidedAt, reviewBy } = standing
  return { tier, decidedBy, decidedAt, reviewBy }
}

/** How many of the client's assessments were answered in a month (`YYYY-MM`) that none was answered after. */
export const assessedIn = (month: string, { lastAssessedAt, assessedThatMonth }: CaseSummary): number =>
  lastAssessedAt !== null && monthOf(lastAssessedAt) === month ? assessedThatMonth : 0
