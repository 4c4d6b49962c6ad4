import { z } from 'zod'
import { languageSchema, plainTextSchema } from './local-text.ts'

/** Under which conditions an instrument may be used; shown wherever it is. */
export const termsSchema = z.strictObject({
  /** A: anyone may reproduce it · A-NC: not for sale · A~: free, on a weaker statement · B: under a condition. */
  class: z.enum(['A', 'A-NC', 'A~', 'B']),
  statement: plainTextSchema,
  url: z.url({ protocol: /^https$/ }),
  nonCommercial: z.boolean(),
  noModification: z.boolean(),
  officialTranslationOnly: z.boolean(),
  /** Where the statement was read, and whether that was the publisher's own page. */
  seen: plainTextSchema,
  /** Authors to be named; null when the terms name none. */
  credit: plainTextSchema.nullable(),
})

/** Where the wording of one language comes from. */
const provenanceOfOneSchema = z.strictObject({
  /** `widelyPublished`: independent copies agree, whether it is the official text is not confirmed. */
  status: z.enum(['officialCopy', 'stateDocument', 'widelyPublished']),
  sources: z.array(plainTextSchema).min(1),
  note: plainTextSchema.nullable(),
})

export const provenanceSchema = z.partialRecord(languageSchema, provenanceOfOneSchema)
