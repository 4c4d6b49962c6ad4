import type { Role } from '../../casework/staff/staff.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { Session } from '../session.ts'

const mayOpen: readonly Role[] = ['counsellor', 'supervisor', 'administrator']

/** Refused with ROLE_NOT_MEANT for those who only read what is asked. */
export const mayOpenCampaigns = ({ me }: Session): Outcome<null> =>
  me.roles.some((role) => mayOpen.includes(role)) ? done(null) : refused('ROLE_NOT_MEANT')
