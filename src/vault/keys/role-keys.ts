import { type Domain, domains } from '../../casework/records/record.ts'
import type { Role } from '../../casework/staff/staff.ts'

const counselling: readonly Domain[] = [
  'identity',
  'case',
  'assessment',
  'hotline',
  'schedule',
  'statistics',
  'exchange',
  'config',
]

/** The domains whose secret each role holds. What a role cannot open it can still seal into. */
const roleKeys: Record<Role, readonly Domain[]> = {
  counsellor: counselling,
  supervisor: counselling,
  hotline: ['hotline', 'schedule', 'config'],
  administrator: ['exchange', 'schedule', 'audit', 'config'],
  coordinator: ['exchange', 'config'],
}

/** All domains that someone with these roles opens. */
export const openedBy = (roles: readonly Role[]): Domain[] =>
  domains.filter((domain) => roles.some((role) => roleKeys[role].includes(domain)))
