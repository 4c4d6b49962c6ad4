import { done, type Outcome } from '../../instruments/outcome.ts'
import type { LedgerEntry } from '../ledger.ts'
import { refuse } from '../refusals.ts'
import type { Receipt } from './receipt.ts'

/** What a receipt says that the ledger is held against. */
export type Confirmed = Pick<Receipt, 'seq' | 'sha256' | 'issued'>

/**
 * May this room write its next package? Only when its ledger holds everything the county ever confirmed, to the letter; and
 * after its records were brought back from a backup, only once the county has said anew how far it has come: the backup may be
 * older than what was sent since. `restoredAt`: the instant of the last such restoration, null when there was none.
 */
export function agreesWithReceipts(
  ledger: readonly Pick<LedgerEntry, 'seq' | 'sha256'>[],
  receipts: readonly Confirmed[],
  restoredAt: string | null,
): Outcome<'agreed'> {
  for (const { seq, sha256 } of receipts) {
    if (seq === 0) continue
    const sent = ledger.find((entry) => entry.seq === seq)
    if (!sent) return refuse('RECEIPTS_AHEAD', { detail: { seq } })
    if (sent.sha256 !== sha256) return refuse('RECEIPT_DISAGREES', { detail: { seq } })
  }
  const answered =
    restoredAt === null || receipts.some(({ issued }) => Date.parse(issued) > Date.parse(restoredAt))
  return answered ? done('agreed') : refuse('RECEIPT_NEEDED')
}
