import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'

const codeSchema = z.string().regex(/^[a-z][a-zA-Z0-9]{0,9}$/)

const formScoreSchema = z
  .strictObject({
    id: codeSchema,
    label: labelSchema,
    /** The least and the most the published form can give. */
    min: z.number(),
    max: z.number(),
    /** Places after the point: 2 for the mean of a subscale, 0 for a sum. */
    decimals: z.int().min(0).max(2),
    direction: z.enum(['higherIsWorse', 'higherIsBetter']),
    /** What each number stands for, where it is no sum; null where it is. */
    codes: z
      .array(z.strictObject({ value: z.int(), label: labelSchema }))
      .min(2)
      .nullable(),
    /** From this score on somebody has to ask the client directly; null where the score says nothing of that kind. */
    criticalFrom: z.number().nullable(),
  })
  .refine(({ min, max }) => min < max, { params: { code: 'RANGE_EMPTY' } })
export type FormScore = z.infer<typeof formScoreSchema>

const scoreFormSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: labelSchema,
  /** Who owns the form, and why its questions are not in this program. */
  owner: labelSchema,
  why: labelSchema,
  /** Who the answers are from; what staff rate themselves needs no consent to be noted. */
  rater: z.enum(['self', 'informant', 'staff']),
  scores: z.array(formScoreSchema).min(1).max(20),
})
/** An instrument of which only the result is kept: its questions may not be reproduced here. It has no bands. */
export type ScoreForm = z.infer<typeof scoreFormSchema>

const scoreFormsSchema = z.array(scoreFormSchema).superRefine((forms, context) => {
  const ids = [
    ...forms.map(({ id }) => id),
    ...forms.flatMap(({ id, scores }) => scores.map((one) => `${id} ${one.id}`)),
  ]
  if (new Set(ids).size !== ids.length)
    context.addIssue({ code: 'custom', params: { code: 'ID_USED_TWICE' } })
})

/** Checks the forms read from a file; refused with SCORE_FORMS_INVALID and where the first fault is. */
export function readScoreForms(content: unknown): Outcome<ScoreForm[]> {
  const read = scoreFormsSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('SCORE_FORMS_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}
