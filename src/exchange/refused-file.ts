import { z } from 'zod'
import type { RecordKind } from '../casework/records/record.ts'
import { idSchema, instantSchema } from '../casework/records/values.ts'

/** A file that was brought to the county desk and not taken in: its name and the reason, not what was in it. */
export const refusedFileSchema = z.strictObject({
  name: z.string().max(300),
  code: z.string().regex(/^[A-Z][A-Z0-9_]{1,59}$/),
  refusedAt: instantSchema,
  refusedBy: idSchema,
})
export type RefusedFile = z.infer<typeof refusedFileSchema>

export const refusedFileKind: RecordKind<RefusedFile> = {
  table: 'refusedFiles',
  domain: 'exchange',
  version: 1,
  schema: refusedFileSchema,
  clientOf: () => null,
}
