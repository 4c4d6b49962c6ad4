import { z } from 'zod'
import { languageSchema, localTextSchema } from './local-text.ts'
import { agesSchema, codeNameSchema, itemNameSchema, scaleSchema } from './scale.ts'
import { provenanceSchema, termsSchema } from './terms.ts'

/** Whose answers an instrument is made for; `staff`: only filled in by staff. */
export const raterKindSchema = z.enum(['self', 'informant', 'staff'])

/** An answer's published number, with its LOINC answer code where confirmed. */
const codedAnswerSchema = z.strictObject({ value: z.int(), loinc: z.string().nullable() })

const itemSchema = z.strictObject({
  id: itemNameSchema,
  /** Name of one of the instrument's codings. */
  coding: codeNameSchema,
  /** False for a question that no score needs: it is never missing. */
  required: z.boolean(),
  loinc: z.string().nullable(),
})

/** `items` are asked only if one of `askedIfAny` is answered with `atLeast` or more; unasked, they count 0. */
const skipRuleSchema = z.strictObject({
  items: z.array(itemNameSchema).min(1),
  askedIfAny: z.array(itemNameSchema).min(1),
  atLeast: z.int(),
})
export type SkipRule = z.infer<typeof skipRuleSchema>

/** What becomes of unanswered questions: no score · the answered ones stand for up to `atMost` · up to `atMost` count 0. */
const missingRuleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('noScore') }),
  z.strictObject({ rule: z.literal('prorate'), atMost: z.int().min(1) }),
  z.strictObject({ rule: z.literal('countZero'), atMost: z.int().min(1) }),
])

const criticalItemSchema = z.strictObject({
  item: itemNameSchema,
  /** The answers that raise the alert. */
  values: z.array(z.int()).min(1),
  /** `interviewSameVisit`: trained staff ask the person before they leave · `verifyAndRefer`: a named person verifies, then refers. */
  response: z.enum(['interviewSameVisit', 'verifyAndRefer']),
})

/** `instrument.json`: everything about a questionnaire but its wording. */
export const instrumentSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Rises with every change to wording or scoring; every result names it. */
  version: z.string().min(1).max(20),
  title: localTextSchema,
  raters: z.array(raterKindSchema).min(1),
  ages: agesSchema,
  timeFrame: z.enum(['pastTwoWeeks', 'thisVisit', 'ever']),
  /** The languages in which every wording exists. */
  languages: z.array(languageSchema).min(1),
  terms: termsSchema,
  provenance: provenanceSchema,
  codings: z.record(codeNameSchema, z.array(codedAnswerSchema).min(2).max(20)),
  items: z.array(itemSchema).min(1).max(200),
  skips: z.array(skipRuleSchema),
  missing: missingRuleSchema,
  /** Empty for a profile, which has no score. */
  scales: z.array(scaleSchema),
  criticalItems: z.array(criticalItemSchema),
  /** LOINC code of the panel. */
  loinc: z.string().nullable(),
})
export type Instrument = z.infer<typeof instrumentSchema>

/** The answers an item may have; none for an item the instrument does not have. */
export const answerValues = (instrument: Instrument, itemId: string): number[] => {
  const item = instrument.items.find((candidate) => candidate.id === itemId)
  return item === undefined ? [] : (instrument.codings[item.coding] ?? []).map((answer) => answer.value)
}
