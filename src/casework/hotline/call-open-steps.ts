import { type ApprovalWay, approvalWay } from '../crisis/crisis-open-steps.ts'
import type { Taking } from '../records/approval-blocks.ts'
import { mayDoCasework } from '../records/approval-blocks.ts'
import { openSteps } from '../records/course.ts'
import { maySit } from '../shifts/hotline-seats.ts'
import { workersOf } from './call-blocks.ts'
import { type CallStepKind, callCourse } from './call-course.ts'
import type { CallStanding } from './call-standing.ts'
import type { HotlineCall } from './hotline-call.ts'

type Standing = Pick<CallStanding, 'state' | 'responsible' | 'handedTo'>

/** How `by` can enter an approval of this call: nobody approves of one they took, nor of one that is theirs now. */
export const callApprovalWay = (
  by: string,
  { worker }: Pick<HotlineCall, 'worker'>,
  { responsible }: Pick<Standing, 'responsible'>,
  taking: Taking,
): ApprovalWay => approvalWay(by, { responsible: by === worker ? worker : responsible }, taking)

/** The steps that are `by`'s to take now; what they have to say, and what else stands in the way, is in `call-blocks`. */
export function callOpenSteps(
  by: string,
  call: HotlineCall,
  standing: Standing,
  taking: Taking,
): CallStepKind[] {
  const { state, responsible, handedTo } = standing
  const fromBefore = call.steps === undefined && call.endedAt !== null
  if (!maySit(taking.roles) || fromBefore) return []
  const isTheirs = by === responsible || taking.roles.includes('supervisor')
  return openSteps(callCourse, state).filter((kind) => {
    switch (kind) {
      case 'joined':
        return !workersOf(call).includes(by)
      case 'handedOver':
      case 'closed':
        return isTheirs
      case 'accepted':
        return by === handedTo
      case 'declined':
        return isTheirs || by === handedTo
      case 'approved':
        return callApprovalWay(by, call, standing, taking) !== null
      case 'reviewed':
        return taking.roles.includes('supervisor') && by !== call.worker
      case 'carriedOn':
        return mayDoCasework(taking.roles)
      default:
        return true
    }
  })
}
