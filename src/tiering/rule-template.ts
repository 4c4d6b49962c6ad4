import { z } from 'zod'
import { shapeFaults } from '../instruments/fault.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import type { Reassessment } from './reassessment.ts'
import type { Condition } from './rule-condition.ts'
import { reasonSchema } from './rule-reason.ts'
import type { RuleSet, TierRule } from './rule-set.ts'
import { tierSchema } from './tier.ts'

const templateSchema = z.strictObject({
  /** What kind of condition it is for. */
  for: z.enum(['atLeast', 'atMost', 'cutOff', 'worse', 'confirmed']),
  tier: tierSchema,
  lifetimeDays: z.int().min(1).max(3660),
  /** `[title]` and `[part]` are the names of the instrument and of its scale or item; `{…}` is filled when the rule holds. */
  reason: reasonSchema,
})
/** What a rule that a room adds begins with, by what it is about. */
export type RuleTemplate = z.infer<typeof templateSchema>

const templatesSchema = z.array(templateSchema)

/** Checks the templates read from a file; refused with RULE_TEMPLATES_INVALID and where the first fault is. */
export function readRuleTemplates(content: unknown): Outcome<RuleTemplate[]> {
  const read = templatesSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('RULE_TEMPLATES_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}

type Names = Partial<Record<'zh-CN' | 'en', string>>

/**
 * A new rule with this condition, under an id that is free in the set; the room may change the rest of it. `part` is empty where
 * an instrument has only one scale. Refused with TEMPLATE_MISSING when no template is for such a condition.
 */
export function ruleFromTemplate(
  templates: readonly RuleTemplate[],
  when: Condition,
  { title, part }: { title: Names; part: Names },
  { rules }: Pick<RuleSet, 'rules'>,
): Outcome<TierRule> {
  const kind = kindOf(when)
  const template = templates.find((one) => one.for === kind)
  if (template === undefined) return refused('TEMPLATE_MISSING')
  const sentence = (language: 'zh-CN' | 'en') => {
    const named = (names: Names) => names[language] ?? names['zh-CN'] ?? names.en ?? ''
    return template.reason[language]
      .replaceAll('[title]', named(title))
      .replaceAll('[part]', named(part))
      .replaceAll(/ {2,}/g, ' ')
  }
  return done({
    id: freeId(rules),
    proposed: false,
    when,
    tier: template.tier,
    lifetimeDays: template.lifetimeDays,
    reassess: reassessmentFor(when),
    reason: { 'zh-CN': sentence('zh-CN'), en: sentence('en') },
  })
}

function kindOf(when: Condition): RuleTemplate['for'] | null {
  if ('worse' in when) return 'worse'
  if ('criticalItem' in when) return when.finding.join() === 'confirmed' ? 'confirmed' : null
  if (!('score' in when)) return null
  if (when.cutOff !== undefined) return 'cutOff'
  if (when.min !== undefined) return when.max === undefined ? 'atLeast' : null
  return when.max === undefined ? null : 'atMost'
}

function reassessmentFor(when: Condition): Reassessment {
  const measured = 'score' in when ? when.score : 'worse' in when ? when.worse : null
  return { instruments: measured === null ? [] : [measured], interview: measured === null }
}

function freeId(rules: readonly Pick<TierRule, 'id'>[]): string {
  const numbers = rules.map(({ id }) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0))
  return `own-${Math.max(0, ...numbers) + 1}`
}
