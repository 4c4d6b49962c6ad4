import type { Outcome } from '../../instruments/outcome.ts'
import { type DisclosureBlock, disclosureBlocks } from '../disclosures/disclosure-blocks.ts'
import { type ApprovalBlock, approvalBlocks, mayDoCasework, type Taking } from '../records/approval-blocks.ts'
import { type Block, blockIf, unlessBlocked } from '../records/block.ts'
import { afterStep } from '../records/course.ts'
import { maySit } from '../shifts/hotline-seats.ts'
import { type CallActionBlock, callActionBlocks } from './call-actions.ts'
import { type CallClosingBlock, callClosingBlocks } from './call-closing.ts'
import { callCourse } from './call-course.ts'
import { missingInCall } from './call-missing.ts'
import { type ReviewBlock, reviewBlocks } from './call-review.ts'
import type { CallRules } from './call-rules.ts'
import { type CallStanding, callStanding } from './call-standing.ts'
import { type CallStep, callStepsOf } from './call-step.ts'
import type { HotlineCall } from './hotline-call.ts'

export type CallBlock =
  | CallClosingBlock
  | CallActionBlock
  | ApprovalBlock
  | DisclosureBlock
  | ReviewBlock
  | 'ROLE_NEEDED'
  | 'HOTLINE_ROLE_NEEDED'
  | 'CALL_FROM_BEFORE'
  | 'STEP_NOT_OPEN'
  | 'STEP_BACK_IN_TIME'
  | 'CALL_INCOMPLETE'
  | 'NOT_RESPONSIBLE'
  | 'HANDED_TO_SELF'
  | 'NOT_HANDED_TO'
  | 'FOLLOW_UP_UNKNOWN'
  | 'FOLLOW_UP_DONE'
  | 'FOLLOW_UP_TOO_EARLY'
  | 'FOLLOW_UP_KEPT'
  | 'TRANSFER_UNKNOWN'
  | 'IN_CALL_ALREADY'

/** What stands in the way of taking a step. Whoever is at hand helps; only handing over and closing are the responsible person's. */
export function callBlocks(
  call: HotlineCall,
  step: CallStep,
  taking: Taking,
  rules: CallRules,
): Block<CallBlock>[] {
  if (!maySit(taking.roles)) return [{ code: 'HOTLINE_ROLE_NEEDED' }]
  if (call.steps === undefined && call.endedAt !== null) return [{ code: 'CALL_FROM_BEFORE' }]
  const standing = callStanding(call, rules)
  const { state } = standing
  if (afterStep(callCourse, state, step.kind) === null)
    return [{ code: 'STEP_NOT_OPEN', detail: { state, step: step.kind } }]
  const last = call.steps?.at(-1)?.at ?? call.startedAt
  if (Date.parse(step.at) < Date.parse(last)) return [{ code: 'STEP_BACK_IN_TIME' }]
  return ownBlocks(call, standing, step, taking, rules)
}

function ownBlocks(
  call: HotlineCall,
  standing: CallStanding,
  step: CallStep,
  taking: Taking,
  rules: CallRules,
): Block<CallBlock>[] {
  const { responsible, handedTo, actions } = standing
  const isSupervisor = taking.roles.includes('supervisor')
  const notTheirs = blockIf(step.by !== responsible && !isSupervisor, 'NOT_RESPONSIBLE')
  const at = call.startedAt
  switch (step.kind) {
    case 'joined':
      return blockIf(workersOf(call).includes(step.by), 'IN_CALL_ALREADY')
    case 'ended': {
      const missing = missingInCall(call, rules)
      return blockIf(missing.length > 0, 'CALL_INCOMPLETE', { missing: missing.join(',') })
    }
    case 'acted':
      return callActionBlocks(actions, step)
    case 'disclosed':
      return disclosureBlocks({ ...step.told, consent: null }, rules)
    case 'carriedOn':
      return [
        ...blockIf(!mayDoCasework(taking.roles), 'ROLE_NEEDED'),
        ...blockIf(
          !callStepsOf(call.steps ?? [], 'transferred').some(({ transfer }) => transfer === step.transfer),
          'TRANSFER_UNKNOWN',
        ),
      ]
    case 'planned':
      return plannedBlocks(standing, step)
    case 'followedUp':
      return followUpBlocks(standing, step)
    case 'handedOver':
      return [...notTheirs, ...blockIf(step.to === responsible, 'HANDED_TO_SELF')]
    case 'accepted':
      return blockIf(step.by !== handedTo, 'NOT_HANDED_TO')
    case 'declined':
      // Who handed it over may also take it back.
      return blockIf(![handedTo, responsible].includes(step.by) && !isSupervisor, 'NOT_HANDED_TO')
    case 'consulted':
      // Anybody outside may be asked; a supervisor here enters it themselves.
      return step.whom.kind === 'here' ? othersWork(call, responsible, step, taking) : []
    case 'approved':
      return othersWork(call, responsible, step, taking)
    case 'reviewed':
      return [
        ...approvalBlocks(step, { by: call.worker, at }, taking),
        ...reviewBlocks(step, rules.competences),
      ]
    case 'closed':
      return [...notTheirs, ...callClosingBlocks(call, standing, step.at, rules)]
    default:
      return []
  }
}

/** Who is in a call: whoever took it, and those who joined. */
export const workersOf = ({ worker, steps = [] }: Pick<HotlineCall, 'worker' | 'steps'>): string[] => [
  worker,
  ...callStepsOf(steps, 'joined').map(({ by }) => by),
]

/** Nobody approves of a call they took, nor of one that is theirs now. */
function othersWork(
  { worker, startedAt: at }: HotlineCall,
  responsible: string,
  step: Extract<CallStep, { kind: 'consulted' | 'approved' }>,
  taking: Taking,
): Block<ApprovalBlock>[] {
  const work = step.by === worker ? worker : responsible
  return approvalBlocks(step, { by: work, at }, taking)
}

function plannedBlocks(
  { followUps }: CallStanding,
  { followUps: planned }: Extract<CallStep, { kind: 'planned' }>,
): Block<CallBlock>[] {
  const gone = followUps.find(
    ({ state, afterHours }) => state === 'done' && !planned.some(({ due }) => due === afterHours),
  )
  return gone === undefined ? [] : [{ code: 'FOLLOW_UP_KEPT', detail: { hours: gone.afterHours } }]
}

function followUpBlocks(
  { followUps }: CallStanding,
  { afterHours, at }: Extract<CallStep, { kind: 'followedUp' }>,
): Block<CallBlock>[] {
  const followUp = followUps.find((one) => one.afterHours === afterHours)
  if (followUp === undefined) return [{ code: 'FOLLOW_UP_UNKNOWN' }]
  return [
    ...blockIf(followUp.state !== 'left', 'FOLLOW_UP_DONE'),
    ...blockIf(Date.parse(at) < Date.parse(followUp.from), 'FOLLOW_UP_TOO_EARLY'),
  ]
}

const hour = 3_600_000
const dayOfHours = 24
const longest = 8_760

/** The one follow-up of a call for which a time was agreed: due then, and missed a day later. */
function agreedFollowUp(followUpDue: string, at: string): Extract<CallStep, { kind: 'ended' }>['followUps'] {
  const hours = Math.ceil((Date.parse(followUpDue) - Date.parse(at)) / hour)
  const due = Math.min(Math.max(hours, 1), longest)
  return [{ from: 1, due, missed: due + dayOfHours }]
}

/**
 * The step a call ends with: where there is danger and calling back was agreed to, it has all the follow-ups of a crisis, else the one for which
 * a time was agreed.
 */
export function callEnd(
  call: HotlineCall,
  { by, at }: { by: string; at: string },
  rules: Pick<CallRules, 'response' | 'crisis'>,
): Extract<CallStep, { kind: 'ended' }> {
  const agreed = call.answers?.callBack?.answer === 'agreed'
  const { followUpDue } = call
  const inCrisis = agreed && callStanding(call, rules).inDanger
  const followUps = inCrisis
    ? rules.crisis.followUps
    : followUpDue === null
      ? []
      : agreedFollowUp(followUpDue, at)
  return { kind: 'ended', by, at, followUps }
}

/** The call after a step; refused with the first thing that stands in the way. */
export const takeCallStep = (
  call: HotlineCall,
  step: CallStep,
  taking: Taking,
  rules: CallRules,
): Outcome<HotlineCall> =>
  unlessBlocked(callBlocks(call, step, taking, rules), () => ({
    ...call,
    ...(step.kind === 'ended' ? { endedAt: step.at } : {}),
    steps: [...(call.steps ?? []), step],
  }))
