import type { Role } from '../../casework/staff/staff.ts'
import type { UnitProfile } from '../../casework/unit/unit-profile.ts'
import type { Session } from '../room/session.tsx'

/** One place in the left bar. The keys decide what can be read; this only spares people doors that are shut. */
export interface NavEntry {
  /** First part of the address and key of the name in the namespace `app`. */
  key: string
  kind: Exclude<UnitProfile['kind'], 'demo'> | 'both'
  roles: readonly Role[]
}

const everyone: readonly Role[] = ['counsellor', 'supervisor', 'hotline', 'administrator', 'coordinator']

const entries: NavEntry[] = [
  { key: 'today', kind: 'room', roles: ['counsellor', 'supervisor', 'hotline'] },
  { key: 'clients', kind: 'room', roles: ['counsellor', 'supervisor'] },
  { key: 'appointments', kind: 'room', roles: ['counsellor', 'supervisor', 'hotline', 'administrator'] },
  { key: 'hotline', kind: 'room', roles: ['hotline', 'counsellor', 'supervisor'] },
  { key: 'activities', kind: 'room', roles: ['counsellor', 'supervisor', 'hotline', 'administrator'] },
  { key: 'catalogue', kind: 'room', roles: ['counsellor', 'supervisor', 'hotline', 'administrator'] },
  { key: 'surveys', kind: 'room', roles: ['counsellor', 'supervisor', 'administrator'] },
  { key: 'statistics', kind: 'room', roles: ['counsellor', 'supervisor'] },
  { key: 'report', kind: 'room', roles: ['counsellor', 'supervisor', 'administrator'] },
  { key: 'county', kind: 'county', roles: ['coordinator', 'administrator'] },
  { key: 'settings', kind: 'both', roles: everyone },
]

/** What this person may open here, in the order of the left bar. */
export const openEntries = ({ unit, me }: Session): NavEntry[] =>
  entries.filter(
    ({ kind, roles }) =>
      (kind === 'both' || unit.kind === 'demo' || unit.kind === kind) &&
      roles.some((role) => me.roles.includes(role)),
  )

/** The entry an address belongs to, whether or not it may be opened. */
export const entryAt = (pathname: string): NavEntry | undefined =>
  entries.find(({ key }) => key === pathname.split('/')[1])
