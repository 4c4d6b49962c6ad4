import { evidenceOf } from '../casework/evidence-of.ts'
import type { TierDecision } from '../casework/tier-decision.ts'
import { addDays, dayOf } from '../tiering/calendar.ts'
import type { RuleSet } from '../tiering/rule-set.ts'
import { suggest } from '../tiering/suggest.ts'
import { isLower } from '../tiering/tier.ts'
import { tierStanding } from '../tiering/tier-standing.ts'
import type { SimulatedCases } from './simulated-room.ts'

/** What a counsellor decides after a visit: mostly as suggested, coming down one visit after the suggestion did. */
export function simulateDecision(
  cases: Pick<SimulatedCases, 'assessments' | 'alerts' | 'decisions'>,
  who: { clientId: string; decidedBy: string },
  rules: RuleSet,
  decidedAt: string,
): TierDecision {
  const day = dayOf(decidedAt)
  const suggestion = suggest(rules, evidenceOf(cases.assessments, cases.alerts), day)
  const decisions = cases.decisions.map(({ value }) => value)
  const held = tierStanding(decisions, day)?.tier ?? null
  const suggested = suggestion?.tier ?? held ?? 'general'
  const waits = held !== null && isLower(suggested, held) && decisions.at(-1)?.suggestion?.tier === held
  const tier = waits ? held : suggested
  const reason =
    held === null
      ? '示例：首次评估，与本人谈过，按建议确定。'
      : waits
        ? '示例：分数下降，先维持原分级，下次复评后再定。'
        : isLower(tier, held)
          ? '示例：复评持续好转，与本人面谈并商量后下调。'
          : '示例：与本人面谈后，按建议确定。'
  return {
    ...who,
    tier,
    decidedAt,
    reason,
    suggestion,
    reviewBy: addDays(day, rules.tiers[tier].reviewWithinDays),
  }
}
