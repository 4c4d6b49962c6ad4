import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, noteSchema } from '../records/values.ts'

/** The result of a paper form whose questions are not in this program, entered by hand. */
export const paperScoreSchema = z.strictObject({
  clientId: idSchema,
  /** Id of the `ScoreForm`. */
  form: z.string().min(1).max(60),
  /** The day the paper form was filled in. */
  day: daySchema,
  /** By id of the form's scores; not every one need be known. */
  scores: z.record(z.string().min(1).max(10), z.number()),
  /** Where the paper form came from: a clinic, a school, this room's own stock. */
  source: z.string().trim().min(1).max(200),
  /** Who added it up, in the enterer's words: it may be somebody who does not work here. */
  scoredBy: z.string().trim().min(1).max(100),
  remark: noteSchema,
  enteredBy: idSchema,
  enteredAt: instantSchema,
  /** The entry this one stands in place of, and what was wrong with it; null for a first entry. */
  correction: z.strictObject({ of: idSchema, reason: z.string().trim().min(2).max(1000) }).nullable(),
})
export type PaperScore = z.infer<typeof paperScoreSchema>

export const paperScoreKind: RecordKind<PaperScore> = {
  table: 'paperScores',
  domain: 'assessment',
  version: 1,
  schema: paperScoreSchema,
  clientOf: (score) => score.clientId,
  // A wrong entry is corrected by another one that names it.
  changeable: () => [],
}
