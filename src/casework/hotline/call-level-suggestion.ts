import { type ResponseLevel, responseLevelSchema } from '../crisis/response-level.ts'
import type { CallQuestion } from './call-answers.ts'
import {
  type CallResponseRules,
  type LevelAnswer,
  type LevelCondition,
  type LevelInputs,
  type LevelRule,
  type LevelStrength,
  meets,
} from './call-response-rules.ts'
import type { HotlineCall } from './hotline-call.ts'

/** A level, and for each rule that asks for it the answers it follows from. */
export interface LevelSuggestion {
  level: ResponseLevel
  because: {
    rule: string
    reason: LevelRule['reason']
    answers: { of: LevelAnswer | LevelStrength; said: string | number }[]
  }[]
  /** By which rules. */
  rules: Pick<CallResponseRules, 'id' | 'version'>
}

/** What is asked of a call for a suggestion. */
export type LevelFields = Pick<HotlineCall, 'danger' | 'ideation' | 'hopelessness' | 'distress' | 'answers'>

/** What a call says that its level may follow from. */
export function levelInputs({ danger, ideation, hopelessness, distress, answers }: LevelFields): LevelInputs {
  const said = (question: Exclude<LevelAnswer, 'danger'> & CallQuestion): string =>
    answers?.[question]?.answer ?? 'open'
  return {
    danger: danger === null ? 'open' : danger.asked === 'yes' ? danger.answer : 'notAsked',
    plan: said('plan'),
    means: said('means'),
    timeFrame: said('timeFrame'),
    history: said('history'),
    alone: said('alone'),
    intoxication: said('intoxication'),
    urging: said('urging'),
    harmSuspected: said('harmSuspected'),
    ideation,
    hopelessness,
    distress: distress ?? null,
  }
}

/**
 * How soon help should come, as a proposal to the worker, who decides. The most urgent level that any rule asks for; there is
 * always one, and no rule takes anything back.
 */
export function levelSuggestion(
  call: LevelFields,
  { id, version, rules }: CallResponseRules,
): LevelSuggestion {
  const inputs = levelInputs(call)
  const asking = rules.filter(({ when }) => when.every((condition) => meets(inputs, condition)))
  const level = responseLevelSchema.options.find((option) => asking.some((rule) => rule.level === option))
  if (level === undefined) throw new RangeError('rules that leave an answer without a level')
  const answers = (when: readonly LevelCondition[]) =>
    when.map((condition) => {
      const of = 'strength' in condition ? condition.strength : condition.answer
      return { of, said: inputs[of] ?? 0 }
    })
  return {
    level,
    because: asking
      .filter((rule) => rule.level === level)
      .map(({ id: rule, reason, when }) => ({ rule, reason, answers: answers(when) })),
    rules: { id, version },
  }
}
