import { bareText } from '../clients/folded-text.ts'
import { responseLevelSchema } from '../crisis/response-level.ts'
import { callActions } from '../hotline/call-actions.ts'
import { callFollowUps } from '../hotline/call-follow-ups.ts'
import type { CallAction, HotlineCall } from '../hotline/hotline-call.ts'
import type { PracticeCheck, PracticeScenario } from './practice-scenario.ts'

/** One thing that a good record holds, and whether this one does. */
export interface PracticeFinding {
  check: PracticeCheck
  isMet: boolean
  hint: PracticeScenario['record'][number]['hint']
}

/** What a record shows of one point of the competence checklist. */
export interface PracticeFeedback {
  point: string
  mark: 'met' | 'partly' | 'notMet'
  findings: PracticeFinding[]
}

/** What a trainee's record shows of each point, in the order of the scenario. A help to learn by: it is no examination. */
export function practiceFeedback({ record }: PracticeScenario, call: HotlineCall): PracticeFeedback[] {
  const byPoint = Map.groupBy(record, ({ point }) => point)
  return [...byPoint].map(([point, expected]) => {
    const findings = expected.map(({ check, hint }) => ({ check, isMet: holds(call, check), hint }))
    const met = findings.filter(({ isMet }) => isMet).length
    return { point, mark: met === findings.length ? 'met' : met > 0 ? 'partly' : 'notMet', findings }
  })
}

const states: readonly CallAction['state'][] = ['intended', 'done', 'verified']

function holds(call: HotlineCall, check: PracticeCheck): boolean {
  switch (check.kind) {
    case 'callType':
      return check.oneOf.includes(call.callType)
    case 'specialKind':
      return call.callType === 'special' && call.specialKind === check.is
    case 'callerRole':
      return call.callerRole === check.is
    case 'danger':
      return (
        call.danger !== null &&
        check.oneOf.includes(call.danger.asked === 'yes' ? call.danger.answer : 'notAsked')
      )
    case 'strength': {
      const strength = call[check.of]
      return strength !== null && strength >= check.from && strength <= check.to
    }
    case 'answer': {
      const answer = call.answers?.[check.question]?.answer
      return answer !== undefined && check.oneOf.includes(answer)
    }
    case 'level': {
      const levels = responseLevelSchema.options
      return (
        call.responseLevel !== null && levels.indexOf(call.responseLevel) <= levels.indexOf(check.atLeast)
      )
    }
    case 'action': {
      const furthest = Math.max(-1, ...actionsOf(call, check.what).map((state) => states.indexOf(state)))
      return furthest >= states.indexOf(check.least) && furthest <= states.indexOf(check.most)
    }
    case 'disposition':
      return call.disposition !== null && check.oneOf.includes(call.disposition)
    case 'followUp':
      return call.followUpDue !== null || callFollowUps(call).length > 0
    case 'tells':
      return saysAny(call, check.words)
    case 'avoids':
      return !saysAny(call, check.words)
  }
}

/** The states in which an action is recorded. */
const actionsOf = (call: HotlineCall, what: CallAction['kind']): CallAction['state'][] =>
  callActions(call)
    .filter((action) => action.what === what)
    .map(({ state }) => state)

/** Where people write in their own words; everything else in a record is a code. */
const written = new Set(['concern', 'why', 'note', 'said', 'because', 'entry', 'result', 'advice'])

/** Everything written in a record in somebody's own words. */
const textsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([field, inner]) =>
        typeof inner === 'string' ? (written.has(field) ? [inner] : []) : textsIn(inner),
      )

/** Whether one of the words stands in the record: a trainee writes in the language of the screen, or in the other one. */
const saysAny = (
  call: HotlineCall,
  words: { 'zh-CN': readonly string[]; en: readonly string[] },
): boolean => {
  const text = bareText(textsIn(call).join('\n'))
  return [...words['zh-CN'], ...words.en].some((word) => text.includes(bareText(word)))
}
