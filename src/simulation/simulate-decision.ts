import { type EvidenceRecords, evidenceOf } from '../casework/tiers/evidence-of.ts'
import type { TierDecision } from '../casework/tiers/tier-decision.ts'
import { addDays, dayOf } from '../tiering/calendar.ts'
import { loweringBlocks } from '../tiering/lowering.ts'
import { suggest } from '../tiering/suggest.ts'
import { isLower } from '../tiering/tier.ts'
import { tierStanding } from '../tiering/tier-standing.ts'
import { scaleOn } from './scale-on.ts'
import type { FilesSetting, SimulatedCases } from './simulated-room.ts'

/** What a counsellor decides after a visit: mostly as suggested, coming down one visit after the suggestion did. */
export function simulateDecision(
  cases: Pick<SimulatedCases, 'assessments' | 'alerts' | 'followUps' | 'decisions'>,
  who: { clientId: string; decidedBy: string },
  { rules, instruments }: Pick<FilesSetting, 'rules' | 'instruments'>,
  decidedAt: string,
): TierDecision {
  const today = dayOf(decidedAt)
  const records: EvidenceRecords = { ...cases, paperScores: [], episodes: [], clues: [] }
  const evidence = evidenceOf(records, scaleOn(instruments))
  const suggestion = suggest(rules, evidence, today)
  const decisions = cases.decisions.map(({ value }) => value)
  const heldOn = decisions.at(-1)?.suggestion ?? null
  const standing = tierStanding(decisions, today)
  const held = standing?.tier ?? null
  const suggested = suggestion?.tier ?? held ?? 'general'
  const blocks = loweringBlocks(
    suggested,
    { standing, heldOn, suggestion, evidence, openEpisodes: 0, today },
    { isSupervisor: false, hasSupervisorHere: false, outsideApproval: today },
  )
  const waits = held !== null && isLower(suggested, held) && (heldOn?.tier === held || blocks.length > 0)
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
    reviewBy: addDays(today, rules.tiers[tier].reviewAfterDays[0]),
    ...(held === 'priority' && tier !== 'priority'
      ? { approval: { kind: 'outside', name: '示例督导', day: today } }
      : {}),
  }
}
