import { oweNote } from './audit/owed-notes.ts'
import { VaultError } from './errors.ts'
import { newestGeneration } from './keys/announced.ts'
import type { DomainKey } from './keys/domain-key.ts'
import { keysByDomain } from './keys/domain-keys.ts'
import { grantedKey, grantedSecret, makeGrant } from './keys/grant.ts'
import { onSheet } from './keys/hand-over.ts'
import { checkVaultHeader } from './keys/header.ts'
import type { KdfParameters } from './keys/key-derivation.ts'
import { makeStaffRow } from './keys/new-staff.ts'
import { endAfter, makeOrder } from './keys/order.ts'
import { type RecoveryIdentity, recoveryIdentity } from './keys/recovery-words.ts'
import { openedBy } from './keys/role-keys.ts'
import { asStaffMember, readRoster } from './keys/roster.ts'
import { checkSheet, nextSheet } from './keys/sheet.ts'
import { migrate } from './migrations/migrate.ts'
import { keysOf } from './session.ts'
import { type Row, recoveryId, type VaultDatabase } from './store/database.ts'
import { openToRead } from './store/open-database.ts'
import type { VaultPlace } from './store/place.ts'
import { idOf, type TableWrite } from './store/row-codec.ts'
import { settle } from './store/settle.ts'
import { Store } from './store/store.ts'

export interface Recovery extends VaultPlace {
  /** The recovery sheet, or both its halves, in the language it was written in. */
  words: readonly string[]
  staffId: string
  newPassphrase: string
  /** Of the sheet that takes its place, after they were written down: a sheet that was opened is used up. */
  newWords: readonly string[]
  kdf: KdfParameters
}

const restore = async (
  database: VaultDatabase,
  recovery: RecoveryIdentity,
  { staffId, newPassphrase, words, newWords, folder, kdf }: Recovery,
): Promise<void> => {
  const header = await database.header()
  const { vaultId } = header
  await checkSheet(database, words, recovery)
  const roster = await readRoster(database, header, recovery.signing.publicKey)
  await checkVaultHeader(header, roster.root)
  const former = roster.members.get(staffId)
  if (!former) throw new VaultError('UNKNOWN_STAFF')

  const signer = { id: recoveryId, privateKey: recovery.signing.privateKey }
  const successor = await recoveryIdentity(newWords)
  const restored = await makeStaffRow(
    vaultId,
    asStaffMember(former),
    { passphrase: newPassphrase, kdf },
    {
      unitName: header.unitName,
      root: successor.signing.publicKey,
      formerSignKeys: former.signKeys,
    },
  )

  const writes: TableWrite[] = []
  const put = async (table: string, row: Omit<Row, 'revision'>): Promise<void> => {
    const replaced = await database.table<Row>(table).get(row.id)
    writes.push({ table, row: { ...row, revision: (replaced?.revision ?? 0) + 1 } })
  }
  await put('staff', restored)
  const order = await makeOrder(vaultId, roster.end, restored, [], signer)
  await put('orders', order)
  const next = await nextSheet(header, await endAfter(roster.end, order), {
    signer,
    successor,
    words: newWords,
  })
  await put('orders', next.order)
  await put('vault', next.header)

  const entitled = openedBy(former.roles)
  const opened: DomainKey[] = []
  for (const kept of await database.grants.where({ staffId: recoveryId }).toArray()) {
    // What is still sealed to an earlier sheet comes back with whoever holds it.
    if (kept.sheet !== header.recovery.sheet) continue
    const { domain, generation } = kept
    const secret = await grantedSecret(vaultId, kept, kept.sealed, recovery.sealing)
    opened.push(await grantedKey(roster.announced, kept, secret))
    const given = { domain, generation, staffId, sealKey: restored.sealKey }
    if (entitled.includes(domain)) await put('grants', await makeGrant(vaultId, given, secret))
    await put('grants', await makeGrant(vaultId, { domain, generation, ...onSheet(next.header) }, secret))
    secret.fill(0)
  }
  // Of the keys given up nothing is left that only they opened.
  const given = new Set(writes.map(idOf))
  for (const { id } of await database.grants.where({ staffId }).toArray())
    if (!given.has(id)) writes.push({ table: 'grants', remove: id })
  const domainKeys = keysByDomain(opened)
  const waiting = (await database.grants.where({ staffId: recoveryId }).toArray()).filter(
    ({ sheet }) => sheet !== header.recovery.sheet,
  )
  for (const domain of entitled) {
    const newest = newestGeneration(roster.announced, domain)
    const held = domainKeys.get(domain)?.some(({ generation }) => generation === newest)
    if (!held && waiting.every((grant) => grant.domain !== domain))
      throw new VaultError('DAMAGED_VAULT', { at: domain })
  }
  const store = await Store.open(vaultId, database, folder, () => keysOf({ domainKeys }, 'config'))
  // Whoever has only the sheet must come in even where a record is damaged, to see to it.
  await store.commit(writes, [], { unchecked: true })
  const configKey = keysOf({ domainKeys }, 'config')[0].sealing.publicKey
  const at = new Date().toISOString()
  await oweNote(database, { vaultId, configKey }, { action: 'recovered', actor: staffId, at })
  await store.idle()
}

/**
 * Gives a member of staff new keys under a new passphrase, with everything their roles open, and puts a new recovery sheet
 * in the place of the one that was used, all or nothing. Throws RECOVERY_WORDS_INVALID (mistyped),
 * RECOVERY_WORDS_OTHER_VAULT, RECOVERY_HALF_MISSING, RECOVERY_SHEET_REPLACED, UNKNOWN_STAFF, WEAK_PASSPHRASE, NO_VAULT,
 * DAMAGED_VAULT.
 */
export const recoverVault = async (input: Recovery): Promise<void> => {
  const recovery = await recoveryIdentity(input.words)
  await migrate(input, recovery)
  await settle(input)
  const database = await openToRead(input)
  try {
    await restore(database, recovery, input)
  } finally {
    database.close()
  }
}

/** Whether these words are the sheet in use; throws as `recoverVault` does, and changes nothing. */
export const checkRecoverySheet = async (place: VaultPlace, words: readonly string[]): Promise<void> => {
  const recovery = await recoveryIdentity(words)
  const database = await openToRead(place)
  try {
    await checkSheet(database, words, recovery)
  } finally {
    database.close()
  }
}
