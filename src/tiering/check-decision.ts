import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { type Decider, type DecisionGround, loweringBlocks } from './lowering.ts'
import type { Tier } from './tier.ts'

/**
 * Whether a person may decide this tier. Every decision needs a reason, so leaving the suggestion does too. Going up and
 * staying are free; what else coming down needs is in `loweringBlocks`, whose first one it is refused with.
 */
export function checkDecision(
  decision: { tier: Tier; reason: string },
  ground: DecisionGround,
  decider: Decider,
): Outcome<null> {
  if (decision.reason.trim().length < 2) return refused('REASON_NEEDED', { at: 'reason' })
  const [refusal] = loweringBlocks(decision.tier, ground, decider)
  return refusal === undefined ? done(null) : { ok: false, refusal }
}
