import { z } from 'zod'
import { languageSchema, plainTextSchema } from './local-text.ts'
import { codeNameSchema, itemNameSchema } from './scale.ts'
import { provenanceOfOneSchema, termsSchema } from './terms.ts'

/** An official wording that a room holds, for an instrument that is here without it. */
export const wordingPackSchema = z.strictObject({
  format: z.literal('anxin-wording-pack/1'),
  instrument: z.string().min(1).max(60),
  /** The instrument version it was made for. */
  instrumentVersion: z.string().min(1).max(20),
  /** Version of this wording; it becomes part of the instrument's version. */
  version: z.string().regex(/^[A-Za-z0-9.-]{1,8}$/),
  language: languageSchema,
  provenance: provenanceOfOneSchema,
  terms: termsSchema,
  title: plainTextSchema,
  /** The published instructions; null when the form has none. */
  instructions: plainTextSchema.nullable(),
  items: z.record(itemNameSchema, plainTextSchema),
  /** Text of every answer, by coding and published number. */
  answers: z.record(codeNameSchema, z.record(z.string().regex(/^-?\d+$/), plainTextSchema)),
})
export type WordingPack = z.infer<typeof wordingPackSchema>
