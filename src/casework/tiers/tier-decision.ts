import { z } from 'zod'
import { suggestionSchema } from '../../tiering/suggestion.ts'
import { tierSchema } from '../../tiering/tier.ts'
import { approvalSchema } from '../records/care-steps.ts'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, noteSchema } from '../records/values.ts'

/** A named person's decision on a client's tier. The newest one holds; older ones are the history. */
export const tierDecisionSchema = z.strictObject({
  clientId: idSchema,
  tier: tierSchema,
  decidedBy: idSchema,
  decidedAt: instantSchema,
  /** In the decider's words; required also when the suggestion is followed. */
  reason: noteSchema.min(2),
  /** The suggestion as it stood, with the rule set it came from; null when there was no evidence. */
  suggestion: suggestionSchema.nullable(),
  /** When the tier has to be looked at again; from then on it is overdue. */
  reviewBy: daySchema,
  /** Whose agreement coming down from priority rests on: `here` when a supervisor decided it. Left out where none was needed. */
  approval: z.exactOptional(approvalSchema),
})
export type TierDecision = z.infer<typeof tierDecisionSchema>

export const tierDecisionKind: RecordKind<TierDecision> = {
  table: 'tierDecisions',
  domain: 'case',
  version: 1,
  schema: tierDecisionSchema,
  clientOf: (decision) => decision.clientId,
  changeable: () => [],
}
