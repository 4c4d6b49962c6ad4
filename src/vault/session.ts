import type { Domain } from '../casework/record.ts'
import type { StaffMember } from '../casework/staff.ts'
import type { Bytes } from './bytes.ts'
import type { HeaderRow, VaultDatabase } from './database.ts'
import type { DomainKey } from './domain-key.ts'
import { VaultError } from './errors.ts'
import { type Roster, readRoster } from './roster.ts'
import type { StaffKeys } from './staff-keys.ts'

/** What is in memory between unlocking and locking. */
export interface Session {
  database: VaultDatabase
  header: HeaderRow
  staff: StaffMember
  keys: StaffKeys
  domainKeys: ReadonlyMap<Domain, DomainKey>
  /** As last read; see `refreshRoster`. */
  roster: Roster
}

/** Throws NO_KEY when the session cannot open the domain. */
export const keyOf = ({ domainKeys }: Session, domain: Domain): DomainKey => {
  const key = domainKeys.get(domain)
  if (!key) throw new VaultError('NO_KEY', { at: domain })
  return key
}

/** The key anyone may seal with, as the recovery identity signed it. */
export const publicKeyOf = ({ header }: Session, domain: Domain): Bytes => {
  const announced = header.domains.find((known) => known.domain === domain)
  if (!announced) throw new VaultError('DAMAGED_VAULT', { at: domain })
  return announced.publicKey
}

/** Reads the staff again, after somebody was added. */
export const refreshRoster = async (session: Session): Promise<void> => {
  const { database, header, keys } = session
  session.roster = await readRoster(database, header.vaultId, keys.root)
}
