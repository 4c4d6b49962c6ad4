import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, noteSchema } from '../records/values.ts'

/** What a note says, part by part: DAP (data, assessment, plan) or SOAP (subjective, objective, assessment, plan). */
export const noteContentSchema = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('DAP'), data: noteSchema, assessment: noteSchema, plan: noteSchema }),
  z.strictObject({
    form: z.literal('SOAP'),
    subjective: noteSchema,
    objective: noteSchema,
    assessment: noteSchema,
    plan: noteSchema,
  }),
])
export type NoteContent = z.infer<typeof noteContentSchema>

/** What happened in a session. Until it is signed it is a draft that only its writer changes; afterwards it is added to. */
export const sessionNoteSchema = z
  .strictObject({
    clientId: idSchema,
    appointment: idSchema.nullable(),
    heldAt: instantSchema,
    minutes: z.int().min(0).max(600),
    mode: z.enum(['inRoom', 'phone', 'video', 'visit']),
    writtenBy: idSchema,
    content: noteContentSchema,
    signedAt: instantSchema.nullable(),
    addenda: z.array(z.strictObject({ by: idSchema, at: instantSchema, text: noteSchema.min(2) })).max(200),
  })
  .refine(({ signedAt, addenda }) => signedAt !== null || addenda.length === 0, { path: ['addenda'] })
export type SessionNote = z.infer<typeof sessionNoteSchema>

export const sessionNoteKind: RecordKind<SessionNote> = {
  table: 'sessionNotes',
  domain: 'case',
  version: 1,
  schema: sessionNoteSchema,
  clientOf: (note) => note.clientId,
  changeable: ({ signedAt }) =>
    signedAt === null ? ['content', 'heldAt', 'minutes', 'mode', 'signedAt'] : [],
  appends: ['addenda'],
}
