import { z } from 'zod'
import {
  clueFindings,
  criticalFindings,
  type Evidence,
  interviewAnswers,
  interviewQuestions,
} from './evidence.ts'

export const codeSchema = z.string().min(1).max(60)

/** A score on one scale, both limits included, a band it lies in, or a cut-off it reaches for this person. */
const scoreConditionSchema = z
  .strictObject({
    score: codeSchema,
    scale: codeSchema,
    min: z.number().optional(),
    max: z.number().optional(),
    band: z.array(codeSchema).min(1).optional(),
    cutOff: z.array(codeSchema).min(1).optional(),
  })
  .refine(({ min, max, band, cutOff }) => [min, max, band, cutOff].some((limit) => limit !== undefined), {
    params: { code: 'CONDITION_MISSING' },
  })
  .refine((when) => (when.min ?? -Infinity) <= (when.max ?? Infinity), {
    params: { code: 'CONDITION_NEVER_MET' },
  })

/** What a rule asks for: about one thing that can be found, and what has to be found of it. */
export const conditionSchema = z.union([
  scoreConditionSchema,
  /** A change for the worse on one scale that is more than measurement error. */
  z.strictObject({ worse: codeSchema, scale: codeSchema }),
  /** What came of an answer to a critical item. */
  z.strictObject({
    criticalItem: codeSchema,
    item: codeSchema,
    finding: z.array(z.enum(criticalFindings)).min(1),
  }),
  /** What was answered to a direct question. */
  z.strictObject({ interview: z.enum(interviewQuestions), answer: z.array(z.enum(interviewAnswers)).min(1) }),
  z.strictObject({ clue: z.array(z.enum(clueFindings)).min(1) }),
])
export type Condition = z.infer<typeof conditionSchema>

const subject = (kind: Evidence['kind'], of = '', part = ''): string => `${kind}\n${of}\n${part}`

/** What a condition is about; the same as `subjectOf` of the evidence it looks at. */
export function subjectAsked(when: Condition): string {
  if ('score' in when) return subject('score', when.score, when.scale)
  if ('worse' in when) return subject('change', when.worse, when.scale)
  if ('criticalItem' in when) return subject('criticalItem', when.criticalItem, when.item)
  return 'interview' in when ? subject('interview', when.interview) : subject('clue')
}

/** What a finding is about. */
export function subjectOf(one: Evidence): string {
  switch (one.kind) {
    case 'score':
    case 'change':
      return subject(one.kind, one.instrument, one.scale)
    case 'criticalItem':
      return subject(one.kind, one.instrument, one.item)
    case 'interview':
      return subject(one.kind, one.question)
    case 'clue':
      return subject(one.kind)
  }
}

/** Whether a finding about what the condition is about is what it asks for. */
export function isMet(when: Condition, one: Evidence): boolean {
  switch (one.kind) {
    case 'score':
      return 'score' in when && isReached(when, one)
    case 'change':
      return 'worse' in when && one.course === 'worse'
    case 'criticalItem':
      return 'criticalItem' in when && when.finding.includes(one.finding)
    case 'interview':
      return 'interview' in when && when.answer.includes(one.answer)
    case 'clue':
      return 'clue' in when && when.clue.includes(one.finding)
  }
}

function isReached(
  when: z.infer<typeof scoreConditionSchema>,
  { value, band, reached }: Extract<Evidence, { kind: 'score' }>,
): boolean {
  if (when.min !== undefined && value < when.min) return false
  if (when.max !== undefined && value > when.max) return false
  if (when.cutOff !== undefined && !when.cutOff.some((id) => reached?.includes(id))) return false
  return when.band === undefined || (band !== null && when.band.includes(band))
}
