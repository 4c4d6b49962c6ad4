import { z } from 'zod'
import { tierSchema } from '../../tiering/tier.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, noteSchema } from '../records/values.ts'

/** A counsellor asks a supervisor to lower a client's tier; until one decides, the tier stays as it is. */
export const tierProposalSchema = z.strictObject({
  clientId: idSchema,
  tier: tierSchema,
  reason: noteSchema.min(2),
  proposedBy: idSchema,
  proposedAt: instantSchema,
  /** What came of it: the supervisor's own decision, or why there was none. Whoever proposed it may take it back. */
  answer: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('decided'), by: idSchema, at: instantSchema, decision: idSchema }),
      z.strictObject({
        kind: z.literal('declined'),
        by: idSchema,
        at: instantSchema,
        because: noteSchema.min(2),
      }),
      z.strictObject({ kind: z.literal('withdrawn'), by: idSchema, at: instantSchema }),
    ])
    .nullable(),
})
export type TierProposal = z.infer<typeof tierProposalSchema>

export const tierProposalKind: RecordKind<TierProposal> = {
  table: 'tierProposals',
  domain: 'case',
  version: 1,
  schema: tierProposalSchema,
  clientOf: (proposal) => proposal.clientId,
  changeable: ({ answer }) => (answer === null ? ['answer'] : []),
}
