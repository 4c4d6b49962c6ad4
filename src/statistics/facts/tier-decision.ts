import { type TierDecision, tierDecisionKind } from '../../casework/tiers/tier-decision.ts'
import { dayOf } from '../../tiering/calendar.ts'
import { isLower, type Tier } from '../../tiering/tier.ts'
import { carriedOver } from './carry-over.ts'
import type { CountedKind } from './counted-kind.ts'
import { clientOn, counts } from './subject.ts'

const changeFrom = (before: Tier | undefined, after: Tier): string => {
  if (before === undefined) return 'placed'
  if (before === after) return 'kept'
  return isLower(before, after) ? 'raised' : 'lowered'
}

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
      ...counts('tierChange', changeFrom(inOrder[position - 1]?.tier, tier), tier),
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
