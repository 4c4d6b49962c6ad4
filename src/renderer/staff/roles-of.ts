import { type Role, roles } from '../../casework/staff/staff.ts'
import type { UnitProfile } from '../../casework/unit/unit-profile.ts'

const atCounty: readonly Role[] = ['administrator', 'coordinator']

/** The roles there are in this kind of unit. */
export function rolesOf(kind: UnitProfile['kind']): readonly Role[] {
  if (kind === 'county') return atCounty
  return kind === 'room' ? roles.filter((role) => role !== 'coordinator') : roles
}
