import type { CrisisStep } from '../crisis/crisis-episode.ts'
import { type CrisisFollowUp, crisisFollowUps } from '../crisis/crisis-follow-ups.ts'
import type { FollowUpIntervals } from '../follow-ups/follow-up-intervals.ts'
import type { CallStep } from './call-step.ts'
import type { HotlineCall } from './hotline-call.ts'

type Chain = FollowUpIntervals['crisis']['followUps']
type Followed = Pick<HotlineCall, 'steps' | 'endedAt'>

/** The chain that holds: as it was planned last, else as the call ended with it. */
export const callChain = ({ steps = [] }: Pick<HotlineCall, 'steps'>): Chain =>
  steps.findLast((step) => step.kind === 'planned' || step.kind === 'ended')?.followUps ?? []

/** How the follow-ups of a call stand. They count from its end, or from the talk in which danger was told of again. */
export function callFollowUps(call: Followed): CrisisFollowUp[] {
  const { steps = [], endedAt } = call
  if (endedAt === null) return []
  return crisisFollowUps({ openedAt: endedAt, steps: asInEpisode(steps) }, { followUps: callChain(call) })
}

/** What of a call's steps an episode's follow-ups count by: setting a level after danger was told again begins them anew. */
function asInEpisode(steps: readonly CallStep[]): CrisisStep[] {
  let told = false
  return steps.flatMap((step): CrisisStep[] => {
    if (step.kind === 'followedUp') {
      told ||= tellsAgain(step)
      return [step]
    }
    if (step.kind !== 'levelSet' || !told) return []
    told = false
    const { by, at, because: said } = step
    return [{ kind: 'interviewed', by, at, asked: 'confirmed', said }]
  })
}

/** Whether a follow-up brought danger to light again. */
export const tellsAgain = (step: CallStep): boolean =>
  step.kind === 'followedUp' && (step.askedAgain === 'thoughts' || step.askedAgain === 'plan')

/** Whether at some moment at which a crisis would have had so many follow-ups, fewer are planned. */
export const isShortened = (chain: Chain, proposed: Chain): boolean =>
  proposed.some(({ due }, place) => chain.filter((one) => one.due <= due).length < place + 1)
