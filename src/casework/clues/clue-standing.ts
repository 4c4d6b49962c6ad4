import { addDays, dayOf } from '../../tiering/calendar.ts'
import { type Block, blockIf } from '../records/block.ts'
import type { Stored } from '../records/record.ts'
import type { WorkingRules } from '../unit/working-rules.ts'
import type { Clue } from './clue.ts'

/** The last day a clue told at a moment counts unless somebody verified it. */
export const clueExpires = (
  receivedAt: string,
  { clueExpiresAfterDays }: Pick<WorkingRules, 'clueExpiresAfterDays'>,
): string => addDays(dayOf(receivedAt), clueExpiresAfterDays)

/**
 * How a clue stands on a day. `lapsed`: nobody looked into it in time; it then means nothing at all: it is no evidence, stands
 * in no list of the client's and says nothing of anybody.
 */
export const clueStandings = [
  'waiting',
  'lapsingSoon',
  'lapsed',
  'verified',
  'notConfirmed',
  'passedOn',
] as const
export type ClueStanding = (typeof clueStandings)[number]

export function clueStanding(
  { outcome, expires }: Pick<Clue, 'outcome' | 'expires'>,
  today: string,
  { clueSoonDays }: Pick<WorkingRules, 'clueSoonDays'>,
): ClueStanding {
  if (outcome !== null) return outcome.found
  if (today > expires) return 'lapsed'
  return addDays(today, clueSoonDays) >= expires ? 'lapsingSoon' : 'waiting'
}

/** The clues that say something about a client: verified ones. */
export const verifiedClues = (clues: readonly Stored<Clue>[]): Stored<Clue>[] =>
  clues.filter(({ value }) => value.outcome?.found === 'verified')

/** The clues staff may still see on a day: those that wait, and those somebody looked into. */
export const cluesOnShow = (clues: readonly Stored<Clue>[], today: string): Stored<Clue>[] =>
  clues.filter(({ value: { outcome, expires } }) => outcome !== null || today <= expires)

export type ClueBlock = 'CLUE_ANSWERED' | 'CLUE_LAPSED' | 'CLUE_ENTRY_NEEDED'

/** What stands in the way of entering what came of a clue. A lapsed one is told anew by whoever knows of it. */
export const clueBlocks = (
  clue: Clue,
  outcome: Pick<NonNullable<Clue['outcome']>, 'at' | 'entry'>,
): Block<ClueBlock>[] => [
  ...blockIf(clue.outcome !== null, 'CLUE_ANSWERED'),
  ...blockIf(clue.outcome === null && dayOf(outcome.at) > clue.expires, 'CLUE_LAPSED'),
  ...blockIf(outcome.entry.trim().length < 2, 'CLUE_ENTRY_NEEDED'),
]
