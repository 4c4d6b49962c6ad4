import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema, plainTextSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Language } from '../records/values.ts'
import { type ConsentPurpose, type ConsentReader, consentPurposes, consentReaders } from './consent.ts'

/**
 * What a paragraph is about. Together they are what a person has to be told before agreeing (PIPL art. 17 and 30); `child`: the
 * room's own rules for children under 14 (art. 31).
 */
export const consentParts = [
  'what',
  'why',
  'how',
  'effect',
  'free',
  'who',
  'keep',
  'exceptions',
  'child',
  'rights',
  'contact',
] as const

/** Filled in when it is shown: what the room is called, and how it is reached. */
const placeholder = /\{(unit|contact)\}/g
const wordsSchema = z
  .string()
  .refine((text) => plainTextSchema.safeParse(text.replace(placeholder, '示例')).success, {
    params: { code: 'NOT_PLAIN_TEXT' },
  })
const partSchema = z.strictObject({
  about: z.enum(consentParts),
  text: z.strictObject({ 'zh-CN': wordsSchema, en: wordsSchema }),
})
const partsSchema = z.array(partSchema).min(1).max(20)

const versionSchema = z
  .strictObject({
    version: z.string().min(1).max(20),
    /** It asks for more than the versions before it: consents to those have to be given anew (PIPL art. 14). */
    agreeAnew: z.boolean(),
    texts: z.array(
      z.strictObject({
        purpose: z.enum(consentPurposes),
        reader: z.enum(consentReaders),
        title: labelSchema,
        parts: partsSchema,
      }),
    ),
    /** What every text for a reader ends with. */
    closing: z.array(z.strictObject({ reader: z.enum(consentReaders), parts: partsSchema })),
  })
  .refine(
    ({ texts, closing }) =>
      areDistinct(texts.map(({ purpose, reader }) => `${purpose} ${reader}`)) &&
      areDistinct(closing.map(({ reader }) => reader)),
    { params: { code: 'ID_USED_TWICE' } },
  )

const areDistinct = (names: readonly string[]): boolean => new Set(names).size === names.length

const consentTextsSchema = z
  .strictObject({
    /** The version that is read to clients now. */
    current: z.string(),
    /** What stands for `{contact}` in a room that has not entered how it is reached. */
    contactUnknown: labelSchema,
    /** Every version there ever was, the oldest first: consents are to the words that were read. */
    versions: z.array(versionSchema).min(1),
  })
  .refine(({ versions }) => areDistinct(versions.map(({ version }) => version)), {
    params: { code: 'ID_USED_TWICE' },
  })
  .refine(({ current, versions }) => versions.some(({ version }) => version === current), {
    path: ['current'],
    params: { code: 'VERSION_UNKNOWN' },
  })
export type ConsentTexts = z.infer<typeof consentTextsSchema>

/** Checks the texts read from a file; refused with CONSENT_TEXTS_INVALID and where the first fault is. */
export function readConsentTexts(content: unknown): Outcome<ConsentTexts> {
  const read = consentTextsSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('CONSENT_TEXTS_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}

/** A text as it is read: a heading and its paragraphs, in order. */
export interface ConsentText {
  title: string
  parts: { about: (typeof consentParts)[number]; text: string }[]
}

/**
 * The wording of one version for one purpose; null when that version has none. Versions from before there were texts for
 * guardians give the client's, which is what guardians were read then.
 */
export function consentText(
  texts: ConsentTexts,
  asked: { version: string; purpose: ConsentPurpose; reader: ConsentReader; language: Language },
  room: { unit: string; contact: string | null },
): ConsentText | null {
  const version = texts.versions.find((one) => one.version === asked.version)
  const worded = version?.texts.filter(({ purpose }) => purpose === asked.purpose) ?? []
  const text = worded.find(({ reader }) => reader === asked.reader) ?? worded[0]
  if (version === undefined || text === undefined) return null
  const closing = version.closing.find(({ reader }) => reader === text.reader)?.parts ?? []
  const filled = { unit: room.unit, contact: room.contact ?? texts.contactUnknown[asked.language] }
  const fill = (words: string) =>
    words.replaceAll(placeholder, (_, name: string) => (name === 'unit' ? filled.unit : filled.contact))
  return {
    title: fill(text.title[asked.language]),
    parts: [...text.parts, ...closing].map((part) => ({
      about: part.about,
      text: fill(part.text[asked.language]),
    })),
  }
}

/** Whether what was agreed to under `version` is still what is asked for; false for a version nobody knows. */
export function stillCovers(texts: ConsentTexts, version: string): boolean {
  const at = texts.versions.findIndex((one) => one.version === version)
  const now = texts.versions.findIndex((one) => one.version === texts.current)
  return at >= 0 && texts.versions.slice(at + 1, now + 1).every(({ agreeAnew }) => !agreeAnew)
}
