import { done, type Outcome } from '../../instruments/outcome.ts'
import { type LedgerEntry, nextLink } from '../ledger.ts'
import type { VerifiedPackage } from '../read-package.ts'
import { refuse } from '../refusals.ts'
import { agreesWithReceipts, type Confirmed } from './agree.ts'

/**
 * Which of these packages of a room are missing in its ledger, in the order they were written. All or none: they have to follow one
 * another to the letter up to what the county confirmed, so that its signed receipt vouches for each. Throws `LedgerError`.
 */
export function returnedPackages<Given extends Pick<VerifiedPackage, 'payload' | 'sha256'>>(
  given: readonly Given[],
  ledger: readonly LedgerEntry[],
  receipts: readonly Confirmed[],
): Outcome<Given[]> {
  const confirmed = Math.max(0, ...receipts.map(({ seq }) => seq))
  const whole = [...ledger]
  const missing: Given[] = []
  for (const one of given.toSorted((a, b) => a.payload.seq - b.payload.seq)) {
    const { sha256, payload } = one
    const { period, seq, previous } = payload
    if (whole.some((entry) => entry.sha256 === sha256)) continue
    const next = nextLink(whole)
    if (seq > next.seq) return refuse('RETURNED_GAP', { detail: { seq: next.seq } })
    const isNext = seq === next.seq && previous === next.previous
    if (!isNext || whole.some((entry) => entry.period === period))
      return refuse('RETURNED_FORKED', { detail: { seq } })
    if (seq > confirmed) return refuse('RETURNED_UNCONFIRMED', { detail: { seq } })
    whole.push({ period, seq, sha256 })
    missing.push(one)
  }
  if (missing.length === 0) return refuse('RETURNED_KNOWN')
  const agreed = agreesWithReceipts(whole, receipts, null)
  if (agreed.ok) return done(missing)
  return agreed.refusal.code === 'RECEIPTS_AHEAD'
    ? refuse('RETURNED_GAP', { detail: { seq: nextLink(whole).seq } })
    : agreed
}
