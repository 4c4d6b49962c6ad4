import type { z } from 'zod'
import { dayOf } from '../../tiering/calendar.ts'
import type { Role } from '../staff/staff.ts'
import { type Block, blockIf } from './block.ts'
import type { approvalSchema } from './care-steps.ts'

/** Who takes a step in a course, and which supervisors can sign in here. */
export interface Taking {
  roles: readonly Role[]
  supervisors: readonly string[]
}

export type Approval = z.infer<typeof approvalSchema>

export type ApprovalBlock = 'SUPERVISOR_NEEDED' | 'OWN_APPROVAL' | 'SUPERVISOR_HERE' | 'APPROVAL_DAY'

/**
 * Whether `by` may enter this approval of somebody's work: as a supervisor of another's, or, where no other supervisor
 * can sign in, with the name of one outside and the day they were asked, which is no earlier than the work and not to come.
 */
export function approvalBlocks(
  { by, at, whom }: { by: string; at: string; whom: Approval },
  work: { by: string; at: string },
  { roles, supervisors }: Taking,
): Block<ApprovalBlock>[] {
  if (whom.kind === 'here')
    return [
      ...blockIf(!roles.includes('supervisor'), 'SUPERVISOR_NEEDED'),
      ...blockIf(by === work.by, 'OWN_APPROVAL'),
    ]
  return [
    ...blockIf(
      supervisors.some((supervisor) => supervisor !== work.by),
      'SUPERVISOR_HERE',
    ),
    ...blockIf(whom.day < dayOf(work.at) || whom.day > dayOf(at), 'APPROVAL_DAY'),
  ]
}

/** Whether casework is open to these roles at all. */
export const mayDoCasework = (roles: readonly Role[]): boolean =>
  roles.includes('counsellor') || roles.includes('supervisor')
