import { mayDoCasework, type Taking } from '../records/approval-blocks.ts'
import { openSteps } from '../records/course.ts'
import { type CrisisStepKind, crisisCourse } from './crisis-course.ts'
import type { CrisisStanding } from './crisis-standing.ts'

/** How somebody can enter a supervisor's word: as the supervisor they are, with the name of one outside, or not at all. */
export type ApprovalWay = 'here' | 'outside' | null

/** How `by` can enter an approval of this episode. */
export function approvalWay(
  by: string,
  { responsible }: Pick<CrisisStanding, 'responsible'>,
  { roles, supervisors }: Taking,
): ApprovalWay {
  if (roles.includes('supervisor') && by !== responsible) return 'here'
  return supervisors.some((supervisor) => supervisor !== responsible) ? null : 'outside'
}

/** The steps that are `by`'s to take now; what they have to say, and what else stands in the way, is in `crisis-blocks`. */
export function crisisOpenSteps(
  by: string,
  standing: Pick<CrisisStanding, 'state' | 'responsible' | 'handedTo'>,
  taking: Taking,
): CrisisStepKind[] {
  const { state, responsible, handedTo } = standing
  if (!mayDoCasework(taking.roles)) return []
  const isTheirs = by === responsible || taking.roles.includes('supervisor')
  return openSteps(crisisCourse, state).filter((kind) => {
    switch (kind) {
      case 'handedOver':
      case 'closed':
        return isTheirs
      case 'accepted':
        return by === handedTo
      case 'declined':
        return isTheirs || by === handedTo
      case 'approved':
        return approvalWay(by, standing, taking) !== null
      default:
        return true
    }
  })
}
