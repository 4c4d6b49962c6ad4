import { z } from 'zod'
import { evidenceSchema } from './evidence.ts'
import { tierSchema } from './tier.ts'

/** A rule that held, with what it rests on and until when that counts. */
export const firedRuleSchema = z.strictObject({
  rule: z.string(),
  tier: tierSchema,
  reason: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
  evidence: z.array(evidenceSchema).min(1),
  validUntil: z.iso.date(),
})
export type FiredRule = z.infer<typeof firedRuleSchema>

/** The highest tier any rule asks for, never a decision. `overdue` when all evidence has outlived its lifetime. */
export const suggestionSchema = z.strictObject({
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  tier: tierSchema,
  fired: z.array(firedRuleSchema),
  overdue: z.boolean(),
})
export type Suggestion = z.infer<typeof suggestionSchema>
