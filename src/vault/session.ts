import type { Domain } from '../casework/records/record.ts'
import type { StaffMember } from '../casework/staff/staff.ts'
import type { AuditTrail } from './audit/trail.ts'
import { VaultError } from './errors.ts'
import type { ClientKeys } from './keys/client-keys.ts'
import type { DomainKey } from './keys/domain-key.ts'
import type { DomainKeys } from './keys/domain-keys.ts'
import type { Roster } from './keys/roster.ts'
import type { StaffKeys } from './keys/staff-keys.ts'
import type { Bytes } from './primitives/bytes.ts'
import type { HeaderRow, VaultDatabase } from './store/database.ts'
import type { Store } from './store/store.ts'

/** What is in memory between unlocking and locking. */
export interface Session {
  database: VaultDatabase
  /** How anything is written; null in a window that only reads. */
  store: Store | null
  header: HeaderRow
  staff: StaffMember
  keys: StaffKeys
  domainKeys: ReadonlyMap<Domain, DomainKeys>
  clientKeys: ClientKeys
  /** Enters what is done, and stores it with what is changed by it. */
  trail: AuditTrail
  roster: Roster
}

/** Throws READ_ONLY_WINDOW where another window writes. */
export const storeOf = ({ store }: Pick<Session, 'store'>): Store => {
  if (!store) throw new VaultError('READ_ONLY_WINDOW')
  return store
}

/** All generations of a domain that the session holds. Throws NO_KEY when it cannot open the domain. */
export const keysOf = ({ domainKeys }: Pick<Session, 'domainKeys'>, domain: Domain): DomainKeys => {
  const keys = domainKeys.get(domain)
  if (!keys) throw new VaultError('NO_KEY', { at: domain })
  return keys
}

/** The newest key of a domain. Throws NO_KEY when the session cannot open it. */
export const keyOf = (session: Pick<Session, 'domainKeys'>, domain: Domain): DomainKey =>
  keysOf(session, domain)[0]

/** The key anyone may seal with: the newest that the recovery identity or an entitled member of staff announced. */
export const publicKeyOf = ({ roster }: Pick<Session, 'roster'>, domain: Domain): Bytes => {
  const [newest] = roster.announced.get(domain)?.keys ?? []
  if (!newest) throw new VaultError('DAMAGED_VAULT', { at: domain })
  return newest.publicKey
}
