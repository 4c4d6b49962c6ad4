import type { Tier } from './tier.ts'

/** What a decision says about where a client stands. */
export interface DecidedTier {
  tier: Tier
  decidedBy: string
  decidedAt: string
  reviewBy: string
}

/** Where a client's tier stands; `overdue` from the day it had to be looked at again, never silently general. */
export interface TierStanding extends DecidedTier {
  overdue: boolean
}

/** The decision that holds: the newest. Null when nobody has decided. */
export const decisionThatHolds = <T extends Pick<DecidedTier, 'decidedAt'>>(
  decisions: readonly T[],
): T | null =>
  decisions.reduce<T | null>(
    (held, one) => (held === null || Date.parse(one.decidedAt) >= Date.parse(held.decidedAt) ? one : held),
    null,
  )

/** The standing on `today` (a day) after these decisions. Null when nobody has decided. */
export function tierStanding(decisions: readonly DecidedTier[], today: string): TierStanding | null {
  const newest = decisionThatHolds(decisions)
  if (newest === null) return null
  const { tier, decidedBy, decidedAt, reviewBy } = newest
  return { tier, decidedBy, decidedAt, reviewBy, overdue: reviewBy <= today }
}
