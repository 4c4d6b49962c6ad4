import { done, type Outcome, refused } from '../instruments/outcome.ts'
import type { Evidence } from './evidence.ts'
import { isLower, type Tier } from './tier.ts'
import type { TierStanding } from './tier-standing.ts'

/**
 * Whether a person may decide this tier. Every decision needs a reason, so leaving the suggestion does too. Coming down
 * also needs a finding newer than the decision that holds, and no critical item that nobody has spoken about.
 * Refused with REASON_NEEDED, LOWERING_WITH_OPEN_ALERT or LOWERING_NEEDS_REASSESSMENT.
 */
export function checkDecision(
  decision: { tier: Tier; reason: string },
  standing: TierStanding | null,
  evidence: readonly Evidence[],
): Outcome<null> {
  if (decision.reason.trim().length < 2) return refused('REASON_NEEDED', { at: 'reason' })
  if (standing === null || !isLower(decision.tier, standing.tier)) return done(null)
  if (evidence.some(isOpen)) return refused('LOWERING_WITH_OPEN_ALERT', { at: 'tier' })
  const decidedAt = Date.parse(standing.decidedAt)
  return evidence.some((one) => Date.parse(one.at) > decidedAt)
    ? done(null)
    : refused('LOWERING_NEEDS_REASSESSMENT', { at: 'tier' })
}

const isOpen = (one: Evidence): boolean => one.kind === 'criticalItem' && one.finding === 'open'
