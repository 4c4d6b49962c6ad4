import type { PackagePayload } from '../../exchange/package-payload.ts'
import type { CountedPeriod } from '../../exchange/release/prepare-release.ts'
import { earlierTables, type ReleasedTables } from '../../exchange/release/released-tables.ts'
import { roundTables } from '../../exchange/round-tables.ts'
import { sha256Hex } from '../../exchange/sha256.ts'
import type { UnitKeys } from '../../exchange/unit-keys.ts'
import type { Fact } from '../../statistics/fact.ts'
import { entriesFor, type LateEntries, lateEntries, lateToldWith } from '../../statistics/late-entries.ts'
import { periodKindOf } from '../../statistics/period.ts'
import { type PlannedTable, tableOf } from '../../statistics/release-plan.ts'
import { type CountTable, countTable, tabulate } from '../../statistics/tabulate.ts'
import { countableFacts } from '../facts/countable-facts.ts'
import { planReference, releasePlan } from '../release-plan.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { identityAs } from '../unit-identity.ts'
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
    late: lateToldIn(facts, ledger, { period, profile: releaseProfile }),
    unreadable,
  }
}

/** What came late and is told of with this period; nothing where the other kind of period tells of it. */
const lateToldIn = (
  facts: readonly Fact[],
  ledger: readonly ReleasedTables[],
  { period, profile }: Pick<ReleasedTables, 'period' | 'profile'>,
): LateEntries =>
  periodKindOf(period) === lateToldWith(releasePlan, profile)
    ? lateEntries(facts, ledger, period)
    : { count: 0, members: '' }

/** Does what is counted today give the figures that were published, as far as they were shown? */
const gives = async (
  { tables, period }: CountedPeriod,
  published: PackagePayload['tables'],
  keys: Pick<UnitKeys, 'rounding'>,
): Promise<boolean> => {
  const rounded = await roundTables(tables, releasePlan, period, keys)
  if (published.length !== tables.length) return false
  return published.every(({ id, cells }, place) => {
    const planned = tableOf(releasePlan, id)
    const figures = planned?.class === 'S' ? tables[place]?.cells : rounded[place]?.cells
    if (id !== tables[place]?.id) return false
    return planned?.unit === 'duty' || cells.every((shown, at) => shown === null || shown === figures?.[at])
  })
}

/**
 * How a period stands that was closed by a package lost here and taken back. What was counted then is not known; what counts for it
 * today is taken for what the package told, late entries among it, so that none of it is told twice. Lost records that are entered
 * again from now on come as late entries.
 */
export const closedAgain = async (
  session: Session,
  { period, profile, tables }: PackagePayload,
  earlier: readonly ReleasedTables[],
): Promise<Pick<ReleasedTables, 'content' | 'entries' | 'late'>> => {
  const { keys } = await identityAs('room', session)
  const { counted, content, entries } = await countPeriod(session, period, [])
  const { facts } = await countableFacts(session)
  return {
    content: (await gives(counted, tables, keys)) ? content : null,
    entries,
    late: lateToldIn(facts, earlier, { period, profile }).count,
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
