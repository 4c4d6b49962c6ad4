import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { responseLevelSchema } from '../crisis/response-level.ts'
import { callQuestions } from '../hotline/call-answers.ts'
import { callQuestionNames } from '../hotline/call-fields.ts'
import { actionKinds } from '../hotline/call-step.ts'
import { callTypes, specialCallKinds } from '../hotline/call-types.ts'
import { dispositions } from '../hotline/hotline-call.ts'

/** What practice calls are about. */
export const practiceTopics = [
  'general',
  'suicideRisk',
  'silent',
  'repeated',
  'harassing',
  'thirdParty',
  'minor',
  'psychoticExperience',
  'intoxicated',
  'afterLoss',
] as const

const wordsSchema = z.strictObject({
  'zh-CN': z.array(z.string().min(1).max(40)).min(1).max(20),
  en: z.array(z.string().min(2).max(40)).min(1).max(20),
})

/** Something a good record of the call holds, in a form that can be looked up in a record. */
const checkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('callType'), oneOf: z.array(z.enum(callTypes)).min(1) }),
  z.strictObject({ kind: z.literal('specialKind'), is: z.enum(specialCallKinds) }),
  z.strictObject({ kind: z.literal('callerRole'), is: z.enum(['self', 'thirdParty', 'unknown']) }),
  z.strictObject({
    kind: z.literal('danger'),
    /** With what answer; left out when it could not be asked, and the record says why. */
    oneOf: z.array(z.enum(['none', 'thoughts', 'plan', 'acting', 'notAsked'])).min(1),
  }),
  z
    .strictObject({
      kind: z.literal('strength'),
      of: z.enum(['ideation', 'hopelessness']),
      from: z.int().min(0).max(100),
      to: z.int().min(0).max(100),
    })
    .refine(({ from, to }) => from <= to, { params: { code: 'OUT_OF_ORDER' } }),
  /** An answer of the call's form. */
  z
    .strictObject({
      kind: z.literal('answer'),
      question: z.enum(callQuestionNames),
      oneOf: z.array(z.string()).min(1),
    })
    .refine(
      ({ question, oneOf }) => {
        const known: readonly string[] = callQuestions[question]
        return oneOf.every((answer) => known.includes(answer))
      },
      { params: { code: 'ANSWER_UNKNOWN' } },
    ),
  z.strictObject({ kind: z.literal('level'), atLeast: responseLevelSchema }),
  z.strictObject({
    kind: z.literal('action'),
    what: z.enum(actionKinds),
    /** The least that has to be recorded, and the most: what nobody saw happen is not verified. */
    least: z.enum(['intended', 'done', 'verified']),
    most: z.enum(['intended', 'done', 'verified']),
  }),
  z.strictObject({ kind: z.literal('disposition'), oneOf: z.array(z.enum(dispositions)).min(1) }),
  z.strictObject({ kind: z.literal('followUp') }),
  /** One of these words stands in the record. */
  z.strictObject({ kind: z.literal('tells'), words: wordsSchema }),
  /** None of these words does. */
  z.strictObject({ kind: z.literal('avoids'), words: wordsSchema }),
])
export type PracticeCheck = z.infer<typeof checkSchema>

export const practiceScenarioSchema = z.strictObject({
  id: z.enum(practiceTopics),
  title: labelSchema,
  /** What can be learned here. */
  aim: labelSchema,
  /** What is said, in this order; `heard`: what can only be heard. */
  turns: z
    .array(z.strictObject({ by: z.enum(['caller', 'worker', 'heard']), text: labelSchema }))
    .min(6)
    .max(40),
  /** What a good record holds, each by the point of the competence checklist that it shows. */
  record: z
    .array(z.strictObject({ point: z.string().min(1).max(40), check: checkSchema, hint: labelSchema }))
    .min(4)
    .max(30),
})
export type PracticeScenario = z.infer<typeof practiceScenarioSchema>

const practiceScenariosSchema = z.strictObject({
  id: z.string().min(1).max(60),
  version: z.string().min(1).max(20),
  scenarios: z
    .array(practiceScenarioSchema)
    .min(1)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      params: { code: 'ID_USED_TWICE' },
    }),
})
export type PracticeScenarios = z.infer<typeof practiceScenariosSchema>

/** Checks practice calls read from a file; refused with PRACTICE_CALLS_INVALID and where the first fault is. */
export function readPracticeScenarios(content: unknown): Outcome<PracticeScenarios> {
  const read = practiceScenariosSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('PRACTICE_CALLS_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}
