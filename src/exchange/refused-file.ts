import { z } from 'zod'
import type { RecordKind } from '../casework/records/record.ts'
import { idSchema, instantSchema } from '../casework/records/values.ts'
import { periodSchema } from '../statistics/period.ts'
import { sha256Schema } from './plan-reference.ts'

/** A file that was brought to the county desk and not taken in: its name and the reason. Entries of the first years say no more. */
const refusedFileSchema = z.strictObject({
  name: z.string().max(300),
  code: z.string().regex(/^[A-Z][A-Z0-9_]{1,59}$/),
  refusedAt: instantSchema,
  refusedBy: idSchema,
  /** Of the file; of its name and the reason where it was not read. */
  sha256: sha256Schema.optional(),
  /** The unit it says it is from; what of it is proved the reason tells. */
  unit: z
    .string()
    .regex(/^\d{9}$/)
    .nullable()
    .optional(),
  period: periodSchema.nullable().optional(),
  seq: z.int().min(1).nullable().optional(),
  /** In bytes. */
  size: z.int().min(0).optional(),
  /** The record that holds the file; null when it is not kept, or not any more. */
  file: idSchema.nullable().optional(),
  /** How it left the quarantine: it was taken in after all, or somebody put it away. */
  out: z
    .strictObject({
      how: z.enum(['taken', 'putAway']),
      note: z.string().trim().max(500),
      at: instantSchema,
      by: idSchema,
    })
    .optional(),
})
export type RefusedFile = z.infer<typeof refusedFileSchema>

export const refusedFileKind: RecordKind<RefusedFile> = {
  table: 'refusedFiles',
  domain: 'exchange',
  version: 1,
  schema: refusedFileSchema,
  clientOf: () => null,
}

const refusedBytesSchema = z.strictObject({
  /** Null once it was let go, so that files anybody may bring do not fill the disk. */
  file: z.base64url().nullable(),
})

/** The files themselves, apart from what is told of them: they are read only to be tried again. */
export const refusedBytesKind: RecordKind<z.infer<typeof refusedBytesSchema>> = {
  table: 'refusedBytes',
  domain: 'exchange',
  version: 1,
  schema: refusedBytesSchema,
  clientOf: () => null,
}
