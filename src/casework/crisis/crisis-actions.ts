import { type Block, blockIf } from '../records/block.ts'
import { actionStates } from '../records/care-steps.ts'
import type { CrisisEpisode, CrisisStep } from './crisis-episode.ts'
import { stepsOf } from './crisis-follow-ups.ts'

type Acted = Extract<CrisisStep, { kind: 'acted' }>

/** An action as it stands, and when it came to stand so. */
export type CrisisAction = Pick<Acted, 'action' | 'what' | 'state' | 'note' | 'by' | 'at'>

/** The actions of an episode by number, each as it stands now. */
export const crisisActions = ({ steps }: Pick<CrisisEpisode, 'steps'>): CrisisAction[] =>
  newestOfActions(stepsOf(steps, 'acted')).map(({ kind: _, ...step }) => step)

/** What was said last of each action, by number. */
export function newestOfActions<Said extends { action: number }>(said: readonly Said[]): Said[] {
  const newest = new Map(said.map((one) => [one.action, one]))
  return [...newest.values()].sort((a, b) => a.action - b.action)
}

/** One thing said of an action, of whatever course. */
interface ActionSaid {
  action: number
  what: string
  state: (typeof actionStates)[number]
}

/** How many different things were done and verified: one thing done twice is one. */
export const verifiedKinds = (actions: readonly ActionSaid[]): number =>
  new Set(actions.filter(({ state }) => state === 'verified').map(({ what }) => what)).size

export type ActionBlock = 'ACTION_NUMBER' | 'ACTION_CHANGED' | 'ACTION_BACKWARDS' | 'VERIFIED_BEFORE_DONE'

/** What is wrong with the next thing said of an action: it goes from intended to done to verified, and stays the same action. */
export function actionBlocks(actions: readonly ActionSaid[], step: ActionSaid): Block<ActionBlock>[] {
  const before = actions.find(({ action }) => action === step.action)
  if (before === undefined)
    return [
      ...blockIf(step.action !== actions.length + 1, 'ACTION_NUMBER'),
      ...blockIf(step.state === 'verified', 'VERIFIED_BEFORE_DONE'),
    ]
  return [
    ...blockIf(before.what !== step.what, 'ACTION_CHANGED'),
    ...blockIf(actionStates.indexOf(step.state) <= actionStates.indexOf(before.state), 'ACTION_BACKWARDS'),
    ...blockIf(step.state === 'verified' && before.state === 'intended', 'VERIFIED_BEFORE_DONE'),
  ]
}
