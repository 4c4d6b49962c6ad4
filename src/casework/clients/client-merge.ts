import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, noteSchema } from '../records/values.ts'

/** That two files are one person's: the records of `from` are read with those of `into`. Nothing is moved, so it can be undone. */
export const clientMergeSchema = z
  .strictObject({
    from: idSchema,
    into: idSchema,
    mergedBy: idSchema,
    mergedAt: instantSchema,
    because: noteSchema.min(2),
    /** The last day on which it can be undone with a click. */
    undoUntil: daySchema,
    undone: z.strictObject({ by: idSchema, at: instantSchema }).nullable(),
  })
  .refine(({ from, into }) => from !== into, { path: ['into'] })
export type ClientMerge = z.infer<typeof clientMergeSchema>

export const clientMergeKind: RecordKind<ClientMerge> = {
  table: 'clientMerges',
  domain: 'identity',
  version: 1,
  schema: clientMergeSchema,
  clientOf: ({ into }) => into,
  changeable: ({ undone }) => (undone === null ? ['undone'] : []),
}
