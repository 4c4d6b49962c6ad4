import type { Client } from '../clients/client.ts'
import type { CrisisStep } from '../crisis/crisis-episode.ts'
import { callActions, type StandingCallAction } from './call-actions.ts'
import type { CallAnswers } from './call-answers.ts'
import { type CallField, callFields, callQuestionNames } from './call-fields.ts'
import { isAnswered } from './call-missing.ts'
import type { CallTransfer, Moved, TransferGround } from './call-transfer.ts'
import { partOf } from './call-transfer-parts.ts'
import type { HotlineCall } from './hotline-call.ts'

/** What moves of a call on a ground: what belongs to its parts and was said, and nothing else. */
export function movedOf(
  call: HotlineCall,
  { parts }: Pick<TransferGround, 'parts'>,
  number: string | null,
): Moved {
  const moves = (field: CallField): boolean => {
    const part = partOf[field]
    return part !== null && parts.includes(part) && isAnswered(call, field)
  }
  const answers: CallAnswers = Object.fromEntries(
    callQuestionNames.filter(moves).map((name) => [name, call.answers?.[name]]),
  )
  const own = callFields.filter((field) => field in call && moves(field))
  return {
    ...Object.fromEntries(own.map((field) => [field, Object(call)[field]])),
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
    ...(parts.includes('help') ? { actions: callActions(call).map(movedAction) } : {}),
    ...(parts.includes('number') && number !== null ? { number } : {}),
  }
}

const movedAction = ({ what, state, at, note, linkage }: StandingCallAction) => ({
  what,
  state,
  at,
  note,
  ...(linkage === undefined ? {} : { linkage }),
})

/** What a new file begins with; nobody becomes a client under a name they did not give. */
export const clientFromCall = ({
  alias,
  sex,
  number,
}: Moved): Partial<Pick<Client, 'alias' | 'sex' | 'phone'>> => ({
  ...(alias === undefined || alias === '' ? {} : { alias }),
  ...(sex === undefined ? {} : { sex }),
  ...(number === undefined ? {} : { phone: number }),
})

type Explored = Extract<CrisisStep, { kind: 'explored' }>['found']

/**
 * The steps a crisis episode begins with, so that nobody has to tell their story twice: the talk and what was found in it, by whoever took the call,
 * and the level. None when danger was not among what moved, or was not confirmed.
 */
export function episodeStepsFromCall(
  { moved, callAt, sentBy: by }: Pick<CallTransfer, 'moved' | 'callAt' | 'sentBy'>,
  said: string,
): CrisisStep[] {
  const { danger, ideation, responseLevel } = moved
  const told = danger?.asked === 'yes' && danger.answer !== 'none'
  if (!told && (ideation ?? 0) === 0) return []
  const at = callAt
  return [
    { kind: 'interviewed', by, at, asked: 'confirmed', said },
    { kind: 'explored', by, at, found: exploredFrom(moved) },
    ...(responseLevel === undefined
      ? []
      : [{ kind: 'levelSet' as const, by, at, level: responseLevel, because: said }]),
  ]
}

const yes = (is: boolean | null): 'yes' | 'no' | 'unknown' => (is === null ? 'unknown' : is ? 'yes' : 'no')

function exploredFrom({ danger, ideation, answers = {} }: Moved): Explored {
  const { plan, means, timeFrame, history, protection } = answers
  const answer = danger?.asked === 'yes' ? danger.answer : null
  const acute = answer === 'plan' || answer === 'acting'
  const said = (one: { said: string } | undefined) => one?.said ?? ''
  const times = history === undefined || history.answer === 'unknown' ? null : history.answer
  const time =
    timeFrame === undefined || timeFrame.answer === 'unknown' ? null : timeFrame.answer !== 'notFixed'
  return {
    ideation: { answer: 'yes', said: ideation === undefined ? '' : `${ideation}/100` },
    plan: { answer: plan?.answer ?? (acute ? 'yes' : 'unknown'), said: said(plan) },
    intent: { answer: answer === 'acting' ? 'yes' : 'unknown', said: '' },
    means: { answer: means?.answer ?? 'unknown', said: said(means) },
    time: { answer: yes(time), said: said(timeFrame) },
    history: { answer: yes(times === null ? null : times !== 'none'), said: said(history) },
    recentAttempt: { answer: yes(times === null ? null : times === 'recent'), said: said(history) },
    protection: { answer: protection?.answer ?? 'unknown', said: said(protection) },
  }
}
