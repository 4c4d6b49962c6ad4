import type { RecordKind } from '../casework/record.ts'
import { sameBytes } from './bytes.ts'
import { commitRows, type RowWrite } from './commit-rows.ts'
import { type GrantRow, recoveryId, type StaffRow, type VaultDatabase } from './database.ts'
import { VaultError } from './errors.ts'
import { grantedKey, grantedSecret, grantId, makeGrant } from './grant.ts'
import { checkVaultHeader } from './header.ts'
import { defaultKdf, type KdfParameters } from './key-derivation.ts'
import { makeStaffRow } from './new-staff.ts'
import { type RecoveryIdentity, recoveryIdentity } from './recovery-words.ts'
import { openedBy } from './role-keys.ts'
import { asStaffMember, readRoster } from './roster.ts'
import { existingDatabase } from './unlock.ts'

export interface Recovery {
  /** Name of the database. */
  name: string
  kinds: readonly RecordKind<unknown>[]
  /** The recovery sheet, in the language it was written in. */
  words: readonly string[]
  staffId: string
  newPassphrase: string
  kdf?: KdfParameters
}

const restore = async (
  database: VaultDatabase,
  recovery: RecoveryIdentity,
  { staffId, newPassphrase, kdf = defaultKdf }: Recovery,
): Promise<void> => {
  const header = await database.header()
  const { vaultId } = header
  const root = recovery.signing.publicKey
  if (!sameBytes(root, header.recovery.signKey)) throw new VaultError('RECOVERY_WORDS_OTHER_VAULT')
  await checkVaultHeader(header, root)
  const row = (await readRoster(database, vaultId, root)).members.get(staffId)
  if (!row) throw new VaultError('UNKNOWN_STAFF')

  const member = asStaffMember(row)
  const signer = { id: recoveryId, privateKey: recovery.signing.privateKey }
  const restored = await makeStaffRow(vaultId, member, { passphrase: newPassphrase, kdf }, signer, {
    root,
    formerSignKeys: row.signKeys,
  })

  const regranted = async ({ domain, generation }: { domain: GrantRow['domain']; generation: number }) => {
    const kept = await database.grants.get(grantId({ staffId: recoveryId, domain, generation }))
    if (!kept?.sealed) throw new VaultError('DAMAGED_VAULT', { at: domain })
    const secret = await grantedSecret(vaultId, kept, kept.sealed, recovery.sealing)
    await grantedKey(header, kept, secret)
    const target = { staffId, sealKey: restored.sealKey, domain, generation }
    const grant = await makeGrant(vaultId, target, signer, secret)
    secret.fill(0)
    const replaced = await database.grants.get(grant.id)
    return {
      table: 'grants',
      row: { ...grant, revision: (replaced?.revision ?? 0) + 1 } satisfies GrantRow,
    }
  }
  const opened = openedBy(member.roles)
  const writes: RowWrite[] = [
    { table: 'staff', row: { ...restored, revision: row.revision + 1 } satisfies StaffRow },
  ]
  for (const domain of header.domains)
    if (opened.includes(domain.domain)) writes.push(await regranted(domain))
  await commitRows(database, writes)
}

/**
 * Gives a member of staff new keys under a new passphrase, with everything their roles open, all or nothing. Throws
 * RECOVERY_WORDS_INVALID (mistyped), RECOVERY_WORDS_OTHER_VAULT, UNKNOWN_STAFF, WEAK_PASSPHRASE, NO_VAULT, DAMAGED_VAULT.
 */
export const recoverVault = async (input: Recovery): Promise<void> => {
  const recovery = await recoveryIdentity(input.words)
  const database = await existingDatabase(input.name, input.kinds)
  try {
    await restore(database, recovery, input)
  } finally {
    database.close()
  }
}
