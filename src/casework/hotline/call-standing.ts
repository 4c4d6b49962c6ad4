import type { CrisisFollowUp } from '../crisis/crisis-follow-ups.ts'
import { type ResponseLevel, responseLevelSchema } from '../crisis/response-level.ts'
import { callActions, type StandingCallAction } from './call-actions.ts'
import type { CallState } from './call-course.ts'
import { type CallDanger, callDanger } from './call-danger.ts'
import { callFollowUps, tellsAgain } from './call-follow-ups.ts'
import { levelSuggestion } from './call-level-suggestion.ts'
import type { CallRules } from './call-rules.ts'
import { callState } from './call-state.ts'
import { type CallStep, callStepsOf } from './call-step.ts'
import type { HotlineCall } from './hotline-call.ts'

/** How a call stands; it follows from the record alone, whatever the time. */
export interface CallStanding {
  state: CallState
  /** Whose it is: whoever took the call, then whoever took it on. */
  responsible: string
  /** To whom it is being handed over; null when to nobody. */
  handedTo: string | null
  /** Somebody took it on. */
  takenOn: boolean
  danger: CallDanger
  /** In danger, by what was said in the call, by the level anybody set, or by what was told at a follow-up. */
  inDanger: boolean
  /** As decided last; null while it was not, or has to be anew since danger was told of again. */
  level: ResponseLevel | null
  /** The most urgent that the answers suggest or anybody set: what it asks for is owed, unless a supervisor does without. */
  owed: ResponseLevel
  /** At a follow-up since the level was set last, the caller told of thoughts or a plan. */
  toldAgain: boolean
  actions: StandingCallAction[]
  followUps: CrisisFollowUp[]
  /** A supervisor knows: was asked, was told, or approved. */
  consulted: boolean
  /** A supervisor approved of it as it stands. */
  approved: boolean
  /** When it was passed to a supervisor who has not answered yet. */
  escalatedAt: string | null
  supervisorKnewAt: string | null
  /** Whoever keeps files follows the danger up, and said so. */
  followedElsewhere: boolean
}

const changesThings = (step: CallStep): boolean =>
  ['ended', 'levelSet', 'escalated', 'planned', 'reopened'].includes(step.kind) || tellsAgain(step)

const isAnswer = ({ kind }: CallStep): boolean => kind === 'consulted' || kind === 'approved'

/** How a call stands. Throws on steps that cannot have been taken: no stored record has them. */
export function callStanding(call: HotlineCall, rules: Pick<CallRules, 'response'>): CallStanding {
  const { steps = [], worker, responseLevel } = call
  const state = callState(call)
  const sets = callStepsOf(steps, 'levelSet')
  const toldAgain = steps.slice(steps.findLastIndex(({ kind }) => kind === 'levelSet') + 1).some(tellsAgain)
  const danger = callDanger(call)
  const suggested = levelSuggestion(call, rules.response).level
  const levels = [suggested, responseLevel, ...sets.map(({ level }) => level)]
  const owed = responseLevelSchema.options.find((level) => levels.includes(level)) ?? suggested
  const inDanger = danger === 'acute' || danger === 'thoughts' || owed === 'atOnce' || steps.some(tellsAgain)
  const actions = callActions(call)
  const escalated = steps.findLastIndex(({ kind }) => kind === 'escalated')
  const answered = steps.findLastIndex(isAnswer)
  const acceptances = callStepsOf(steps, 'accepted')
  return {
    state,
    responsible: acceptances.at(-1)?.by ?? worker,
    handedTo: state === 'handingOver' ? (callStepsOf(steps, 'handedOver').at(-1)?.to ?? null) : null,
    takenOn: acceptances.length > 0,
    danger,
    inDanger,
    level: toldAgain ? null : (sets.at(-1)?.level ?? responseLevel),
    owed,
    toldAgain,
    actions,
    followUps: callFollowUps(call),
    consulted:
      answered >= 0 ||
      actions.some(({ what, state: done }) => what === 'supervisorInformed' && done !== 'intended'),
    approved: steps.findLastIndex(({ kind }) => kind === 'approved') > steps.findLastIndex(changesThings),
    escalatedAt: escalated > answered ? (steps[escalated]?.at ?? null) : null,
    supervisorKnewAt: steps[Math.max(escalated, answered)]?.at ?? null,
    followedElsewhere:
      steps.findLastIndex(({ kind }) => kind === 'carriedOn') > steps.findLastIndex(tellsAgain),
  }
}
