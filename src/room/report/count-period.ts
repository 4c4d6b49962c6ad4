import type { CountedPeriod } from '../../exchange/release/prepare-release.ts'
import { earlierTables, type ReleasedTables } from '../../exchange/release/released-tables.ts'
import { sha256Hex } from '../../exchange/sha256.ts'
import type { Fact } from '../../statistics/fact.ts'
import { entriesFor, type LateEntries, lateEntries, lateToldWith } from '../../statistics/late-entries.ts'
import { periodKindOf } from '../../statistics/period.ts'
import { type PlannedTable, tableOf } from '../../statistics/release-plan.ts'
import { type CountTable, countTable, tabulate } from '../../statistics/tabulate.ts'
import { countableFacts } from '../facts/countable-facts.ts'
import { planReference, releasePlan } from '../release-plan.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { reportFacts } from './report-facts.ts'

/** A period as it is counted now. */
export interface PeriodNow {
  counted: CountedPeriod
  /** SHA-256 of every count and of who is in it: the same, the same content. */
  content: string
  /** Records that count for the period. */
  entries: number
  /** What came late for periods written before, to be told of with this one. */
  late: LateEntries
  /** Facts that could not be read and are not counted. */
  unreadable: number
}

/** Counts a period. Rejects with NO_KEY for whom the statistics are closed: what they cannot read must not be counted as nothing. */
export const countPeriod = async (
  session: Session,
  period: string,
  ledger: readonly ReleasedTables[],
): Promise<PeriodNow> => {
  const { facts, unreadable } = await countableFacts(session)
  const counting = [...facts, ...(await reportFacts(session, period, facts))]
  const { releaseProfile } = session.unit
  const tables = tabulate(counting, releasePlan, period, releaseProfile)
  return {
    counted: {
      plan: releasePlan,
      period,
      tables,
      count: (table: PlannedTable): CountTable => countTable(counting, releasePlan, table, period),
      earlier: earlierTables(
        ledger.filter((entry) => entry.period !== period),
        period,
        { plan: releasePlan, reference: await planReference(), profile: releaseProfile },
      ),
    },
    content: await contentOf(tables),
    entries: entriesFor(facts, period),
    late:
      periodKindOf(period) === lateToldWith(releasePlan, releaseProfile)
        ? lateEntries(facts, ledger, period)
        : { count: 0, members: '' },
    unreadable,
  }
}

/** Of the tables but the room's duties: how those stood at the end of a month cannot be told later. */
const contentOf = (tables: readonly CountTable[]): Promise<string> => {
  const lasting = tables.filter(({ id }) => tableOf(releasePlan, id)?.unit !== 'duty')
  const told = lasting.map(({ id, cells, members }) => [id, cells, members])
  return sha256Hex(JSON.stringify(['anxin/period-content/1', told]))
}

/** How many records came since a package was written whose period is counted otherwise today; null when it is counted the same. */
export const changedSince = async (
  session: Session,
  sha256: string,
  ledger: readonly ReleasedTables[],
): Promise<number | null> => {
  const entry = ledger.find((released) => released.sha256 === sha256)
  if (!entry) throw new RoomError('LEDGER_BROKEN')
  const { content, entries } = await countPeriod(session, entry.period, ledger)
  return content === entry.content ? null : Math.max(0, entries - entry.entries)
}

/** How many records came for a released period since. */
export const lateFor = (entry: Pick<ReleasedTables, 'period' | 'entries'>, facts: readonly Fact[]): number =>
  Math.max(0, entriesFor(facts, entry.period) - entry.entries)
