import { z } from 'zod'
import { labelSchema, languageSchema, localTextSchema, plainTextSchema } from './local-text.ts'
import { agesSchema, codeNameSchema, isOwnName, itemNameSchema, scaleSchema, sexSchema } from './scale.ts'
import { provenanceSchema, termsSchema } from './terms.ts'

/** Whose answers an instrument is made for; `staff`: only filled in by staff. */
export const raterKindSchema = z.enum(['self', 'informant', 'staff'])

/** An answer's published number, with its LOINC answer code where confirmed. */
const codedAnswerSchema = z.strictObject({
  value: z.int().min(-1000).max(1000),
  loinc: z.string().nullable(),
})

const itemSchema = z.strictObject({
  id: itemNameSchema,
  /** Name of one of the instrument's codings. */
  coding: codeNameSchema,
  /** False for a question that no score needs: it is never missing. */
  required: z.boolean(),
  loinc: z.string().nullable(),
})

/** `items` are asked only if one of `askedIfAny` is answered with `atLeast` to `atMost` (null: or more); unasked, they count 0. */
const skipRuleSchema = z.strictObject({
  items: z.array(itemNameSchema).min(1).max(200),
  askedIfAny: z.array(itemNameSchema).min(1).max(200),
  atLeast: z.int(),
  atMost: z.int().nullable(),
})
export type SkipRule = z.infer<typeof skipRuleSchema>

/** What becomes of unanswered questions: no score · the answered ones stand for up to `atMost` · up to `atMost` count 0. */
const missingRuleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('noScore') }),
  z.strictObject({ rule: z.literal('prorate'), atMost: z.int().min(1) }),
  z.strictObject({ rule: z.literal('countZero'), atMost: z.int().min(1) }),
])

/**
 * What an answer to a critical item calls for. `actAtOnce`: stay with the person and act now · `interviewSameVisit`: trained staff
 * ask the person before they leave · `referAtOnce`: refer upwards today · `verifyAndRefer`: a named person verifies, then
 * refers · `prompt`: to be asked about in the talk that follows; raises no alert.
 */
export const criticalResponses = [
  'actAtOnce',
  'interviewSameVisit',
  'referAtOnce',
  'verifyAndRefer',
  'prompt',
] as const

const criticalItemSchema = z.strictObject({
  item: itemNameSchema,
  /** The answers that raise the alert. */
  values: z.array(z.int()).min(1).max(20),
  response: z.enum(criticalResponses),
})

/** Questions that are not asked of persons of this sex and these ages, and count for nothing in their scores. */
const notForSchema = z.strictObject({
  items: z.array(itemNameSchema).min(1).max(200),
  sex: sexSchema.nullable(),
  ages: agesSchema.nullable(),
  citation: plainTextSchema,
})

/** What the questions are about; `mixed`: the questions themselves say. */
export const timeFrames = [
  'now',
  'thisVisit',
  'pastWeek',
  'pastTwoWeeks',
  'pastFourWeeks',
  'pastMonth',
  'pastYear',
  'ever',
  'general',
  'mixed',
] as const

/** `instrument.json`: everything about a questionnaire but its wording. */
export const instrumentSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .refine(isOwnName),
  /** Rises with every change to wording or scoring; every result names it. */
  version: z.string().min(1).max(20),
  /** Also in a language without wording, where it is known by a name in it. */
  title: localTextSchema,
  /** `observation`: a structured record of what somebody saw; it has no score and never gets one. */
  kind: z.enum(['scale', 'observation']),
  raters: z.array(raterKindSchema).min(1),
  /** `client`: may be answered alone on the client's page · `interview`: asked, or filled in, by a member of staff. */
  modes: z.array(z.enum(['client', 'interview'])).min(1),
  /** The training that whoever fills it in needs; null: none. One that needs it is off until the administrator names who has it. */
  qualification: labelSchema.nullable(),
  ages: agesSchema,
  timeFrame: z.enum(timeFrames),
  /** The languages in which every wording exists. */
  languages: z.array(languageSchema).min(1),
  terms: termsSchema,
  provenance: provenanceSchema,
  codings: z.record(codeNameSchema, z.array(codedAnswerSchema).min(2).max(20)),
  items: z.array(itemSchema).min(1).max(200),
  skips: z.array(skipRuleSchema).max(200),
  notFor: z.array(notForSchema).max(200),
  missing: missingRuleSchema,
  /** Empty for a profile, which has no score. */
  scales: z.array(scaleSchema).max(100),
  criticalItems: z.array(criticalItemSchema).max(200),
  /** What staff should know before giving it or reading its result. */
  advice: labelSchema.nullable(),
  /** LOINC code of the panel. */
  loinc: z.string().nullable(),
})
export type Instrument = z.infer<typeof instrumentSchema>

/** The answers an item may have; none for an item the instrument does not have. */
export const answerValues = (instrument: Instrument, itemId: string): number[] => {
  const item = instrument.items.find((candidate) => candidate.id === itemId)
  return item === undefined ? [] : (instrument.codings[item.coding] ?? []).map((answer) => answer.value)
}
