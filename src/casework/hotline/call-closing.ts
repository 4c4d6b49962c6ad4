import { verifiedKinds } from '../crisis/crisis-actions.ts'
import { lateness } from '../crisis/crisis-follow-ups.ts'
import { verifiedActionsNeeded } from '../crisis/crisis-standing.ts'
import { type Block, blockIf } from '../records/block.ts'
import { toldInEmergency } from './call-actions.ts'
import { callChain, isShortened } from './call-follow-ups.ts'
import type { CallRules } from './call-rules.ts'
import type { CallStanding } from './call-standing.ts'
import type { HotlineCall } from './hotline-call.ts'

export type CallClosingBlock =
  | 'ACTIONS_NOT_VERIFIED'
  | 'ACTION_MISSING'
  | 'ACTIONS_INTENDED'
  | 'CONSULT_NEEDED'
  | 'HAND_OVER_NEEDED'
  | 'FOLLOW_UPS_MISSING'
  | 'FOLLOW_UPS_SHORTENED'
  | 'FOLLOW_UPS_LEFT'
  | 'LEVEL_MISSING'
  | 'ESCALATION_NEEDED'
  | 'ESCALATION_WAITING'
  | 'CALL_DISCLOSURE_MISSING'

/**
 * What stands in the way of closing a call at a moment. With danger: what was done is verified, a supervisor knows, somebody took the call on, and
 * the caller was called back as long as the guide wants. A supervisor's approval of it as it stands does without those; without a level, an answer
 * to what was passed on, or the record of what was told outside nothing does.
 */
export function callClosingBlocks(
  call: HotlineCall,
  standing: CallStanding,
  now: string,
  { crisis }: Pick<CallRules, 'crisis'>,
): Block<CallClosingBlock>[] {
  const { steps = [] } = call
  const { followUps, toldAgain, escalatedAt, supervisorKnewAt } = standing
  const left = followUps.filter(({ state }) => state === 'left').length
  const missed = followUps.some(
    (followUp) =>
      lateness(followUp, now) === 'missed' &&
      (supervisorKnewAt === null || Date.parse(supervisorKnewAt) < Date.parse(followUp.missed)),
  )
  const lifted = standing.approved || standing.followedElsewhere
  return [
    ...dangerBlocks(call, standing, crisis),
    ...blockIf(left > 0 && !lifted, 'FOLLOW_UPS_LEFT', { left }),
    ...blockIf(toldAgain, 'LEVEL_MISSING'),
    ...blockIf(missed && !lifted, 'ESCALATION_NEEDED'),
    ...blockIf(escalatedAt !== null, 'ESCALATION_WAITING'),
    ...blockIf(
      toldInEmergency(steps) && !steps.some(({ kind }) => kind === 'disclosed'),
      'CALL_DISCLOSURE_MISSING',
    ),
  ]
}

function dangerBlocks(
  call: HotlineCall,
  standing: CallStanding,
  crisis: CallRules['crisis'],
): Block<CallClosingBlock>[] {
  const { inDanger, owed, actions, consulted, takenOn, approved, followedElsewhere } = standing
  if (!inDanger || approved) return []
  const verified = verifiedKinds(actions)
  const atOnce = owed === 'atOnce'
  const chain = callChain(call)
  const goesOn = !followedElsewhere
  return [
    ...blockIf(atOnce && verified < verifiedActionsNeeded, 'ACTIONS_NOT_VERIFIED', {
      verified,
      needed: verifiedActionsNeeded,
    }),
    ...blockIf(!atOnce && actions.every(({ state }) => state === 'intended'), 'ACTION_MISSING'),
    ...blockIf(
      actions.some(({ state }) => state === 'intended'),
      'ACTIONS_INTENDED',
    ),
    ...blockIf(atOnce && !consulted, 'CONSULT_NEEDED'),
    ...blockIf(atOnce && !takenOn, 'HAND_OVER_NEEDED'),
    ...blockIf(goesOn && chain.length === 0, 'FOLLOW_UPS_MISSING'),
    ...blockIf(goesOn && chain.length > 0 && isShortened(chain, crisis.followUps), 'FOLLOW_UPS_SHORTENED'),
  ]
}
