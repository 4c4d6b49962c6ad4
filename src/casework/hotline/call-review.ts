import { type Block, blockIf } from '../records/block.ts'
import { callActions } from './call-actions.ts'
import type { CallCompetences, RecordShows } from './call-competences.ts'
import { tellsOfDanger } from './call-danger.ts'
import type { CallStep } from './call-step.ts'
import type { HotlineCall } from './hotline-call.ts'
import { sixSteps } from './six-steps.ts'

/** What the record of a call shows of each point by itself; null where it says nothing, and a person has to look. */
export type ShownPoint = { point: string; shown: boolean | null }

/** The points a call is looked at by, with what its record shows; a hint to whoever reviews or practises, never a mark. */
export const pointsShown = (call: HotlineCall, { points }: Pick<CallCompetences, 'points'>): ShownPoint[] =>
  points
    .filter(({ inDangerOnly }) => !inDangerOnly || tellsOfDanger(call))
    .map(({ id, shownBy }) => ({ point: id, shown: shownBy === null ? null : shows(call, shownBy) }))

function shows(call: HotlineCall, what: RecordShows): boolean {
  const { danger, ideation, hopelessness, answers, sixSteps: talk } = call
  const actions = callActions(call)
  const done = (kinds: readonly string[]): boolean =>
    actions.some(({ what: kind, state }) => kinds.includes(kind) && state !== 'intended')
  switch (what) {
    case 'dangerAsked':
      return danger?.asked === 'yes'
    case 'strengthAsked':
      return ideation !== null && hopelessness !== null
    case 'whereAndAlone':
      return answers?.place !== undefined && answers.alone !== undefined
    case 'meansSafe':
      return answers?.means?.answer === 'no' || done(['meansMadeSafe'])
    case 'openingSaid':
      return answers?.opening?.answer === 'said'
    case 'helpCalled':
      return done(['familyInformed', 'ambulance120', 'police110', 'hospital', 'supervisorInformed'])
    case 'actionsVerified':
      return actions.length > 0 && actions.every(({ state }) => state === 'verified')
    case 'nothingLeftIntended':
      return actions.every(({ state }) => state !== 'intended')
    case 'protectionAsked':
      return answers?.protection !== undefined
    case 'stepsCovered':
      return sixSteps.every((step) => talk?.covered.includes(step))
    case 'followUpAgreed':
      return answers?.callBack !== undefined
  }
}

export type ReviewBlock = 'REVIEW_POINTS' | 'REVIEW_NOTE_NEEDED'

/** What a review lacks: every point of the checklist once and no other, and a word to whatever was not met. */
export function reviewBlocks(
  { checklist, points }: Pick<Extract<CallStep, { kind: 'reviewed' }>, 'checklist' | 'points'>,
  held: CallCompetences,
): Block<ReviewBlock>[] {
  const ids = held.points.map(({ id }) => id).toSorted()
  const marked = points.map(({ point }) => point).toSorted()
  return [
    ...blockIf(checklist !== checklistName(held) || ids.join(' ') !== marked.join(' '), 'REVIEW_POINTS'),
    ...blockIf(
      points.some(({ mark, note }) => mark === 'notMet' && note.trim() === ''),
      'REVIEW_NOTE_NEEDED',
    ),
  ]
}

/** How a review names the checklist it went by. */
export const checklistName = ({ id, version }: Pick<CallCompetences, 'id' | 'version'>): string =>
  `${id} ${version}`
