import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, nameSchema, noteSchema } from '../records/values.ts'

/** Time spent talking over the work with a supervisor; about a client, or about none. */
export const supervisionSchema = z.strictObject({
  clientId: idSchema.nullable(),
  day: daySchema,
  supervisor: nameSchema,
  mode: z.enum(['single', 'group', 'remote']),
  minutes: z.int().min(5).max(600),
  question: noteSchema.min(2),
  advice: noteSchema.min(2),
  actions: noteSchema,
  recordedBy: idSchema,
  recordedAt: instantSchema,
})
export type Supervision = z.infer<typeof supervisionSchema>

export const supervisionKind: RecordKind<Supervision> = {
  table: 'supervisions',
  domain: 'case',
  version: 1,
  schema: supervisionSchema,
  clientOf: ({ clientId }) => clientId,
  changeable: () => [],
}
