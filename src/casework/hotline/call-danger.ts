import { callStepsOf } from './call-step.ts'
import type { HotlineCall } from './hotline-call.ts'

/** What a caller told of danger; `unknown`: nobody asked, or could ask. `acute`: there is a plan or a time, or it is happening. */
export type CallDanger = 'none' | 'unknown' | 'thoughts' | 'acute'

/** What a call tells of danger, in whichever of its fields. */
export function callDanger({
  danger,
  ideation,
  answers,
}: Pick<HotlineCall, 'danger' | 'ideation' | 'answers'>): CallDanger {
  const answer = danger?.asked === 'yes' ? danger.answer : null
  const time = answers?.timeFrame?.answer
  const acute =
    answer === 'plan' ||
    answer === 'acting' ||
    answers?.plan?.answer === 'yes' ||
    time === 'now' ||
    time === 'within24h'
  if (acute) return 'acute'
  if (answer === 'thoughts' || (ideation ?? 0) > 0) return 'thoughts'
  return answer === 'none' ? 'none' : 'unknown'
}

/** Whether a caller told of danger. */
export const tellsOfDanger = (call: Pick<HotlineCall, 'danger' | 'ideation' | 'answers'>): boolean =>
  ['thoughts', 'acute'].includes(callDanger(call))

/** Whether help is called for at once, or a plan or an attempt was told of. */
export const isHighRisk = (
  call: Pick<HotlineCall, 'danger' | 'ideation' | 'answers' | 'responseLevel' | 'steps'>,
): boolean =>
  callDanger(call) === 'acute' ||
  call.responseLevel === 'atOnce' ||
  callStepsOf(call.steps ?? [], 'levelSet').some(({ level }) => level === 'atOnce')
