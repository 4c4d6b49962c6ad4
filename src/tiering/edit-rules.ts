import { done, type Outcome, refused } from '../instruments/outcome.ts'
import type { Reason } from './rule-reason.ts'
import { type RuleSet, readRuleSet, type TierRule } from './rule-set.ts'
import type { Tier } from './tier.ts'

/** One change to a rule set. */
export type RuleEdit =
  | { kind: 'limit'; rule: string; limit: 'min' | 'max'; value: number }
  | { kind: 'lifetime'; rule: string; days: number }
  | { kind: 'reason'; rule: string; reason: Reason }
  | { kind: 'switch'; rule: string; on: boolean }
  | { kind: 'add'; rule: TierRule }
  | { kind: 'review'; tier: Tier; days: [number, ...number[]] }

/** The least and the most a scale can give; null when it is not on the shelf. */
export type RangeOf = (instrument: string, scale: string) => { min: number; max: number } | null

/**
 * The rule set with one change; a rule that was changed is the room's own and no proposal any more. Refused with RULE_UNKNOWN,
 * LIMIT_MISSING (the rule has no such threshold), SCALE_UNKNOWN, LIMIT_OUTSIDE_SCALE (`detail`: its range), or as `readRuleSet`.
 */
export function editRules(ruleSet: RuleSet, edit: RuleEdit, rangeOf: RangeOf): Outcome<RuleSet> {
  if (edit.kind === 'review')
    return readRuleSet({
      ...ruleSet,
      tiers: { ...ruleSet.tiers, [edit.tier]: { reviewAfterDays: edit.days } },
    })
  if (edit.kind === 'add') {
    const fits = limitsFit(edit.rule, rangeOf)
    return fits.ok ? readRuleSet({ ...ruleSet, rules: [...ruleSet.rules, edit.rule] }) : fits
  }
  const before = ruleSet.rules.find(({ id }) => id === edit.rule)
  if (before === undefined) return refused('RULE_UNKNOWN', { at: edit.rule })
  const after = edited(before, edit)
  if (after === null) return refused('LIMIT_MISSING', { at: edit.rule })
  const fits = edit.kind === 'limit' ? limitsFit(after, rangeOf) : done(null)
  if (!fits.ok) return fits
  return readRuleSet({ ...ruleSet, rules: ruleSet.rules.map((rule) => (rule === before ? after : rule)) })
}

function edited(rule: TierRule, edit: Exclude<RuleEdit, { kind: 'add' | 'review' }>): TierRule | null {
  const { off: _, ...on } = rule
  switch (edit.kind) {
    case 'limit':
      return 'score' in rule.when && rule.when[edit.limit] !== undefined
        ? { ...rule, proposed: false, when: { ...rule.when, [edit.limit]: edit.value } }
        : null
    case 'lifetime':
      return { ...rule, proposed: false, lifetimeDays: edit.days }
    case 'reason':
      return { ...rule, proposed: false, reason: edit.reason }
    case 'switch':
      return { ...on, proposed: false, ...(edit.on ? {} : { off: true }) }
  }
}

/** Whether what a rule looks at is there, and its thresholds can be reached. */
function limitsFit({ id, when }: TierRule, rangeOf: RangeOf): Outcome<null> {
  if (!('scale' in when)) return done(null)
  const range = rangeOf('score' in when ? when.score : when.worse, when.scale)
  if (range === null) return refused('SCALE_UNKNOWN', { at: id })
  const limits = 'score' in when ? [when.min ?? [], when.max ?? []].flat() : []
  return limits.every((limit) => limit >= range.min && limit <= range.max)
    ? done(null)
    : refused('LIMIT_OUTSIDE_SCALE', { at: id, detail: { min: range.min, max: range.max } })
}
