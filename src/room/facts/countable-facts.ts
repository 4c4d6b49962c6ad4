import type { Stored } from '../../casework/records/record.ts'
import type { Fact } from '../../statistics/fact.ts'
import {
  type FactSheet,
  type FormerFact,
  factSheetKind,
  isSheet,
  sheetsInForce,
} from '../../statistics/fact-sheet.ts'
import { onceFor } from '../once-for.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { putFactsRight } from './rebuild-facts.ts'

/** All facts of the room, opened. */
export interface CountableFacts {
  /** Sorted by month. */
  facts: readonly Fact[]
  /** The months anything is counted in, earliest first. */
  months: readonly string[]
  /** The facts from one month to another, both included. */
  within(first: string, last: string): readonly Fact[]
  /** Sheets that could not be read: what stands on them is not among the facts. */
  unreadable: number
}

/**
 * The facts as they stand, opened once and kept in step with what is saved. Facts an earlier release left are put in order first.
 * Rejects with NO_KEY for whom the statistics are closed: what they cannot read must not be counted as nothing.
 */
export const countableFacts = async (
  session: Pick<Session, 'vault' | 'list' | 'commit'>,
): Promise<CountableFacts> => {
  const { vault, list } = session
  if (!vault.opens('statistics')) throw new RoomError('NO_KEY')
  if (!(await list(factSheetKind)).records.every(isSheet)) await putFactsRight(session)
  const { records, unreadable } = await list(factSheetKind)
  return { ...opened(records), unreadable }
}

const opened = onceFor(
  (rows: readonly Stored<FactSheet | FormerFact>[]): Omit<CountableFacts, 'unreadable'> => {
    const sheets = [...sheetsInForce(rows).values()]
    const byMonth = Map.groupBy(
      sheets.flatMap(({ value }) => value.facts),
      ({ month }) => month,
    )
    const months = [...byMonth.keys()].sort()
    const within = (first: string, last: string): readonly Fact[] =>
      months.filter((month) => month >= first && month <= last).flatMap((month) => byMonth.get(month) ?? [])
    return { facts: within(months[0] ?? '', months.at(-1) ?? ''), months, within }
  },
)
