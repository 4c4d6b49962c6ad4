import type { Tier } from './tier.ts'

/** What a decision says about where a client stands. */
interface DecidedTier {
  tier: Tier
  decidedBy: string
  decidedAt: string
  reviewBy: string
}

/** Where a client's tier stands; `overdue` from the day it had to be looked at again, never silently general. */
export interface TierStanding extends DecidedTier {
  overdue: boolean
}

/** The standing on `today` (a day) after these decisions: the newest holds. Null when nobody has decided. */
export function tierStanding(decisions: readonly DecidedTier[], today: string): TierStanding | null {
  const newest = decisions.reduce<DecidedTier | null>(
    (held, one) => (held === null || Date.parse(one.decidedAt) >= Date.parse(held.decidedAt) ? one : held),
    null,
  )
  if (newest === null) return null
  const { tier, decidedBy, decidedAt, reviewBy } = newest
  return { tier, decidedBy, decidedAt, reviewBy, overdue: reviewBy <= today }
}
