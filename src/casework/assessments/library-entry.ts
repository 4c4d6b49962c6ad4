import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema } from '../records/values.ts'

/**
 * Something an administrator signed into the room's library; added to, never rewritten. The content stays the very text that was
 * signed, so that no later version of this program can read it otherwise.
 */
export const libraryEntrySchema = z.strictObject({
  /** `instrument`: an instrument of the room's own · `wording`: an official wording · `offer`: whether an instrument is given, and by whom · `nonCommercial`: that the room makes no profit. */
  subject: z.enum(['instrument', 'wording', 'offer', 'nonCommercial']),
  /** JSON text. */
  content: z.string().max(6_000_000),
  signedBy: idSchema,
  signedAt: instantSchema,
  /** Ed25519 by the administrator over subject, content and moment; 128 hex digits. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type LibraryEntry = z.infer<typeof libraryEntrySchema>

export const libraryEntryKind: RecordKind<LibraryEntry> = {
  table: 'libraryEntries',
  domain: 'config',
  version: 1,
  schema: libraryEntrySchema,
  clientOf: () => null,
  changeable: () => [],
}
