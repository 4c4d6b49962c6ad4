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
export const provenanceOfOneSchema = z.strictObject({
  /**
   * `officialCopy`: copied from the official form · `officialReported`: said to be the official text · `widelyPublished`:
   * independent copies agree, whether it is the official text is not confirmed · `oneSource`: read in one place only ·
   * `unofficialTranslation`: shown with a mark wherever it is used · `own`: written for this program.
   */
  status: z.enum([
    'officialCopy',
    'officialReported',
    'stateDocument',
    'widelyPublished',
    'oneSource',
    'unofficialTranslation',
    'own',
  ]),
  sources: z.array(plainTextSchema).min(1),
  note: plainTextSchema.nullable(),
})

export const provenanceSchema = z.partialRecord(languageSchema, provenanceOfOneSchema)
