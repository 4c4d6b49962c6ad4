import { z } from 'zod'
import { plainTextSchema } from './local-text.ts'
import { itemNameSchema } from './scale.ts'

/** A text as SurveyJS writes it. */
export const surveyTextSchema = z
  .strictObject({ 'zh-cn': z.exactOptional(plainTextSchema), en: z.exactOptional(plainTextSchema) })
  .refine((text) => Object.keys(text).length > 0, { params: { code: 'NO_TEXT' } })
export type SurveyText = z.infer<typeof surveyTextSchema>

const questionSchema = z.strictObject({
  type: z.literal('radiogroup'),
  name: itemNameSchema,
  title: surveyTextSchema,
  description: z.exactOptional(surveyTextSchema),
  /** Nothing but what `visibleIfOf` writes for a skip rule of the instrument. */
  visibleIf: z.exactOptional(z.string().max(4000)),
  choices: z
    .array(z.strictObject({ value: z.int(), text: surveyTextSchema }))
    .min(2)
    .max(20),
})
export type Question = z.infer<typeof questionSchema>

/** `survey.json`: the part of SurveyJS a questionnaire may use. SurveyJS shows it as it stands. */
export const surveySchema = z.strictObject({
  locale: z.literal('zh-cn'),
  title: surveyTextSchema,
  /** The published instructions. */
  description: z.exactOptional(surveyTextSchema),
  pages: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z0-9]{1,20}$/),
        elements: z.array(questionSchema).min(1).max(200),
      }),
    )
    .min(1)
    .max(200),
})
export type Survey = z.infer<typeof surveySchema>
