import { addDays, dayOf } from './calendar.ts'
import type { RuleSet } from './rule-set.ts'
import type { Tier } from './tier.ts'

/**
 * The day a tier decided on `day` has to be looked at again. `earlier` are the decisions before it, oldest first.
 *
 * The intervals grow as the tier is confirmed, and only as fast as their own days pass: neither confirming twice in a day nor
 * a review that was missed leads to a longer one.
 */
export function reviewBy(
  { tiers }: Pick<RuleSet, 'tiers'>,
  tier: Tier,
  earlier: readonly { tier: Tier; decidedAt: string }[],
  day: string,
): string {
  const confirmed = earlier.slice(earlier.findLastIndex((one) => one.tier !== tier) + 1)
  const [first, ...later] = tiers[tier].reviewAfterDays
  let days = first
  let reached = confirmed[0] === undefined ? day : dayOf(confirmed[0].decidedAt)
  for (const [index, next] of later.entries()) {
    reached = addDays(reached, days)
    if (index >= confirmed.length || day < reached) break
    days = next
  }
  return addDays(day, days)
}
