import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema } from '../records/values.ts'

/** A counsellor's private thoughts about the work with a client: a text that their own key alone opens. */
export const processNoteSchema = z.strictObject({
  clientId: idSchema,
  writtenBy: idSchema,
  writtenAt: instantSchema,
  /** Base64 of the text, sealed to its writer. */
  sealed: z.base64().max(100_000),
})
export type ProcessNote = z.infer<typeof processNoteSchema>

export const processNoteKind: RecordKind<ProcessNote> = {
  table: 'processNotes',
  domain: 'case',
  version: 1,
  schema: processNoteSchema,
  clientOf: (note) => note.clientId,
  changeable: () => ['sealed'],
}
