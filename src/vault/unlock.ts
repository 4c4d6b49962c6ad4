import { Dexie } from 'dexie'
import type { Domain, RecordKind } from '../casework/record.ts'
import { type Bytes, sameBytes } from './bytes.ts'
import { type HeaderRow, type StaffRow, VaultDatabase } from './database.ts'
import type { DomainKey } from './domain-key.ts'
import { VaultError } from './errors.ts'
import { grantedKey, grantedSecret } from './grant.ts'
import { checkVaultHeader } from './header.ts'
import { defaultKdf, saltLength } from './key-derivation.ts'
import { unwrapSecret } from './passphrase-wrap.ts'
import { asStaffMember, readRoster } from './roster.ts'
import type { Session } from './session.ts'
import { type StaffKeys, staffKeys } from './staff-keys.ts'

/** What opens a vault: `name` of its database, who, and their passphrase. */
export interface VaultKey {
  name: string
  kinds: readonly RecordKind<unknown>[]
  staffId: string
  passphrase: string
}

/** Opens the database of a vault that exists; throws NO_VAULT without making an empty one. */
export const existingDatabase = async (
  name: string,
  kinds: readonly RecordKind<unknown>[],
): Promise<VaultDatabase> => {
  if (!(await Dexie.exists(name))) throw new VaultError('NO_VAULT')
  return new VaultDatabase(name, kinds)
}

/**
 * A member of staff's row and secret, to be wiped after use. Throws WRONG_PASSPHRASE, for someone unknown as well and
 * after the same work.
 */
export const unwrapStaffSecret = async (
  database: VaultDatabase,
  { vaultId }: HeaderRow,
  { staffId, passphrase }: Pick<VaultKey, 'staffId' | 'passphrase'>,
): Promise<{ row: StaffRow; secret: Bytes }> => {
  const row = await database.staff.get(staffId)
  if (row) return { row, secret: await unwrapSecret(passphrase, row, { vaultId, staffId }) }
  const anyone = await database.staff.toCollection().first()
  const nobody = {
    kdf: anyone?.kdf ?? defaultKdf,
    salt: new Uint8Array(saltLength),
    wrapped: new Uint8Array(),
  }
  await unwrapSecret(passphrase, nobody, { vaultId, staffId })
  throw new VaultError('WRONG_PASSPHRASE')
}

const domainKeysOf = async (
  database: VaultDatabase,
  header: HeaderRow,
  staffId: string,
  { sealing }: StaffKeys,
): Promise<Map<Domain, DomainKey>> => {
  const opened = new Map<Domain, DomainKey>()
  for (const grant of await database.grants.where({ staffId }).toArray()) {
    if (grant.sealed === null) continue
    const secret = await grantedSecret(header.vaultId, grant, grant.sealed, sealing)
    opened.set(grant.domain, await grantedKey(header, grant, secret))
    secret.fill(0)
  }
  return opened
}

const sessionOver = async (
  database: VaultDatabase,
  who: Pick<VaultKey, 'staffId' | 'passphrase'>,
): Promise<Session> => {
  const header = await database.header()
  const { secret } = await unwrapStaffSecret(database, header, who)
  const keys = await staffKeys(secret)
  secret.fill(0)
  await checkVaultHeader(header, keys.root)
  const roster = await readRoster(database, header.vaultId, keys.root)
  const row = roster.members.get(who.staffId)
  if (!row || !sameBytes(row.sealKey, keys.sealing.publicKey))
    throw new VaultError('DAMAGED_VAULT', { at: 'staff' })
  const domainKeys = await domainKeysOf(database, header, row.id, keys)
  return { database, header, staff: asStaffMember(row), keys, domainKeys, roster }
}

/**
 * Unlocks. Throws WRONG_PASSPHRASE (unknown person or wrong passphrase), KDF_DOWNGRADE, KDF_EXCESSIVE, NO_VAULT,
 * NEWER_VAULT, or DAMAGED_VAULT when keys or signatures do not fit together.
 */
export const unlock = async ({ name, kinds, ...who }: VaultKey): Promise<Session> => {
  const database = await existingDatabase(name, kinds)
  try {
    return await sessionOver(database, who)
  } catch (problem) {
    database.close()
    throw problem
  }
}
