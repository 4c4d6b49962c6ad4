import { maySit } from '../../casework/shifts/hotline-seats.ts'
import type { StaffMember } from '../../casework/staff/staff.ts'
import type { Session } from '../session.ts'

/** Everybody who can sign in here and sit at the hotline. */
export const sitters = ({ vault }: Pick<Session, 'vault'>): StaffMember[] =>
  vault.staffing.list().filter(({ roles }) => maySit(roles))
