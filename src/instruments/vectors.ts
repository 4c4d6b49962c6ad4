import { z } from 'zod'
import { raterKindSchema } from './instrument.ts'
import { codeNameSchema, itemNameSchema, sexSchema } from './scale.ts'

/** Answers by question name, in the published coding; an unanswered question is left out. */
export const answersSchema = z.record(z.string(), z.number())
export type Answers = z.infer<typeof answersSchema>

/** What scoring may need to know about the person and whose answers these are. */
export const aboutSchema = z.strictObject({
  sex: z.exactOptional(sexSchema),
  age: z.exactOptional(z.int().min(0).max(130)),
  rater: z.exactOptional(raterKindSchema),
})
export type About = z.infer<typeof aboutSchema>

/**
 * `SEX_UNKNOWN`, `AGE_UNKNOWN`: a cut-off of scale `at` is counted as reached because it is for some of those the person may
 * be · `CAVEAT`: the published reservation about a cut-off of scale `at` holds · `NOT_FOR_PERSON`: the answer to item `at` does
 * not count.
 */
const noteSchema = z.strictObject({
  code: z.enum(['SEX_UNKNOWN', 'AGE_UNKNOWN', 'CAVEAT', 'NOT_FOR_PERSON']),
  at: z.string(),
})

/** What scoring must find. */
export const findingSchema = z.strictObject({
  /** `outOfRange`: scored, but the person's age is outside the ages the instrument is made for. */
  status: z.enum(['scored', 'prorated', 'incomplete', 'invalid', 'outOfRange']),
  reason: z.exactOptional(
    z.strictObject({
      code: z.enum([
        'UNKNOWN_QUESTION',
        'ANSWER_OUTSIDE_CODING',
        'RATER_NOT_MEANT',
        'TOO_MANY_MISSING',
        'AGE_OUTSIDE',
      ]),
      at: z.string(),
    }),
  ),
  /** Score by scale id. */
  scores: z.record(codeNameSchema, z.number()),
  /** Band id by scale id. */
  bands: z.record(codeNameSchema, codeNameSchema),
  /** Ids of the cut-offs reached, by scale id; scales that reach none are left out. */
  reached: z.record(codeNameSchema, z.array(codeNameSchema).min(1)),
  /** What has to be said with the figures. */
  notes: z.array(noteSchema),
  critical: z.array(z.strictObject({ item: itemNameSchema, value: z.int() })),
  /** Questions that should have been answered and were not. */
  missing: z.array(itemNameSchema),
})

/** `vectors.json`: answers with the results they must give. */
export const vectorsSchema = z.strictObject({
  cases: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        answers: answersSchema,
        about: z.exactOptional(aboutSchema),
        result: findingSchema,
      }),
    )
    .min(1),
})
export type Vectors = z.infer<typeof vectorsSchema>
