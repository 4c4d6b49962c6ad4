import { z } from 'zod'
import { findingSchema } from '../instruments/vectors.ts'

/** What scoring found, with the instrument and version it was scored by; stored as it is and never re-scored silently. */
export const scoreResultSchema = z.strictObject({
  instrument: z.string().min(1).max(60),
  version: z.string().min(1).max(20),
  ...findingSchema.shape,
  /** Left out in results from before cut-offs were kept. */
  reached: z.exactOptional(findingSchema.shape.reached),
  notes: z.exactOptional(findingSchema.shape.notes),
})
export type ScoreResult = z.infer<typeof scoreResultSchema>
