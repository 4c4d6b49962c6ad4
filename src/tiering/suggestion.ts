import { z } from 'zod'
import { evidenceSchema } from './evidence.ts'
import { reassessmentSchema } from './reassessment.ts'
import { tierSchema } from './tier.ts'

/** A rule that held, with what it rests on and until when that counts. */
export const firedRuleSchema = z.strictObject({
  rule: z.string(),
  tier: tierSchema,
  reason: z.strictObject({ 'zh-CN': z.string(), en: z.string() }),
  evidence: z.array(evidenceSchema).min(1),
  validUntil: z.iso.date(),
  /** What has to be done anew before the tier may come down; left out in suggestions from before rules named it. */
  reassess: z.exactOptional(reassessmentSchema),
})
export type FiredRule = z.infer<typeof firedRuleSchema>

/** What the rules ask for today; a suggestion, never a decision. */
export const suggestionSchema = z.strictObject({
  ruleSet: z.strictObject({ id: z.string(), version: z.string() }),
  /** The highest tier any rule asks for. Null when it would be `general` only because evidence ran out. */
  tier: tierSchema.nullable(),
  /** Highest tier first. */
  fired: z.array(firedRuleSchema),
  /** Rules that held until their evidence ran out, with nothing newer of its kind since. */
  lapsed: z.array(firedRuleSchema),
  /** A reassessment is due: something lapsed, or all there is has grown too old to go by. */
  overdue: z.boolean(),
})
export type Suggestion = z.infer<typeof suggestionSchema>
