import { z } from 'zod'
import { shapeFaults } from '../instruments/fault.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { reassessmentSchema } from './reassessment.ts'
import { codeSchema, conditionSchema } from './rule-condition.ts'
import { canBeFilled, reasonSchema } from './rule-reason.ts'
import { tierSchema } from './tier.ts'

const daysSchema = z.int().min(1).max(3660)

const ruleSchema = z
  .strictObject({
    id: codeSchema,
    /** A proposal of the product, which the room has not made its own. */
    proposed: z.boolean(),
    /** Switched off: it stays in the set and asks for nothing. */
    off: z.exactOptional(z.literal(true)),
    when: conditionSchema,
    tier: tierSchema,
    /** How long evidence counts, from the day it was made. */
    lifetimeDays: daysSchema,
    /** What has to be done anew before a tier this rule asked for may come down. */
    reassess: reassessmentSchema,
    reason: reasonSchema,
  })
  .superRefine(({ reason, when }, context) => {
    for (const language of ['zh-CN', 'en'] as const)
      if (!canBeFilled(reason[language], when))
        context.addIssue({
          code: 'custom',
          path: ['reason', language],
          params: { code: 'PLACEHOLDER_UNKNOWN' },
        })
  })
export type TierRule = z.infer<typeof ruleSchema>

/** Days to the first review of a tier, to the second, and so on; the last one repeats. */
const reviewSchema = z.strictObject({ reviewAfterDays: z.tuple([daysSchema], daysSchema) })

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
