import type { ReleaseProfile } from '../casework/unit/unit-profile.ts'
import type { Fact, FactKind } from './fact.ts'
import { monthsOf, periodKindOf } from './period.ts'
import { publishedTables } from './published-tables.ts'
import type { PlannedTable, ReleasePlan } from './release-plan.ts'

/** A period that was closed by being reported, with what was counted for it then. */
export interface Closing {
  period: string
  /** `entriesFor` the period as it was closed. */
  entries: number
  /** The late entries of earlier periods that were told of with it: `LateEntries.count`. */
  late: number
}

export interface LateEntries {
  /** Records that came since, for periods that were closed before, and were told of with none yet. */
  count: number
  /** Changes with what came late, for drawing. */
  members: string
}

/** Kinds that come with another one, of the same record. */
const besides: readonly FactKind[] = [
  'tier',
  'file',
  'groupAttendance',
  'crisisContact',
  'crisisHelp',
  'callDanger',
  'callLength',
  'callTime',
  'duty',
  'staff',
]

/** Whether a fact is what tells of its record; others of the same record would count it twice. */
const tellsOfRecord = ({ kind, detail }: Fact): boolean =>
  !besides.includes(kind) && (kind !== 'activity' || detail === 'activities')

/** How many records count for a period, as far as facts tell records apart. */
export function entriesFor(facts: readonly Fact[], period: string): number {
  const months = monthsOf(period)
  return facts.filter((fact) => months.includes(fact.month) && tellsOfRecord(fact)).length
}

/**
 * With which kind of period a room of this profile tells of late entries: its months where they say anything of clients, else its
 * quarters. Told with both, one count would be rounded twice.
 */
export const lateToldWith = (plan: ReleasePlan, profile: ReleaseProfile): PlannedTable['period'] =>
  publishedTables(plan, profile, 'month').some((table) => table.class !== 'P') ? 'month' : 'quarter'

/**
 * What came late for closed periods, to be told of with `period`, class A like any other count. Of
 * closings only those of the kind of `period` count. Records that were taken back since make up for as many
 * that came.
 */
export function lateEntries(
  facts: readonly Fact[],
  closings: readonly Closing[],
  period: string,
): LateEntries {
  const alike = closings.filter((closing) => periodKindOf(closing.period) === periodKindOf(period))
  const came = alike.reduce((sum, closing) => sum + entriesFor(facts, closing.period) - closing.entries, 0)
  const told = alike.reduce((sum, { late }) => sum + late, 0)
  return { count: Math.max(0, came - told), members: `${came}-${told}` }
}
