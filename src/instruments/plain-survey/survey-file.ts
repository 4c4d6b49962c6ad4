import { z } from 'zod'
import { plainTextSchema } from '../local-text.ts'
import { plainSurveyLimits } from './plain-survey.ts'

/** A text as SurveyJS writes it: plain, or by language; `default` is the language the survey was written in. */
export const fileTextSchema = z.preprocess(
  (text) => (typeof text === 'string' ? { default: text } : text),
  z
    .record(z.string().regex(/^[a-z]{2,3}(-[a-zA-Z]{2,4})?$|^default$/), plainTextSchema)
    .refine((text) => Object.keys(text).length > 0, { params: { code: 'NO_TEXT' } }),
)
export type FileText = z.infer<typeof fileTextSchema>

const valueSchema = z.union([z.string().min(1).max(200), z.int(), z.boolean()])
const choiceSchema = z.preprocess(
  (choice) => (typeof choice === 'object' ? choice : { value: choice }),
  z.strictObject({ value: valueSchema, text: z.exactOptional(fileTextSchema) }),
)

const named = {
  name: z.string().min(1).max(100),
  title: z.exactOptional(fileTextSchema),
  description: z.exactOptional(fileTextSchema),
  isRequired: z.exactOptional(z.boolean()),
  visibleIf: z.exactOptional(z.string().min(1).max(2000)),
}

const choosing = {
  ...named,
  choices: z.array(choiceSchema).min(1).max(plainSurveyLimits.choices),
  showNoneItem: z.exactOptional(z.boolean()),
  noneText: z.exactOptional(fileTextSchema),
  showOtherItem: z.exactOptional(z.boolean()),
  otherText: z.exactOptional(fileTextSchema),
}

const writing = {
  ...named,
  inputType: z.exactOptional(
    z.string().refine((type) => type === 'text', { params: { code: 'INPUT_TYPE_NOT_ASKED' } }),
  ),
  maxLength: z.exactOptional(z.int().min(1).max(plainSurveyLimits.writtenAnswer)),
}

const ratingStep = z.int().min(0).max(100)

const fileQuestionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['radiogroup', 'dropdown']), ...choosing }),
  z.strictObject({
    type: z.literal('checkbox'),
    ...choosing,
    maxSelectedChoices: z.exactOptional(z.int().min(0).max(plainSurveyLimits.choices)),
  }),
  z.strictObject({
    type: z.literal('rating'),
    ...named,
    rateMin: ratingStep.default(1),
    rateMax: z.exactOptional(ratingStep),
    rateStep: z.int().min(1).max(50).default(1),
    rateCount: z.exactOptional(z.int().min(2).max(20)),
    rateValues: z.exactOptional(z.array(choiceSchema).min(2).max(20)),
    minRateDescription: z.exactOptional(fileTextSchema),
    maxRateDescription: z.exactOptional(fileTextSchema),
  }),
  z.strictObject({
    type: z.literal('boolean'),
    ...named,
    labelTrue: z.exactOptional(fileTextSchema),
    labelFalse: z.exactOptional(fileTextSchema),
    valueTrue: valueSchema.default(true),
    valueFalse: valueSchema.default(false),
  }),
  z.strictObject({ type: z.enum(['comment', 'text']), ...writing }),
])
export type FileQuestion = z.infer<typeof fileQuestionSchema>

/** Kinds of question a plain survey may ask. */
export const questionTypes: readonly unknown[] = [
  'radiogroup',
  'dropdown',
  'checkbox',
  'rating',
  'boolean',
  'comment',
  'text',
]

/** What is taken from a SurveyJS file once everything that only decorates has been left out. */
export const surveyFileSchema = z.strictObject({
  locale: z.exactOptional(z.string().max(10)),
  title: z.exactOptional(fileTextSchema),
  description: z.exactOptional(fileTextSchema),
  pages: z
    .array(
      z.strictObject({
        name: z.exactOptional(z.string().max(100)),
        title: z.exactOptional(fileTextSchema),
        description: z.exactOptional(fileTextSchema),
        elements: z.array(fileQuestionSchema).min(1).max(plainSurveyLimits.questions),
      }),
    )
    .min(1)
    .max(plainSurveyLimits.pages),
})
export type SurveyFile = z.infer<typeof surveyFileSchema>
