import { dayOf } from '../../casework/records/day-of.ts'
import { tierChange } from '../../casework/tiers/tier-change.ts'
import { type TierDecision, tierDecisionKind } from '../../casework/tiers/tier-decision.ts'
import { carriedOver } from './carry-over.ts'
import type { CountedKind } from './counted-kind.ts'
import { clientOn, counts } from './subject.ts'

/** Every decision as a change, and how somebody stands: the last decision of each month, and again each January. */
export const countedTierDecisions: CountedKind<TierDecision> = {
  kind: tierDecisionKind,
  by: 'client',
  facts: (records, people) => {
    const inOrder = records
      .map(({ value }) => value)
      .toSorted((a, b) => Date.parse(a.decidedAt) - Date.parse(b.decidedAt))
    const changes = inOrder.map(({ clientId, tier, decidedAt }, position) => ({
      ...clientOn(people, clientId, dayOf(decidedAt)),
      ...counts('tierChange', tierChange(inOrder[position - 1]?.tier, tier), tier),
    }))
    const standing = carriedOver(inOrder.map((value) => ({ day: dayOf(value.decidedAt), value })))
    return [
      ...changes,
      ...standing.map(({ day, value: { clientId, tier } }) => ({
        ...clientOn(people, clientId, day),
        ...counts('tier', tier),
      })),
    ]
  },
}
