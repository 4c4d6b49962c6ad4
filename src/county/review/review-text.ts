import { z } from 'zod'
import type { RecordKind } from '../../casework/records/record.ts'
import { idSchema, instantSchema } from '../../casework/records/values.ts'

/** What a coordinator writes into a periodic review: how things stand, what the difficulties are, what is to be done. */
export const reviewTextSchema = z.strictObject({
  situation: z.string().max(5_000),
  difficulties: z.string().max(5_000),
  steps: z.string().max(5_000),
})
export type ReviewText = z.infer<typeof reviewTextSchema>

const reviewTextRecordSchema = z.strictObject({
  ...reviewTextSchema.shape,
  /** `2026-11`, `2026-Q4` or `2026`: of each there is one. */
  period: z.string().regex(/^20\d{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$/),
  savedAt: instantSchema,
  savedBy: idSchema,
})

export const reviewTextKind: RecordKind<z.infer<typeof reviewTextRecordSchema>> = {
  table: 'reviewTexts',
  domain: 'exchange',
  version: 1,
  schema: reviewTextRecordSchema,
  clientOf: () => null,
}
