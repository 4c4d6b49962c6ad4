import type { Domain } from '../casework/records/record.ts'
import { oweRefusal } from './audit/owed-notes.ts'
import { AuditTrail } from './audit/trail.ts'
import { VaultError } from './errors.ts'
import { clearAttempts, countAttempt, refuseAttempt } from './keys/attempts.ts'
import { ClientKeys } from './keys/client-keys.ts'
import type { DomainKey } from './keys/domain-key.ts'
import { type DomainKeys, keysByDomain } from './keys/domain-keys.ts'
import { grantedKey, grantedSecret } from './keys/grant.ts'
import { checkVaultHeader } from './keys/header.ts'
import type { DerivationCost } from './keys/kdf-calibration.ts'
import { defaultKdf, type KdfParameters, saltLength } from './keys/key-derivation.ts'
import { unwrapSecret } from './keys/passphrase-wrap.ts'
import { renewWrap } from './keys/renew-wrap.ts'
import { openedBy } from './keys/role-keys.ts'
import { asStaffMember, type Roster, readRoster } from './keys/roster.ts'
import { type StaffKeys, staffKeys } from './keys/staff-keys.ts'
import { type Bytes, sameBytes } from './primitives/bytes.ts'
import { keysOf, type Session } from './session.ts'
import { type HeaderRow, isCounted, type StaffRow, type VaultDatabase } from './store/database.ts'
import { openToRead } from './store/open-database.ts'
import type { VaultPlace } from './store/place.ts'
import { settle } from './store/settle.ts'
import { Store } from './store/store.ts'

/** What opens a vault: where it lives, who, and their passphrase. */
export interface VaultKey extends VaultPlace {
  staffId: string
  passphrase: string
  /** What deriving should cost here from now on, by what it cost just now; left out, the cost stays as it is. */
  kdfFor?: (cost: DerivationCost) => KdfParameters
}

/** What a passphrase opened: whose row, the secret, to be wiped after use, and what it took. */
export interface UnwrappedStaff {
  row: StaffRow
  secret: Bytes
  cost: DerivationCost
}

/**
 * A member of staff's row and secret. Throws WRONG_PASSPHRASE, for someone unknown as well and after the same work, and
 * TOO_MANY_ATTEMPTS before any work.
 */
export const unwrapStaffSecret = async (
  database: VaultDatabase,
  header: HeaderRow,
  who: Pick<VaultKey, 'staffId' | 'passphrase'>,
): Promise<UnwrappedStaff> => {
  await countAttempt(database, who.staffId)
  try {
    return await unwrapped(database, header, who)
  } catch (problem) {
    if (problem instanceof VaultError && problem.code === 'WRONG_PASSPHRASE') {
      await refuseAttempt(database, who.staffId)
      await oweRefusal(database, header, who.staffId)
    }
    throw problem
  }
}

const unwrapped = async (
  database: VaultDatabase,
  { vaultId }: HeaderRow,
  { staffId, passphrase }: Pick<VaultKey, 'staffId' | 'passphrase'>,
): Promise<UnwrappedStaff> => {
  const row = await database.staff.get(staffId)
  if (row) {
    const began = performance.now()
    const secret = await unwrapSecret(passphrase, row, { vaultId, staffId })
    const cost = { kdf: row.kdf, time: performance.now() - began }
    await clearAttempts(database, staffId)
    return { row, secret, cost }
  }
  const anyone = await database.staff.toCollection().first()
  const nobody = {
    kdf: anyone?.kdf ?? defaultKdf,
    salt: new Uint8Array(saltLength),
    wrapped: new Uint8Array(),
  }
  await unwrapSecret(passphrase, nobody, { vaultId, staffId })
  throw new VaultError('WRONG_PASSPHRASE')
}

/** The domains of somebody's roles, as far as they were given the secrets; others that lie about are not taken. */
const domainKeysOf = async (
  database: VaultDatabase,
  { vaultId }: HeaderRow,
  { members, announced }: Roster,
  { staffId, sealing }: { staffId: string; sealing: StaffKeys['sealing'] },
): Promise<Map<Domain, DomainKeys>> => {
  const entitled = openedBy(members.get(staffId)?.roles ?? [])
  const opened: DomainKey[] = []
  for (const grant of await database.grants.where({ staffId }).toArray()) {
    if (!entitled.includes(grant.domain)) continue
    const secret = await grantedSecret(vaultId, grant, grant.sealed, sealing)
    opened.push(await grantedKey(announced, grant, secret))
    secret.fill(0)
  }
  return keysByDomain(opened)
}

/** What this person's keys open in the vault as it is stored now. Throws DAMAGED_VAULT when keys or signatures do not fit. */
export const sessionOf = async (
  database: VaultDatabase,
  staffId: string,
  keys: StaffKeys,
): Promise<Session> => {
  const header = await database.header()
  const roster = await readRoster(database, header, keys.root)
  await checkVaultHeader(header, roster.root)
  const member = roster.members.get(staffId)
  if (!member || !sameBytes(member.sealKey, keys.sealing.publicKey))
    throw new VaultError('DAMAGED_VAULT', { at: 'staff' })
  const domainKeys = await domainKeysOf(database, header, roster, { staffId, sealing: keys.sealing })
  const clientKeys = new ClientKeys(header.vaultId, (ids) => database.clientKeys.bulkGet(ids))
  return {
    database,
    store: null,
    header,
    staff: asStaffMember(member),
    keys: { ...keys, root: roster.root },
    domainKeys,
    clientKeys,
    trail: new AuditTrail(),
    roster,
  }
}

/** Reads staff and keys again, in place, after they were changed here. */
export const refreshSession = async (session: Session): Promise<void> => {
  const { database, staff, keys } = session
  const read = await sessionOf(database, staff.id, keys)
  const { header, domainKeys, clientKeys, roster } = read
  Object.assign(session, { header, keys: read.keys, domainKeys, clientKeys, roster })
}

/**
 * Unlocks: as the one writer, or in a window that only reads. Throws WRONG_PASSPHRASE (unknown person or wrong passphrase),
 * TOO_MANY_ATTEMPTS, KDF_DOWNGRADE, KDF_EXCESSIVE, NO_VAULT, NEWER_VAULT, RECOVERY_NEEDED, or DAMAGED_VAULT when keys or
 * signatures do not fit together.
 */
export const unlock = async (
  { staffId, passphrase, kdfFor, ...place }: VaultKey,
  { writes }: { writes: boolean },
): Promise<Session> => {
  const database = await openToRead(place)
  try {
    const header = await database.header()
    if (!isCounted(header)) throw new VaultError('EARLIER_VAULT')
    const unwrapped = await unwrapStaffSecret(database, header, { staffId, passphrase })
    try {
      const session = await sessionOf(database, staffId, await staffKeys(unwrapped.secret))
      if (!writes) return session
      const writing = await withStore(session, place)
      await renewWrap(writing, unwrapped, { passphrase, kdfFor })
      return writing
    } finally {
      unwrapped.secret.fill(0)
    }
  } catch (problem) {
    database.close()
    throw problem
  }
}

/** Makes a session the one that writes: database and second copy are brought to the same commit, and read again if they were not. Throws LOCKED when it is over records that others took the place of. */
export const withStore = async (session: Session, place: VaultPlace): Promise<Session> => {
  const { database, header, staff, keys } = session
  const standing = await settle(place)
  // Other records took the place of these since they were opened.
  if (standing.database !== database.name) throw new VaultError('LOCKED')
  const current = standing.behind > 0 ? await sessionOf(database, staff.id, keys) : session
  const store = await Store.open(header.vaultId, database, place.folder, () => keysOf(current, 'config'))
  const { alone, behind, rolledBack } = standing
  if (alone || rolledBack > 0) void store.snapshot().catch(() => undefined)
  if (behind > 0) current.trail.noteLater({ action: 'replayed', actor: null, count: behind })
  if (rolledBack > 0) current.trail.noteLater({ action: 'rolledBack', actor: null, count: rolledBack })
  current.store = store
  return current
}
