import { addDays, dayOf } from './calendar.ts'
import type { Evidence } from './evidence.ts'
import { type KnownEvidence, knownEvidence } from './known-evidence.ts'
import { laterBy, newestOf } from './newest-of.ts'
import { isMet, subjectAsked } from './rule-condition.ts'
import { reasonFor } from './rule-reason.ts'
import type { RuleSet, TierRule } from './rule-set.ts'
import type { FiredRule, Suggestion } from './suggestion.ts'
import { isLower, type Tier } from './tier.ts'

/**
 * The highest tier that any rule asks for on `today` (a day), with every rule that held; null without evidence.
 *
 * A rule about a score or a change looks at the newest one of each rater: what was measured since counts instead of what was
 * measured before. What a person said stands beside what they say later: a denial does not unsay it, only time does, and
 * then it is overdue.
 */
export function suggest(ruleSet: RuleSet, evidence: readonly Evidence[], today: string): Suggestion | null {
  const known = knownEvidence(evidence)
  return known && suggestFrom(readyRules(ruleSet), known, today)
}

/** A rule set, put in order for looking at evidence: its rules that are on, with their place, by what they ask about. */
export interface ReadyRules {
  ruleSet: RuleSet
  bySubject: ReadonlyMap<string, readonly (readonly [place: number, rule: TierRule])[]>
}

export const readyRules = (ruleSet: RuleSet): ReadyRules => ({
  ruleSet,
  bySubject: Map.groupBy(
    [...ruleSet.rules.entries()].filter(([, { off }]) => !off),
    ([, { when }]) => subjectAsked(when),
  ),
})

/** `suggest` from rules and evidence that were put in order before, so that many can be looked at by few. */
export function suggestFrom(
  { ruleSet, bySubject }: ReadyRules,
  { newest, subjects }: KnownEvidence,
  today: string,
): Suggestion {
  const fired: Held[] = []
  const lapsed: Held[] = []
  for (const [subject, { all, counts }] of subjects)
    for (const [place, rule] of bySubject.get(subject) ?? []) {
      const met = newestOf(counts.filter((one) => isMet(rule.when, one)))
      if (met === null) continue
      const held = hold(rule, met)
      if (today <= held.validUntil) fired.push([place, held])
      else if (!all.some((one) => laterBy(one.at, met.at) > 0)) lapsed.push([place, held])
    }
  const overdue = lapsed.length > 0 || (fired.length === 0 && isTooOld(newest, ruleSet, today))
  const highest = inOrder(fired)
  return {
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    tier: highest[0]?.tier ?? (overdue ? null : ('general' satisfies Tier)),
    fired: highest,
    lapsed: inOrder(lapsed),
    overdue,
  }
}

/** A rule that holds, and its place in the set. */
type Held = readonly [place: number, held: FiredRule]

/** Highest tier first, then as they stand in the set. */
const inOrder = (held: readonly Held[]): FiredRule[] =>
  held
    .toSorted(([a, { tier: one }], [b, { tier: other }]) =>
      one === other ? a - b : isLower(one, other) ? 1 : -1,
    )
    .map(([, rule]) => rule)

/** Whether all there is lies further back than the longest interval at which the lowest tier is looked at again. */
function isTooOld({ at }: Evidence, { tiers }: RuleSet, today: string): boolean {
  return addDays(dayOf(at), Math.max(...tiers.general.reviewAfterDays)) < today
}

function hold({ id, tier, when, reason, lifetimeDays, reassess }: TierRule, met: Evidence): FiredRule {
  const date = dayOf(met.at)
  return {
    rule: id,
    tier,
    reason: reasonFor(reason, when, met, date),
    evidence: [met],
    validUntil: addDays(date, lifetimeDays),
    reassess,
  }
}
