import type { Domain, RecordKind, Stored } from '../casework/records/record.ts'
import type { Language } from '../casework/records/values.ts'
import type { Role, StaffMember } from '../casework/staff/staff.ts'
import type { EntryRead } from './audit/read-trail.ts'
import { VaultTrail } from './audit/vault-trail.ts'
import { VaultBackups } from './backup/vault-backups.ts'
import { type Alongside, type ErasedClient, eraseClient, finishErasing } from './erase-client.ts'
import { VaultError } from './errors.ts'
import { FormerKeys } from './former-keys.ts'
import type { KdfParameters } from './keys/key-derivation.ts'
import { replaceSheet, type SheetInUse, sheetInUse, waitingForSheet } from './keys/sheet.ts'
import { changePassphrase } from './keys/staffing.ts'
import { VaultPages } from './pages/vault-pages.ts'
import { binding } from './primitives/binding.ts'
import type { Bytes } from './primitives/bytes.ts'
import { drawId } from './primitives/random.ts'
import { openBox } from './primitives/sealed-box.ts'
import { sign } from './primitives/signature.ts'
import {
  commitRecords,
  findRecords,
  getRecord,
  getRecords,
  type Listing,
  listRecords,
  recordIds,
  recordRevisions,
} from './records.ts'
import { refreshSession } from './refresh-session.ts'
import type { Change } from './sealing/record-sealing.ts'
import { keyOf, keysOf, publicKeyOf, type Session, storeOf } from './session.ts'
import type { SignedPurpose } from './signed-purpose.ts'
import type { Completeness } from './store/completeness.ts'
import type { HeaderRow } from './store/database.ts'
import type { VaultPlace } from './store/place.ts'
import type { CommitWatch } from './store/store.ts'
import { type VaultHealth, vaultHealth } from './store/vault-health.ts'
import { unlock, unwrapStaffSecret, type VaultKey, withStore } from './unlock.ts'
import { VaultDrafts } from './vault-drafts.ts'
import { VaultOwn } from './vault-own.ts'
import { VaultStaffing } from './vault-staffing.ts'

export { createVault } from './create-vault.ts'
export { describeVault, type VaultDescription } from './describe-vault.ts'
export { passphraseWait } from './passphrase-wait.ts'
export { checkRecoverySheet, recoverVault } from './recover-vault.ts'
export type { Change, EntryRead, Listing }

/** An unlocked vault, as one member of staff. After `lock` everything throws LOCKED. */
export class OpenVault {
  readonly staff: StaffMember
  readonly drafts = new VaultDrafts(() => this.#open)
  readonly own = new VaultOwn(() => this.#open)
  readonly formerKeys = new FormerKeys(
    () => this.#open,
    () => this.#place.kinds,
  )
  readonly pages = new VaultPages(() => this.#open)
  readonly staffing = new VaultStaffing(() => this.#open)
  readonly trail = new VaultTrail(() => this.#open)
  readonly #place: VaultPlace
  #session: Session | null
  #watch: CommitWatch | null = null

  constructor(session: Session, place: VaultPlace) {
    this.#session = session
    this.#place = place
    this.staff = session.staff
  }

  get #open(): Session {
    if (!this.#session) throw new VaultError('LOCKED')
    const { database } = this.#session
    // What could not be opened while the disk was in trouble is tried again.
    if (database.hasFailed()) database.close({ disableAutoOpen: false })
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

  /** The records of these ids, those that could not be read, and nothing of those that are not there. Throws NO_KEY. */
  async getAll<T>(kind: RecordKind<T>, ids: readonly string[]): Promise<Listing<T>> {
    return getRecords(this.#open, kind, ids)
  }

  /** All records of a kind, in no particular order, and those that could not be read. Throws NO_KEY. */
  async list<T>(kind: RecordKind<T>): Promise<Listing<T>> {
    return listRecords(this.#open, kind)
  }

  /** The records that have this value under an index of their kind, or under `client`. Throws NO_KEY, UNKNOWN_INDEX. */
  async find<T>(kind: RecordKind<T>, index: string, value: string): Promise<Listing<T>> {
    return findRecords(this.#open, kind, index, new Set([value]))
  }

  /** As `find`, for any of these values at once. */
  async findAny<T>(kind: RecordKind<T>, index: string, values: Iterable<string>): Promise<Listing<T>> {
    return findRecords(this.#open, kind, index, new Set(values))
  }

  /** Ids of all records of a kind, also of those that cannot be read. Throws LOCKED. */
  async ids(kind: RecordKind<unknown>): Promise<string[]> {
    return recordIds(this.#open, kind)
  }

  /** The revision each of these records stands at, also of those that cannot be read; nothing of those that are not there. */
  async revisions(kind: RecordKind<unknown>, ids: readonly string[]): Promise<Map<string, number>> {
    return recordRevisions(this.#open, kind, ids)
  }

  /** A new record id. */
  drawId(): string {
    return drawId()
  }

  /** A name for `text` that only holders of the domain can work out: HMAC-SHA256, 64 hex digits. Throws NO_KEY. */
  async pseudonym(domain: Domain, text: string): Promise<string> {
    return keyOf(this.#open, domain).lastingHash(binding('anxin/pseudonym/1', text))
  }

  /** X25519 public key to seal with for this domain (`sealBox`), 32 bytes. */
  publicKey(domain: Domain): Bytes {
    return publicKeyOf(this.#open, domain)
  }

  /** Opens a `sealBox` made with the domain's public key for the same purpose. Throws NO_KEY or DAMAGED_BOX. */
  async openSealed(domain: Domain, purpose: string, box: Bytes): Promise<Bytes> {
    const [newest, ...former] = keysOf(this.#open, domain)
    const opened = openBox(newest.sealing, purpose, box)
    return former.reduce((tried, key) => tried.catch(() => openBox(key.sealing, purpose, box)), opened)
  }

  /** Signs as this person, for this vault alone: Ed25519 over `purpose`, the vault, the person and `parts`; 64 bytes. */
  async signAsStaff(purpose: SignedPurpose, ...parts: string[]): Promise<Bytes> {
    const { header, staff, keys } = this.#open
    return sign(keys.signing.privateKey, binding(purpose, header.vaultId, staff.id, ...parts))
  }

  /** Whether this person has or had the role here and signed exactly this with `signAsStaff`. */
  async signedByHolder(
    role: Role,
    staffId: string,
    signature: Bytes,
    purpose: SignedPurpose,
    ...parts: string[]
  ): Promise<boolean> {
    const { header, roster } = this.#open
    const statement = binding(purpose, header.vaultId, staffId, ...parts)
    return roster.signedByHolder(role, staffId, statement, signature)
  }

  /** Throws WRONG_PASSPHRASE unless this is the passphrase of the person who is signed in. */
  async confirmPassphrase(passphrase: string): Promise<void> {
    const { database, header, staff } = this.#open
    const { secret } = await unwrapStaffSecret(database, header, { staffId: staff.id, passphrase })
    secret.fill(0)
  }

  /**
   * Destroys a client's keys and all that belongs to them, and every earlier copy of it in this installation. For counsellors
   * and supervisors. What stays and named them names the file `under` which theirs was read, or nobody; `alongside` gives
   * what else is changed with those records, in the same commit. Throws NO_KEY, UNKNOWN_CLIENT or NOT_SAVED.
   */
  async eraseClient(
    clientId: string,
    under: string | null = null,
    alongside: Alongside = async () => [],
  ): Promise<ErasedClient> {
    return eraseClient(this.#open, this.#place, { clientId, under }, alongside)
  }

  /** Goes on where an erasure was broken off after the records were gone; nothing most of the time. Throws NOT_SAVED. */
  async finishErasing(): Promise<void> {
    await finishErasing(this.#open, this.#place)
  }

  /** Throws WRONG_PASSPHRASE for a wrong `current`, WEAK_PASSPHRASE for `next`. Nothing is sealed anew. */
  async changePassphrase(passphrases: { current: string; next: string; kdf?: KdfParameters }): Promise<void> {
    await changePassphrase(this.#open, passphrases)
  }

  /** The recovery sheet in use, and for how many domains it waits until a colleague who holds them signs in. */
  async recoverySheet(): Promise<SheetInUse & { waiting: number }> {
    const session = this.#open
    return { ...(await sheetInUse(session.header)), waiting: await waitingForSheet(session) }
  }

  /**
   * Puts a sheet of these words in the place of the one in use, for everything held here; the rest follows when those who
   * hold it sign in. Throws NOT_ADMINISTRATOR or RECOVERY_WORDS_INVALID.
   */
  async replaceRecoverySheet(words: readonly string[]): Promise<void> {
    await replaceSheet(this.#open, words)
  }

  /** The language the lock screen greets in from now on. */
  async keepLanguage(language: Language): Promise<void> {
    const session = this.#open
    const kept: HeaderRow = { ...session.header, language, revision: session.header.revision + 1 }
    await storeOf(session).commit([{ table: 'vault', row: kept }])
    session.header = kept
  }

  /** Writes what changes nothing, to see whether writing works. Throws NOT_SAVED. */
  async tryWriting(): Promise<void> {
    await this.keepLanguage(this.#open.header.language)
  }

  /**
   * Reads staff and keys again, after another window changed them. False when this person is not the one who signed in any
   * more: other roles, other keys, or gone.
   */
  async refresh(): Promise<boolean> {
    const fresh = await refreshSession(this.#open)
    if (!fresh) return false
    const { store, trail } = this.#open
    this.#session = { ...fresh, store, trail }
    return true
  }

  /** From now on this window is the one that writes; to be called by whoever holds the writer's place. */
  async startWriting(): Promise<void> {
    this.#session = await withStore(this.#open, this.#place)
    this.watchCommits(this.#watch)
  }

  /** Has `watch` hear of every commit made here, from now on. */
  watchCommits(watch: CommitWatch | null): void {
    this.#watch = watch
    const { store } = this.#open
    if (store) store.watch = watch
  }

  /** See `CountingRest`. Throws READ_ONLY_WINDOW. */
  restBeforeCounting(milliseconds: number): void {
    storeOf(this.#open).rest.begin(milliseconds)
  }

  /** Whether every row is there and unchanged; counted once after unlocking, or anew. Throws READ_ONLY_WINDOW. */
  async check({ anew = false } = {}): Promise<Completeness> {
    const store = storeOf(this.#open)
    return anew ? store.checkAgain() : store.check()
  }

  /** How the stored rows and their second copy stand. */
  async health(): Promise<VaultHealth> {
    return vaultHealth(this.#open, this.#place.folder)
  }

  /**
   * Goes on with the records there are, after a recovery that could not bring back every one; the second copy, which may have
   * others, is written anew.
   */
  async acceptAsIs(): Promise<void> {
    const session = this.#open
    const store = storeOf(session)
    await store.acceptAsIs()
    session.trail.noteLater({ action: 'quarantined' })
    await store.snapshot().catch(() => undefined)
  }

  /** Writes the second copy anew; see `Store.snapshot`. */
  async snapshot(options: { forgetOlder?: boolean } = {}): Promise<void> {
    await storeOf(this.#open).snapshot(options)
  }

  /** Making and trying backups. */
  get backups(): VaultBackups {
    return new VaultBackups(this.#open, this.#place)
  }

  /** Forgets the keys. Only ending the worker frees the memory for good. */
  lock(): void {
    this.#session?.database.close()
    this.#session = null
  }
}

/** Opens a vault as one member of staff, to write or only to read; throws as `unlock` does. */
export const openVault = async ({
  writes = true,
  ...key
}: VaultKey & { writes?: boolean }): Promise<OpenVault> => new OpenVault(await unlock(key, { writes }), key)
