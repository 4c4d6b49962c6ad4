import { lateness } from '../../casework/crisis/crisis-follow-ups.ts'
import { callClosingBlocks } from '../../casework/hotline/call-closing.ts'
import { callApprovalWay, callOpenSteps } from '../../casework/hotline/call-open-steps.ts'
import { pointsShown } from '../../casework/hotline/call-review.ts'
import type { CallRules } from '../../casework/hotline/call-rules.ts'
import { callStanding } from '../../casework/hotline/call-standing.ts'
import type { HotlineCall } from '../../casework/hotline/hotline-call.ts'
import type { Taking } from '../../casework/records/approval-blocks.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { CallOnShow } from '../contract/hotline.ts'

/** A call as it stands at a moment for somebody; `people`: who can take it on, and everybody's names. */
export const callOnShow = (
  call: Stored<HotlineCall>,
  by: string,
  taking: Taking,
  rules: CallRules,
  at: string,
  people: Pick<CallOnShow, 'colleagues' | 'staffNames'>,
): CallOnShow => {
  const standing = callStanding(call.value, rules)
  return {
    call,
    standing,
    followUps: standing.followUps.map((followUp) => ({ ...followUp, late: lateness(followUp, at) })),
    open: callOpenSteps(by, call.value, standing, taking),
    approval: callApprovalWay(by, call.value, standing, taking),
    closing: callClosingBlocks(call.value, standing, at, rules),
    shown: pointsShown(call.value, rules.competences),
    isMine: standing.responsible === by,
    ...people,
  }
}
