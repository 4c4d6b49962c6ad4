import { mayDoCasework, type Taking } from '../../casework/records/approval-blocks.ts'
import type { StaffMember } from '../../casework/staff/staff.ts'
import type { Session } from '../session.ts'

/** Who is at work, and which supervisors can sign in here. */
export const takingHere = ({ me, vault }: Pick<Session, 'me' | 'vault'>): Taking => ({
  roles: me.roles,
  supervisors: vault.staffing
    .list()
    .filter(({ roles }) => roles.includes('supervisor'))
    .map(({ id }) => id),
})

/** Everybody who can sign in here and does casework. */
export const caseworkers = ({ vault }: Pick<Session, 'vault'>): StaffMember[] =>
  vault.staffing.list().filter(({ roles }) => mayDoCasework(roles))
