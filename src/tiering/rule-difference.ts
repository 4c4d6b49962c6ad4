import type { Reassessment } from './reassessment.ts'
import type { Condition } from './rule-condition.ts'
import type { Reason } from './rule-reason.ts'
import type { RuleSet, TierRule } from './rule-set.ts'
import { isLower, type Tier, tiers } from './tier.ts'

/** What stood before and what stands now; null where there was nothing, or is nothing any more. */
interface FromTo<T> {
  from: T
  to: T
}

/** Whether a change makes rules ask for care more often, less often, or neither can be said of it. */
type Asks = { asks: 'more' | 'less' | 'unclear' }

/** One line of what differs between two rule sets. */
export type RuleDifference =
  | ({ field: 'rule'; rule: string } & FromTo<TierRule | null> & Asks)
  | ({ field: 'on'; rule: string } & FromTo<boolean> & Asks)
  | ({ field: 'min' | 'max'; rule: string } & FromTo<number | null> & Asks)
  | ({ field: 'when'; rule: string } & FromTo<Condition> & Asks)
  | ({ field: 'tier'; rule: string } & FromTo<Tier> & Asks)
  | ({ field: 'lifetimeDays'; rule: string } & FromTo<number> & Asks)
  | ({ field: 'reassess'; rule: string } & FromTo<Reassessment> & Asks)
  | ({ field: 'reason'; rule: string } & FromTo<Reason> & Asks)
  | ({ field: 'review'; tier: Tier } & FromTo<readonly number[]> & Asks)

/** What differs, in the order of the rules: those that went first, reviews last. */
export function ruleDifferences(before: RuleSet, after: RuleSet): RuleDifference[] {
  const known = new Map(before.rules.map((rule) => [rule.id, rule]))
  const kept = new Set(after.rules.map(({ id }) => id))
  return [
    ...before.rules
      .filter(({ id }) => !kept.has(id))
      .map((rule) => ({
        field: 'rule' as const,
        rule: rule.id,
        from: rule,
        to: null,
        asks: lessIf(isOn(rule)),
      })),
    ...after.rules.flatMap((rule): RuleDifference[] => {
      const earlier = known.get(rule.id)
      return earlier === undefined
        ? [{ field: 'rule', rule: rule.id, from: null, to: rule, asks: isOn(rule) ? 'more' : 'unclear' }]
        : changes(earlier, rule)
    }),
    ...tiers.flatMap((tier): RuleDifference[] => {
      const [from, to] = [before.tiers[tier].reviewAfterDays, after.tiers[tier].reviewAfterDays]
      if (isSame(from, to)) return []
      const steps = Array.from({ length: Math.max(from.length, to.length) }, (_, index) =>
        Math.sign((to[index] ?? to.at(-1) ?? 0) - (from[index] ?? from.at(-1) ?? 0)),
      )
      const [later, sooner] = [steps.includes(1), steps.includes(-1)]
      return [
        { field: 'review', tier, from, to, asks: later === sooner ? 'unclear' : later ? 'less' : 'more' },
      ]
    }),
  ]
}

function changes(from: TierRule, to: TierRule): RuleDifference[] {
  const rule = to.id
  const found: RuleDifference[] = []
  if (isOn(from) !== isOn(to))
    found.push({ field: 'on', rule, from: isOn(from), to: isOn(to), asks: isOn(to) ? 'more' : 'less' })
  found.push(...conditionChanges(rule, from.when, to.when))
  if (from.tier !== to.tier)
    found.push({
      field: 'tier',
      rule,
      from: from.tier,
      to: to.tier,
      asks: isLower(to.tier, from.tier) ? 'less' : 'more',
    })
  if (from.lifetimeDays !== to.lifetimeDays)
    found.push({
      field: 'lifetimeDays',
      rule,
      from: from.lifetimeDays,
      to: to.lifetimeDays,
      asks: to.lifetimeDays < from.lifetimeDays ? 'less' : 'more',
    })
  if (!isSame(from.reassess, to.reassess))
    found.push({ field: 'reassess', rule, from: from.reassess, to: to.reassess, asks: 'unclear' })
  if (!isSame(from.reason, to.reason))
    found.push({ field: 'reason', rule, from: from.reason, to: to.reason, asks: 'unclear' })
  return found
}

/** Thresholds by themselves where nothing else of a condition changed. */
function conditionChanges(rule: string, from: Condition, to: Condition): RuleDifference[] {
  if (isSame(from, to)) return []
  if (!('score' in from && 'score' in to) || !isSame({ ...from, min: 0, max: 0 }, { ...to, min: 0, max: 0 }))
    return [{ field: 'when', rule, from, to, asks: 'unclear' }]
  return (['min', 'max'] as const).flatMap((field): RuleDifference[] => {
    const [was, is] = [from[field] ?? null, to[field] ?? null]
    if (was === is) return []
    const unlimited = field === 'min' ? -Infinity : Infinity
    const isHigher = (is ?? unlimited) > (was ?? unlimited)
    return [{ field, rule, from: was, to: is, asks: isHigher === (field === 'min') ? 'less' : 'more' }]
  })
}

const isOn = ({ off }: TierRule): boolean => off === undefined
const lessIf = (less: boolean): Asks['asks'] => (less ? 'less' : 'unclear')

/** Two pieces of a rule set say the same; what is left out and what is undefined is the same too. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [left, right] = [a, b].map((one) => Object.entries(one).filter(([, value]) => value !== undefined))
  return (
    left?.length === right?.length &&
    (left ?? []).every(([name, value]) => isSame(value, right?.find(([other]) => other === name)?.[1]))
  )
}
