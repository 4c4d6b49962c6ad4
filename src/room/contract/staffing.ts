import type { Domain } from '../../casework/records/record.ts'
import type { Role, StaffMember } from '../../casework/staff/staff.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** Who works here, and what was ordered and waits for somebody to sign in who can carry it out. */
export interface Staffing {
  staff: StaffMember[]
  /** Kinds of records of which somebody lost the key, that have not got a new one yet. */
  renewals: Domain[]
  /** Who waits for keys of their roles. */
  waiting: { staffId: string; domains: Domain[] }[]
  /** Stored rows that no administrator stands behind; nobody gets anything by them. */
  refused: number
}

/** What went with a client. */
export interface ErasedClient {
  records: number
}

export interface StaffingApi {
  staffing(): Promise<Staffing>
  /**
   * Administrators only. What the colleague opens no longer gets new keys. Refused with NOT_ONESELF, LAST_ADMINISTRATOR,
   * LAST_HOLDER, UNKNOWN_STAFF, or INVALID_STAFF without a role.
   */
  setRoles(input: { id: string; roles: Role[] }): Promise<Outcome<null>>
  /** Administrators only. As `setRoles` with no role left; the name stays with what they wrote. */
  removeStaff(id: string): Promise<Outcome<null>>
  /**
   * Counsellors and supervisors only. Destroys all records of a client with the keys that open them. Backups of before can
   * still be opened. Refused with UNKNOWN_CLIENT, or RETENTION_NOT_OVER while a law wants something in the file kept.
   */
  eraseClient(id: string): Promise<Outcome<ErasedClient>>
}
