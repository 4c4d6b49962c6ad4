import { done, type Outcome } from '../instruments/outcome.ts'
import { hasBegun, isOver } from '../statistics/period.ts'
import { refuse } from './refusals.ts'

/** What a room keeps of every package it ever wrote. */
export interface LedgerEntry {
  period: string
  seq: number
  /** Of the package's JWS. */
  sha256: string
}

/** A package's place in its room's chain. */
export interface Link {
  seq: number
  previous: string | null
}

/** Writing a period closes it: whoever asks again gets the stored file. */
export type ExportStep<Entry> =
  | { step: 'copy'; entry: Entry }
  /** `unfinished`: the period is not over; what is saved later comes too late for it. */
  | { step: 'write'; link: Link; unfinished: boolean }

/** A ledger with a hole or a double: the chain cannot go on from it. */
export class LedgerError extends Error {
  readonly code = 'LEDGER_BROKEN'
  override readonly name = 'LedgerError'
}

/** The place of the next package. Throws `LedgerError`. */
export function nextLink(ledger: readonly LedgerEntry[]): Link {
  const chain = ledger.toSorted((a, b) => a.seq - b.seq)
  if (chain.some(({ seq }, position) => seq !== position + 1)) throw new LedgerError('seq')
  return { seq: chain.length + 1, previous: chain.at(-1)?.sha256 ?? null }
}

/** What to do when a period is to be exported on this day. */
export function exportStep<Entry extends LedgerEntry>(
  ledger: readonly Entry[],
  period: string,
  today: string,
): Outcome<ExportStep<Entry>> {
  if (!hasBegun(period, today)) return refuse('WRONG_PERIOD', { at: period })
  const link = nextLink(ledger)
  const entry = ledger.find((earlier) => earlier.period === period)
  return done(entry ? { step: 'copy', entry } : { step: 'write', link, unfinished: !isOver(period, today) })
}
