import type { Decider } from '../../tiering/lowering.ts'
import type { Approval, Taking } from '../records/approval-blocks.ts'
import type { TierDecision } from './tier-decision.ts'

/** How tiering sees whoever decides (`me`) and the approval they enter; null when they enter none. */
export const tierDecider = (
  me: string,
  { roles, supervisors }: Taking,
  approval: Approval | null,
): Decider => ({
  isSupervisor: roles.includes('supervisor'),
  hasSupervisorHere: supervisors.some((supervisor) => supervisor !== me),
  outsideApproval: approval?.kind === 'outside' ? approval.day : null,
})

/** What a decision keeps of who agreed to coming down from priority; nothing when it does not come down from there. */
export const approvalKept = (
  lowersPriority: boolean,
  { isSupervisor }: Decider,
  approval: Approval | null,
): Pick<TierDecision, 'approval'> => {
  if (!lowersPriority) return {}
  if (isSupervisor) return { approval: { kind: 'here' } }
  return approval === null ? {} : { approval }
}
