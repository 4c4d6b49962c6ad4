import { VaultError } from '../errors.ts'
import { type DomainKey, domainKey } from '../keys/domain-key.ts'
import { grantedSecret } from '../keys/grant.ts'
import { unwrapSecret } from '../keys/passphrase-wrap.ts'
import { recoveryIdentity } from '../keys/recovery-words.ts'
import { staffKeys } from '../keys/staff-keys.ts'
import { type Bytes, sameBytes } from '../primitives/bytes.ts'
import type { KeyPair } from '../primitives/key-pair.ts'
import { recoveryId } from '../store/database.ts'
import type { BackupHeader } from './backup-header.ts'

/** What opens a backup. */
export interface BackupKey {
  /** The configuration key, to whose public half the backup is sealed and which its head was sealed with. */
  config: DomainKey
  /** The recovery identity's signing key as whoever opens the backup knows it: it vouches for what is in there. */
  root: Bytes
  /** Whoever opens it, and what their grants are sealed to. */
  grantee: { staffId: string; sealing: KeyPair }
}

/** The recovery sheet, or a passphrase of whoever worked there; `staffId` spares trying it on everyone. */
export type BackupSecret = { words: readonly string[] } | { passphrase: string; staffId?: string }

/** Throws DAMAGED_VAULT or DAMAGED_BACKUP when the keys do not fit together. */
const configKeyOf = async (
  { vaultId, config: { generation, publicKey } }: BackupHeader,
  { staffId, sealing }: BackupKey['grantee'],
  sealed: Bytes,
): Promise<DomainKey> => {
  const secret = await grantedSecret(vaultId, { staffId, domain: 'config', generation }, sealed, sealing)
  const key = await domainKey('config', generation, secret)
  secret.fill(0)
  if (!sameBytes(key.sealing.publicKey, publicKey)) throw new VaultError('DAMAGED_BACKUP', { at: 'config' })
  return key
}

const keyFromWords = async (header: BackupHeader, words: readonly string[]): Promise<BackupKey> => {
  const { sealing, signing } = await recoveryIdentity(words)
  const { sealKey, sealed } = header.recovery
  if (!sameBytes(sealing.publicKey, sealKey))
    throw new VaultError('BACKUP_OTHER_SHEET', { at: String(header.sheet) })
  const grantee = { staffId: recoveryId, sealing }
  return { config: await configKeyOf(header, grantee, sealed), root: signing.publicKey, grantee }
}

const keyFromPassphrase = async (
  header: BackupHeader,
  { passphrase, staffId }: { passphrase: string; staffId?: string },
): Promise<BackupKey> => {
  const asked = header.staff.filter(({ id }) => staffId === undefined || id === staffId)
  for (const staff of asked) {
    try {
      const secret = await unwrapSecret(passphrase, staff, { vaultId: header.vaultId, staffId: staff.id })
      const { sealing, root } = await staffKeys(secret)
      secret.fill(0)
      const grantee = { staffId: staff.id, sealing }
      return { config: await configKeyOf(header, grantee, staff.sealed), root, grantee }
    } catch (problem) {
      if (!(problem instanceof VaultError && problem.code === 'WRONG_PASSPHRASE')) throw problem
    }
  }
  throw new VaultError('WRONG_PASSPHRASE')
}

/**
 * Throws WRONG_PASSPHRASE, RECOVERY_WORDS_INVALID, BACKUP_OTHER_SHEET with the number of the right one, or DAMAGED_VAULT or DAMAGED_BACKUP when keys
 * do not fit together.
 */
export const backupKey = (header: BackupHeader, secret: BackupSecret): Promise<BackupKey> =>
  'words' in secret ? keyFromWords(header, secret.words) : keyFromPassphrase(header, secret)
