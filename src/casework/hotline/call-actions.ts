import { type ActionBlock, actionBlocks, newestOfActions } from '../crisis/crisis-actions.ts'
import { type Block, blockIf } from '../records/block.ts'
import { type CallStep, callStepsOf } from './call-step.ts'
import type { HotlineCall } from './hotline-call.ts'

type Acted = Extract<CallStep, { kind: 'acted' }>

/** An action as it stands, and when and by whom it came to stand so. */
export type StandingCallAction = Omit<Acted, 'kind'>

/** These reach somebody outside: who it was, and what came of it, belongs to them. */
export const outward: readonly Acted['what'][] = [
  'familyInformed',
  'ambulance120',
  'police110',
  'fire119',
  'hospital',
  'community',
  'referred',
]

/** The actions of a call by number, each as it stands now; first those that calls kept before actions were steps. */
export function callActions({
  actions,
  steps = [],
  worker,
}: Pick<HotlineCall, 'actions' | 'steps' | 'worker'>): StandingCallAction[] {
  const earlier: StandingCallAction[] = actions.map(({ kind: what, ...action }, place) => ({
    action: place + 1,
    what,
    ...action,
    by: worker,
  }))
  const since = callStepsOf(steps, 'acted').map(({ kind: _, ...action }) => action)
  return newestOfActions([...earlier, ...since])
}

export type CallActionBlock = ActionBlock | 'LINKAGE_NEEDED'

/** What is wrong with the next thing said of an action. */
export const callActionBlocks = (
  actions: readonly StandingCallAction[],
  step: Acted,
): Block<CallActionBlock>[] => [
  ...actionBlocks(actions, step),
  ...blockIf(
    outward.includes(step.what) && step.state !== 'intended' && step.linkage === undefined,
    'LINKAGE_NEEDED',
  ),
]

/** Whether somebody outside was told without the caller agreeing. */
export const toldInEmergency = (steps: readonly CallStep[]): boolean =>
  callStepsOf(steps, 'acted').some(({ linkage }) => linkage?.ground === 'emergency')
