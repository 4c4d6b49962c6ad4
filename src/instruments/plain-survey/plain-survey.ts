import { z } from 'zod'
import { languageSchema } from '../local-text.ts'
import { surveyTextSchema } from '../survey.ts'

/** Limits on a plain survey: what a person can be asked in one go, and what a page can show. */
export const plainSurveyLimits = {
  characters: 500_000,
  pages: 30,
  questions: 100,
  choices: 60,
  writtenAnswer: 1000,
} as const

const questionNameSchema = z.string().regex(/^q[1-9]\d{0,2}$/)
const choiceSchema = z.strictObject({ value: z.int().min(0).max(1000), text: surveyTextSchema })

const asked = {
  name: questionNameSchema,
  title: surveyTextSchema,
  description: z.exactOptional(surveyTextSchema),
  isRequired: z.boolean(),
  /** In the closed grammar of `readCondition`, over questions asked earlier. */
  visibleIf: z.exactOptional(z.string().max(2000)),
}

const plainQuestionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('radiogroup'),
    ...asked,
    choices: z.array(choiceSchema).min(2).max(plainSurveyLimits.choices),
  }),
  z.strictObject({
    type: z.literal('checkbox'),
    ...asked,
    choices: z
      .array(choiceSchema.extend({ isExclusive: z.exactOptional(z.literal(true)) }))
      .min(2)
      .max(plainSurveyLimits.choices),
    maxSelectedChoices: z.exactOptional(z.int().min(1)),
  }),
  z.strictObject({
    type: z.literal('comment'),
    ...asked,
    maxLength: z.int().min(1).max(plainSurveyLimits.writtenAnswer),
  }),
])
export type PlainQuestion = z.infer<typeof plainQuestionSchema>
export type ClosedQuestion = Exclude<PlainQuestion, { type: 'comment' }>

/**
 * A survey that is not scored, in the one form it is kept and shown in. SurveyJS shows it as it stands. Questions are named
 * q1…qn in order and answers are whole numbers, whatever they were called in the file.
 */
export const plainSurveySchema = z.strictObject({
  title: surveyTextSchema,
  description: z.exactOptional(surveyTextSchema),
  /** Languages every text exists in. */
  languages: z.array(languageSchema).min(1).max(2),
  pages: z
    .array(
      z.strictObject({
        name: z.string().regex(/^p[1-9]\d?$/),
        title: z.exactOptional(surveyTextSchema),
        description: z.exactOptional(surveyTextSchema),
        elements: z.array(plainQuestionSchema).min(1).max(plainSurveyLimits.questions),
      }),
    )
    .min(1)
    .max(plainSurveyLimits.pages),
})
export type PlainSurvey = z.infer<typeof plainSurveySchema>

/** Every question in the order it is asked. */
export const questionsOf = (survey: PlainSurvey): PlainQuestion[] =>
  survey.pages.flatMap(({ elements }) => elements)

/** What one person answered: one value, several, or words. */
export const plainAnswersSchema = z.record(
  questionNameSchema,
  z.union([
    z.int(),
    z.array(z.int()).min(1).max(plainSurveyLimits.choices),
    z.string().min(1).max(plainSurveyLimits.writtenAnswer),
  ]),
)
export type PlainAnswers = z.infer<typeof plainAnswersSchema>
