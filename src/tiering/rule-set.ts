import { z } from 'zod'
import { shapeFaults } from '../instruments/fault.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { criticalFindings } from './evidence.ts'
import { tierSchema } from './tier.ts'

const daysSchema = z.number().int().min(1).max(3660)
const codeSchema = z.string().min(1).max(60)

/** A score on one scale, both limits included, a band it lies in, or a cut-off it reaches for this person. */
const scoreConditionSchema = z
  .strictObject({
    score: codeSchema,
    scale: codeSchema,
    min: z.number().optional(),
    max: z.number().optional(),
    band: z.array(codeSchema).min(1).optional(),
    cutOff: z.array(codeSchema).min(1).optional(),
  })
  .refine(({ min, max, band, cutOff }) => [min, max, band, cutOff].some((limit) => limit !== undefined), {
    params: { code: 'CONDITION_MISSING' },
  })
  .refine((when) => (when.min ?? -Infinity) <= (when.max ?? Infinity), {
    params: { code: 'CONDITION_NEVER_MET' },
  })

/** What came of an answer to a critical item. */
const criticalConditionSchema = z.strictObject({
  criticalItem: codeSchema,
  item: codeSchema,
  finding: z.array(z.enum(criticalFindings)).min(1),
})

/** `{value}` and `{date}` are filled from the evidence; a critical item has no value. */
const placeholder = /\{(\w*)\}/g
const known = { score: ['value', 'date'], criticalItem: ['date'] }

const ruleSchema = z
  .strictObject({
    id: codeSchema,
    /** A proposal of the product, which the room has not made its own. */
    proposed: z.boolean(),
    when: z.union([scoreConditionSchema, criticalConditionSchema]),
    tier: tierSchema,
    /** How long evidence counts, from the day it was made. */
    lifetimeDays: daysSchema,
    reason: z.strictObject({ 'zh-CN': z.string().trim().min(1), en: z.string().trim().min(1) }),
  })
  .superRefine((rule, context) => {
    const allowed = 'score' in rule.when ? known.score : known.criticalItem
    for (const [language, sentence] of Object.entries(rule.reason)) {
      for (const [, name] of sentence.matchAll(placeholder)) {
        if (name !== undefined && allowed.includes(name)) continue
        context.addIssue({
          code: 'custom',
          path: ['reason', language],
          params: { code: 'PLACEHOLDER_UNKNOWN' },
        })
      }
    }
  })
export type TierRule = z.infer<typeof ruleSchema>

const reviewSchema = z.strictObject({ reviewWithinDays: daysSchema })

/** A room's tier rules; every decision names the `id` and `version` it was suggested by. */
export const ruleSetSchema = z
  .strictObject({
    id: codeSchema,
    version: z.string().min(1).max(20),
    tiers: z.strictObject({ general: reviewSchema, watch: reviewSchema, priority: reviewSchema }),
    rules: z.array(ruleSchema).min(1).max(500),
  })
  .superRefine((set, context) => {
    const seen = new Set<string>()
    for (const [index, { id }] of set.rules.entries()) {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path: ['rules', index, 'id'], params: { code: 'ID_USED_TWICE' } })
      seen.add(id)
    }
  })
export type RuleSet = z.infer<typeof ruleSetSchema>

/** Checks a rule set read from a file; refused with RULE_SET_INVALID, where its first fault is, and what kind it is. */
export function readRuleSet(content: unknown): Outcome<RuleSet> {
  const read = ruleSetSchema.safeParse(content)
  if (read.success) return done(read.data)
  const [fault] = shapeFaults(read.error)
  return refused('RULE_SET_INVALID', {
    at: fault?.path.join('.') ?? '',
    detail: { ...fault?.detail, fault: fault?.code ?? '' },
  })
}
