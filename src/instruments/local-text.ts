import { z } from 'zod'

/** Languages an instrument can be worded in. */
export const languageSchema = z.enum(['zh-CN', 'en'])

// `<`, `>` and entities are markup; `{…}` is a SurveyJS placeholder that would be replaced by an answer.
const markup = /[<>{}]|&(#\d+|#x[\da-f]+|[a-z]+\d*);/i
const control = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u
const visible = /[^\s\p{C}\p{Default_Ignorable_Code_Point}]/u

/**
 * Text shown exactly as it stands: something to see, and no markup, no placeholders, no half characters, no control or direction
 * characters but the line feed.
 */
export const plainTextSchema = z
  .string()
  .min(1)
  .max(2000)
  .refine((text) => !markup.test(text) && !control.test(text) && visible.test(text), {
    params: { code: 'NOT_PLAIN_TEXT' },
  })

/** A text in the languages it exists in; at least one. */
export const localTextSchema = z
  .strictObject({ 'zh-CN': z.exactOptional(plainTextSchema), en: z.exactOptional(plainTextSchema) })
  .refine((text) => Object.keys(text).length > 0, { params: { code: 'NO_TEXT' } })

/** A text of our own, which exists in every language. */
export const labelSchema = z.strictObject({ 'zh-CN': plainTextSchema, en: plainTextSchema })
