import type { Outcome } from '../../instruments/outcome.ts'
import type { FollowUpIntervals } from '../follow-ups/follow-up-intervals.ts'
import { type ApprovalBlock, approvalBlocks, mayDoCasework, type Taking } from '../records/approval-blocks.ts'
import { type Block, blockIf, unlessBlocked } from '../records/block.ts'
import { afterStep } from '../records/course.ts'
import { type ActionBlock, actionBlocks, verifiedKinds } from './crisis-actions.ts'
import { crisisCourse } from './crisis-course.ts'
import type { CrisisEpisode, CrisisStep } from './crisis-episode.ts'
import { hoursAfter } from './crisis-follow-ups.ts'
import {
  type CrisisStanding,
  crisisStanding,
  lacksVerified,
  unreportedMiss,
  verifiedActionsNeeded,
} from './crisis-standing.ts'

export type CrisisClosingBlock =
  | 'INTERVIEW_MISSING'
  | 'NOT_ASKED'
  | 'DANGER_TOLD_AGAIN'
  | 'LEVEL_MISSING'
  | 'ACTIONS_NOT_VERIFIED'
  | 'FOLLOW_UPS_LEFT'
  | 'ESCALATION_NEEDED'
  | 'ESCALATION_WAITING'

export type CrisisBlock =
  | CrisisClosingBlock
  | ActionBlock
  | ApprovalBlock
  | 'ROLE_NEEDED'
  | 'STEP_NOT_OPEN'
  | 'NOT_RESPONSIBLE'
  | 'HANDED_TO_SELF'
  | 'NOT_HANDED_TO'
  | 'FOLLOW_UP_UNKNOWN'
  | 'FOLLOW_UP_DONE'
  | 'FOLLOW_UP_TOO_EARLY'
  | 'FOLLOW_UP_ASKED_ALREADY'
  | 'FOLLOW_UP_NOT_AHEAD'

/**
 * What stands in the way of closing an episode at a moment. A supervisor's approval of it as it stands does without an answer,
 * without verified actions and without the follow-ups that are left; without a talk, a level, or an answer to what was
 * passed on nothing does.
 */
export function crisisClosingBlocks(standing: CrisisStanding, now: string): Block<CrisisClosingBlock>[] {
  const { asked, toldAgain, level, actions, followUps, approved, escalatedAt } = standing
  const left = followUps.filter(({ state }) => state === 'left').length
  return [
    ...blockIf(asked === null, 'INTERVIEW_MISSING'),
    ...blockIf(asked === 'notAsked' && !approved, 'NOT_ASKED'),
    ...blockIf(toldAgain, 'DANGER_TOLD_AGAIN'),
    ...blockIf(asked !== null && level === null, 'LEVEL_MISSING'),
    ...blockIf(lacksVerified(standing), 'ACTIONS_NOT_VERIFIED', {
      verified: verifiedKinds(actions),
      needed: verifiedActionsNeeded,
    }),
    ...blockIf(left > 0 && !approved, 'FOLLOW_UPS_LEFT', { left }),
    ...blockIf(unreportedMiss(standing, now) !== null, 'ESCALATION_NEEDED'),
    ...blockIf(escalatedAt !== null, 'ESCALATION_WAITING'),
  ]
}

/** What stands in the way of taking a step. Whoever is at hand helps; only handing over and closing are the responsible person's. */
export function crisisBlocks(
  episode: CrisisEpisode,
  step: CrisisStep,
  taking: Taking,
  crisis: FollowUpIntervals['crisis'],
): Block<CrisisBlock>[] {
  const standing = crisisStanding(episode, crisis)
  const { state } = standing
  if (!mayDoCasework(taking.roles)) return [{ code: 'ROLE_NEEDED' }]
  if (afterStep(crisisCourse, state, step.kind) === null)
    return [{ code: 'STEP_NOT_OPEN', detail: { state, step: step.kind } }]
  return ownBlocks(episode, standing, step, taking)
}

function ownBlocks(
  { openedAt }: CrisisEpisode,
  standing: CrisisStanding,
  step: CrisisStep,
  taking: Taking,
): Block<CrisisBlock>[] {
  const { responsible, handedTo, actions } = standing
  const isSupervisor = taking.roles.includes('supervisor')
  const notTheirs = blockIf(step.by !== responsible && !isSupervisor, 'NOT_RESPONSIBLE')
  switch (step.kind) {
    case 'acted':
      return actionBlocks(actions, step)
    case 'handedOver':
      return [...notTheirs, ...blockIf(step.to === responsible, 'HANDED_TO_SELF')]
    case 'accepted':
      return blockIf(step.by !== handedTo, 'NOT_HANDED_TO')
    case 'declined':
      // Who handed it over may also take it back.
      return blockIf(![handedTo, responsible].includes(step.by) && !isSupervisor, 'NOT_HANDED_TO')
    case 'followedUp':
      return followUpBlocks(standing, step)
    case 'followUpAdded':
      return addedBlocks(standing, step)
    case 'consulted':
      // Anybody outside may be asked; a supervisor here enters it themselves.
      return step.whom.kind === 'here'
        ? approvalBlocks({ ...step, whom: step.whom }, { by: responsible, at: openedAt }, taking)
        : []
    case 'approved':
      return approvalBlocks(step, { by: responsible, at: openedAt }, taking)
    case 'closed':
      return [...notTheirs, ...crisisClosingBlocks(standing, step.at)]
    default:
      return []
  }
}

function followUpBlocks(
  { followUps }: CrisisStanding,
  { afterHours, at }: Extract<CrisisStep, { kind: 'followedUp' }>,
): Block<CrisisBlock>[] {
  const followUp = followUps.find((one) => one.afterHours === afterHours)
  if (followUp === undefined) return [{ code: 'FOLLOW_UP_UNKNOWN' }]
  return [
    ...blockIf(followUp.state !== 'left', 'FOLLOW_UP_DONE'),
    ...blockIf(Date.parse(at) < Date.parse(followUp.from), 'FOLLOW_UP_TOO_EARLY'),
  ]
}

function addedBlocks(
  { followUps }: CrisisStanding,
  { afterHours, at }: Extract<CrisisStep, { kind: 'followUpAdded' }>,
): Block<CrisisBlock>[] {
  const [first] = followUps
  const due = first === undefined ? at : hoursAfter(first.due, afterHours - first.afterHours)
  return [
    ...blockIf(
      followUps.some((one) => one.afterHours === afterHours),
      'FOLLOW_UP_ASKED_ALREADY',
    ),
    ...blockIf(Date.parse(due) <= Date.parse(at), 'FOLLOW_UP_NOT_AHEAD'),
  ]
}

/** The episode after a step; refused with the first thing that stands in the way. */
export const takeCrisisStep = (
  episode: CrisisEpisode,
  step: CrisisStep,
  taking: Taking,
  crisis: FollowUpIntervals['crisis'],
): Outcome<CrisisEpisode> =>
  unlessBlocked(crisisBlocks(episode, step, taking, crisis), () => ({
    ...episode,
    steps: [...episode.steps, step],
  }))
