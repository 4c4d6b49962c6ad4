import type { Domain, RecordKind, Stored } from '../casework/record.ts'
import type { StaffMember } from '../casework/staff.ts'
import type { Language } from '../casework/values.ts'
import { binding } from './binding.ts'
import type { Bytes } from './bytes.ts'
import { commitRows } from './commit-rows.ts'
import type { HeaderRow } from './database.ts'
import { VaultError } from './errors.ts'
import { drawId } from './random.ts'
import type { Change } from './record-sealing.ts'
import { commitRecords, findRecords, getRecord, type Listing, listRecords } from './records.ts'
import { asStaffMember } from './roster.ts'
import { openBox } from './sealed-box.ts'
import { keyOf, publicKeyOf, type Session } from './session.ts'
import { sign } from './signature.ts'
import {
  type AddStaff,
  addStaff,
  changePassphrase,
  type SealedGrants,
  sealPendingGrants,
} from './staffing.ts'
import { unlock, type VaultKey } from './unlock.ts'

export { createVault } from './create-vault.ts'
export { describeVault, type VaultDescription } from './describe-vault.ts'
export { recoverVault } from './recover-vault.ts'
export type { Change, Listing }

/** What staff sign besides what the vault itself has them sign. */
type SignedPurpose = 'anxin/library/1'

/** An unlocked vault, as one member of staff. After `lock` everything throws LOCKED. */
export class OpenVault {
  readonly staff: StaffMember
  #session: Session | null

  constructor(session: Session) {
    this.#session = session
    this.staff = session.staff
  }

  get #open(): Session {
    if (!this.#session) throw new VaultError('LOCKED')
    return this.#session
  }

  /** Whether this person holds the domain's secret: can read it, find in it and change what is there. */
  opens(domain: Domain): boolean {
    return this.#open.domainKeys.has(domain)
  }

  /**
   * Saves all changes or none; resolves once they are on disk. Into a domain that is closed to this person new records
   * can be put, of kinds that may come from any role; they cannot be read again. Throws ConflictError, INVALID_RECORD, NO_KEY or NOT_SAVED.
   */
  async commit(changes: readonly Change[]): Promise<void> {
    await commitRecords(this.#open, changes)
  }

  /** Null when there is no such record; throws when it cannot be read, NO_KEY when it may not. */
  async get<T>(kind: RecordKind<T>, id: string): Promise<Stored<T> | null> {
    return getRecord(this.#open, kind, id)
  }

  /** All records of a kind, in no particular order, and those that could not be read. Throws NO_KEY. */
  async list<T>(kind: RecordKind<T>): Promise<Listing<T>> {
    return listRecords(this.#open, kind)
  }

  /** The records that have this value under an index of their kind, or under `client`. Throws NO_KEY, UNKNOWN_INDEX. */
  async find<T>(kind: RecordKind<T>, index: string, value: string): Promise<Listing<T>> {
    return findRecords(this.#open, kind, index, value)
  }

  /** A new record id. */
  drawId(): string {
    return drawId()
  }

  /** A name for `text` that only holders of the domain can work out: HMAC-SHA256, 64 hex digits. Throws NO_KEY. */
  async pseudonym(domain: Domain, text: string): Promise<string> {
    return keyOf(this.#open, domain).hash(binding('anxin/pseudonym/1', text))
  }

  /** X25519 public key to seal with for this domain (`sealBox`), 32 bytes. */
  publicKey(domain: Domain): Bytes {
    return publicKeyOf(this.#open, domain)
  }

  /** Opens a `sealBox` made with the domain's public key for the same purpose. Throws NO_KEY or DAMAGED_BOX. */
  async openSealed(domain: Domain, purpose: string, box: Bytes): Promise<Bytes> {
    return openBox(keyOf(this.#open, domain).sealing, purpose, box)
  }

  /** Signs as this person, for this vault alone: Ed25519 over `purpose`, the vault, the person and `parts`; 64 bytes. */
  async signAsStaff(purpose: SignedPurpose, ...parts: string[]): Promise<Bytes> {
    const { header, staff, keys } = this.#open
    return sign(keys.signing.privateKey, binding(purpose, header.vaultId, staff.id, ...parts))
  }

  /** Whether this person is an administrator here and signed exactly this with `signAsStaff`. */
  async signedByAdministrator(
    staffId: string,
    signature: Bytes,
    purpose: SignedPurpose,
    ...parts: string[]
  ): Promise<boolean> {
    const { header, roster } = this.#open
    const statement = binding(purpose, header.vaultId, staffId, ...parts)
    return roster.signedByAdministrator(staffId, statement, signature)
  }

  /** Everyone an administrator vouches for. */
  listStaff(): StaffMember[] {
    return [...this.#open.roster.members.values()].map(asStaffMember)
  }

  /**
   * Adds a member of staff, with the keys their roles need where this administrator holds them; the others wait for
   * somebody who does. Throws NOT_ADMINISTRATOR, INVALID_STAFF or WEAK_PASSPHRASE.
   */
  async addStaff(staff: AddStaff): Promise<{ id: string }> {
    return addStaff(this.#open, staff)
  }

  /** Seals the keys that new staff are waiting for and this person holds; to be called after every unlock. */
  async sealPendingGrants(): Promise<SealedGrants> {
    return sealPendingGrants(this.#open)
  }

  /** Throws WRONG_PASSPHRASE for a wrong `current`, WEAK_PASSPHRASE for `next`. Nothing is sealed anew. */
  async changePassphrase(passphrases: { current: string; next: string }): Promise<void> {
    await changePassphrase(this.#open, passphrases)
  }

  /** The language the lock screen greets in from now on. */
  async keepLanguage(language: Language): Promise<void> {
    const session = this.#open
    const kept: HeaderRow = { ...session.header, language, revision: session.header.revision + 1 }
    await commitRows(session.database, [{ table: 'vault', row: kept }])
    session.header = kept
  }

  /** Forgets the keys. Only ending the worker frees the memory for good. */
  lock(): void {
    this.#session?.database.close()
    this.#session = null
  }
}

/** Opens a vault as one member of staff; throws as `unlock` does. */
export const openVault = async (key: VaultKey): Promise<OpenVault> => new OpenVault(await unlock(key))
