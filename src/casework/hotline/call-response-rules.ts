import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { responseLevelSchema } from '../crisis/response-level.ts'
import { callQuestions } from './call-answers.ts'

/** Whether danger was asked about and what was answered; `open`: nothing was entered yet. */
const dangerAnswers = ['open', 'notAsked', 'none', 'thoughts', 'plan', 'acting'] as const

/** The answers that a level may follow from; `open`: not asked yet. */
export const levelAnswers = {
  danger: dangerAnswers,
  plan: ['open', ...callQuestions.plan],
  means: ['open', ...callQuestions.means],
  timeFrame: ['open', ...callQuestions.timeFrame],
  history: ['open', ...callQuestions.history],
  alone: ['open', ...callQuestions.alone],
  intoxication: ['open', ...callQuestions.intoxication],
  urging: ['open', ...callQuestions.urging],
  harmSuspected: ['open', ...callQuestions.harmSuspected],
} as const
export type LevelAnswer = keyof typeof levelAnswers
export const levelAnswerNames = Object.keys(levelAnswers) as [LevelAnswer, ...LevelAnswer[]]
export const levelStrengths = ['ideation', 'hopelessness', 'distress'] as const
export type LevelStrength = (typeof levelStrengths)[number]

/** What a call says that a level may follow from; a strength that was not told is null. */
export type LevelInputs = Record<LevelAnswer, string> & Record<LevelStrength, number | null>

const conditionSchema = z.union([
  z
    .strictObject({ answer: z.enum(levelAnswerNames), is: z.array(z.string()).min(1) })
    .refine(({ answer, is }) => is.every((one) => levelAnswers[answer].some((known) => known === one)), {
      params: { code: 'ANSWER_UNKNOWN' },
    }),
  z.strictObject({ strength: z.enum(levelStrengths), from: z.int().min(1).max(100) }),
])
export type LevelCondition = z.infer<typeof conditionSchema>

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,59}$/),
  /** All of it has to be so. */
  when: z.array(conditionSchema).min(1).max(6),
  level: responseLevelSchema,
  reason: labelSchema,
})
export type LevelRule = z.infer<typeof ruleSchema>

/** From which answers which response level is suggested; the most urgent that any rule asks for. */
export const callResponseRulesSchema = z.strictObject({
  id: z.string().min(1).max(60),
  version: z.string().min(1).max(20),
  /** A proposal of the product, which the room has not made its own. */
  proposed: z.boolean(),
  rules: z
    .array(ruleSchema)
    .min(1)
    .max(60)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      params: { code: 'ID_USED_TWICE' },
    }),
})
export type CallResponseRules = z.infer<typeof callResponseRulesSchema>

/** Whether what was said meets a condition; what is left out of it meets none. */
export function meets(inputs: Partial<LevelInputs>, condition: LevelCondition): boolean {
  if ('strength' in condition) return (inputs[condition.strength] ?? 0) >= condition.from
  const said = inputs[condition.answer]
  return said !== undefined && condition.is.includes(said)
}

/** What no rule set may fall short of, whatever else was said. */
const floors: readonly { said: Partial<LevelInputs>; levels: readonly LevelRule['level'][] }[] = [
  { said: { plan: 'yes', means: 'yes' }, levels: ['atOnce'] },
  { said: { danger: 'plan', means: 'yes' }, levels: ['atOnce'] },
  { said: { danger: 'acting' }, levels: ['atOnce'] },
  { said: { danger: 'open' }, levels: ['atOnce', 'today'] },
  { said: { danger: 'notAsked' }, levels: ['atOnce', 'today'] },
  { said: { danger: 'thoughts' }, levels: ['atOnce', 'today'] },
  { said: { danger: 'plan' }, levels: ['atOnce', 'today'] },
  { said: { danger: 'none' }, levels: ['atOnce', 'today', 'planned'] },
]

/**
 * Checks rules read from a file; refused with CALL_RESPONSE_RULES_INVALID, where the first fault is, and what kind it is: FLOOR_MISSING where
 * they would suggest too little for somebody who told of a plan and means, or of whom nobody asked.
 */
export function readCallResponseRules(content: unknown): Outcome<CallResponseRules> {
  const read = callResponseRulesSchema.safeParse(content)
  if (!read.success) {
    const [fault] = shapeFaults(read.error)
    return refused('CALL_RESPONSE_RULES_INVALID', {
      at: fault?.path.join('.') ?? '',
      detail: { ...fault?.detail, fault: fault?.code ?? '' },
    })
  }
  const missing = floors.find(
    ({ said, levels }) =>
      !read.data.rules.some(
        ({ when, level }) => levels.includes(level) && when.every((condition) => meets(said, condition)),
      ),
  )
  if (missing === undefined) return done(read.data)
  return refused('CALL_RESPONSE_RULES_INVALID', {
    at: Object.values(missing.said).join(' '),
    detail: { fault: 'FLOOR_MISSING' },
  })
}
