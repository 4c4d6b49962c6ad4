import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, noteSchema } from '../records/values.ts'

export const clueOutcomes = ['verified', 'notConfirmed', 'passedOn'] as const

/** Something others noticed about a client that nobody has checked yet. It says nothing about the person, and lapses unless verified. */
export const clueSchema = z.strictObject({
  clientId: idSchema,
  /** The observation record it came with; null for a clue told in words. */
  assessmentId: idSchema.nullable(),
  /** In which capacity somebody told it: never their name. */
  source: z.string().trim().min(1).max(100),
  told: noteSchema.min(2),
  receivedBy: idSchema,
  receivedAt: instantSchema,
  /** Unless it was verified by the end of this day it no longer counts. */
  expires: daySchema,
  outcome: z
    .strictObject({ by: idSchema, at: instantSchema, found: z.enum(clueOutcomes), entry: noteSchema.min(2) })
    .nullable(),
})
export type Clue = z.infer<typeof clueSchema>

export const clueKind: RecordKind<Clue> = {
  table: 'clues',
  domain: 'case',
  version: 1,
  schema: clueSchema,
  clientOf: (clue) => clue.clientId,
  changeable: ({ outcome }) => (outcome === null ? ['outcome'] : []),
}
