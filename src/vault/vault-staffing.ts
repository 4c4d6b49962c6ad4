import type { Role, StaffMember } from '../casework/staff/staff.ts'
import { type PendingKeys, pendingKeys, type SealedGrants, sealPendingGrants } from './keys/pending-keys.ts'
import { asStaffMember } from './keys/roster.ts'
import { type AddStaff, addStaff, removeStaff, setRoles } from './keys/staffing.ts'
import type { Session } from './session.ts'

/** Who works here, what they may open, and what was ordered about it. */
export class VaultStaffing {
  readonly #session: () => Session

  constructor(session: () => Session) {
    this.#session = session
  }

  /** Everyone an administrator vouches for. */
  list(): StaffMember[] {
    return [...this.#session().roster.members.values()].map(asStaffMember)
  }

  /** Names of everybody who works here or once did, by id. */
  names(): Record<string, string> {
    return Object.fromEntries([...this.#session().roster.everyone.values()].map(({ id, name }) => [id, name]))
  }

  /**
   * Adds a member of staff, with the keys their roles need where this administrator holds them; the others wait for
   * somebody who does. Throws NOT_ADMINISTRATOR, INVALID_STAFF or WEAK_PASSPHRASE.
   */
  async add(staff: AddStaff): Promise<{ id: string }> {
    return addStaff(this.#session(), staff)
  }

  /**
   * Changes what a colleague may do. What they open no longer gets a new secret, from holders as they sign in. Throws
   * NOT_ADMINISTRATOR, NOT_ONESELF, LAST_ADMINISTRATOR, UNKNOWN_STAFF, INVALID_STAFF without a role, or LAST_HOLDER.
   */
  async setRoles(id: string, roles: readonly Role[]): Promise<void> {
    await setRoles(this.#session(), id, roles)
  }

  /** Ends a colleague's work here: as `setRoles`, with no role left. Their name stays with what they wrote. */
  async remove(id: string): Promise<void> {
    await removeStaff(this.#session(), id)
  }

  /** Draws and hands over the secrets that others wait for and this person can; to be called after every unlock. */
  async sealPendingGrants(): Promise<SealedGrants> {
    return sealPendingGrants(this.#session())
  }

  /** What was ordered about the staff and has not been carried out yet. */
  async pendingKeys(): Promise<PendingKeys> {
    return pendingKeys(this.#session())
  }
}
