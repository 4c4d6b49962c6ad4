import { type Domain, domains } from '../casework/records/record.ts'
import type { StaffMember } from '../casework/staff/staff.ts'
import { saved, VaultError } from './errors.ts'
import { ClientKeys } from './keys/client-keys.ts'
import { type DomainKey, domainKey, drawDomainSecret } from './keys/domain-key.ts'
import type { DomainKeys } from './keys/domain-keys.ts'
import { makeGrant } from './keys/grant.ts'
import { headerStatement } from './keys/header.ts'
import { defaultKdf, type KdfParameters } from './keys/key-derivation.ts'
import { checkedStaff, makeStaffRow, type NewStaff } from './keys/new-staff.ts'
import { makeOrder, noOrders } from './keys/order.ts'
import { recoveryIdentity, sheetKeys } from './keys/recovery-words.ts'
import { openedBy } from './keys/role-keys.ts'
import { drawId } from './primitives/random.ts'
import { sign } from './primitives/signature.ts'
import { type Change, sealWithKeys } from './sealing/record-sealing.ts'
import { keysOf } from './session.ts'
import {
  type DomainPublicKey,
  type GrantRow,
  type HeaderRow,
  headerId,
  layoutVersion,
  type OrderRow,
  recoveryId,
  type StaffRow,
  VaultDatabase,
} from './store/database.ts'
import { firstHead } from './store/first-head.ts'
import { sealHead } from './store/head.ts'
import type { VaultPlace } from './store/place.ts'
import type { StoredRow } from './store/row-codec.ts'
import { standingOf } from './store/standing.ts'
import { Store } from './store/store.ts'
import { writeRows } from './store/write-rows.ts'

export interface NewVault extends VaultPlace {
  /** Drawn when it is left out; to be given where a code on the recovery sheet already names it. */
  vaultId?: string
  kind: HeaderRow['kind']
  unitName: string
  language: HeaderRow['language']
  /** The first member of staff; has to be an administrator, among other things. */
  first: Omit<NewStaff, 'kdf'>
  /** From `drawRecoveryWords`, or of both `drawRecoveryHalves`, after they were written down. They are kept nowhere. */
  recoveryWords: readonly string[]
  /** What the vault holds from the start. */
  records?: readonly Change[]
  kdf?: KdfParameters
}

/** Every row of a new vault. */
const firstRows = async (
  {
    vaultId = drawId(),
    kind,
    unitName,
    language,
    first,
    recoveryWords,
    records = [],
    kdf = defaultKdf,
  }: NewVault,
  member: StaffMember,
): Promise<{ vaultId: string; config: DomainKey; writes: StoredRow[] }> => {
  const recovery = await recoveryIdentity(recoveryWords)
  const keys = sheetKeys(1, recoveryWords, recovery)
  const signer = { id: recoveryId, privateKey: recovery.signing.privateKey }
  const root = recovery.signing.publicKey
  const made = await makeStaffRow(vaultId, member, { ...first, kdf }, { unitName, root })
  const staff: StaffRow = { ...made, revision: 1 }
  const order: OrderRow = { ...(await makeOrder(vaultId, noOrders, staff, [], signer)), revision: 1 }

  const recipients = [
    { staffId: member.id, sealKey: staff.sealKey, opened: openedBy(member.roles) },
    { staffId: recoveryId, sealKey: keys.sealKey, sheet: keys.sheet, opened: domains },
  ]
  const announced: DomainPublicKey[] = []
  const domainKeys = new Map<Domain, DomainKeys>()
  const grants: StoredRow[] = []
  for (const domain of domains) {
    const generation = 1
    const secret = drawDomainSecret()
    const key = await domainKey(domain, generation, secret)
    domainKeys.set(domain, [key])
    announced.push({ domain, generation, publicKey: key.sealing.publicKey })
    for (const { opened, ...recipient } of recipients) {
      if (!opened.includes(domain)) continue
      const grant = await makeGrant(vaultId, { ...recipient, domain, generation }, secret)
      const row: GrantRow = { ...grant, revision: 1 }
      grants.push({ table: 'grants', row })
    }
    secret.fill(0)
  }

  const signed = { vaultId, kind, domains: announced, root, recovery: keys }
  const signature = await sign(signer.privateKey, headerStatement(signed))
  const header: HeaderRow = {
    ...signed,
    id: headerId,
    revision: 1,
    layout: layoutVersion,
    unitName,
    language,
    signature,
  }
  const clientKeys = new ClientKeys(vaultId, async (ids) => ids.map(() => undefined))
  const sealed = await sealWithKeys({ vaultId, domainKeys, clientKeys }, records)
  const writes = [
    { table: 'vault', row: header },
    { table: 'staff', row: staff },
    { table: 'orders', row: order },
    ...grants,
    ...sealed,
  ]
  return { vaultId, config: keysOf({ domainKeys }, 'config')[0], writes }
}

/**
 * Makes a vault, all of it or nothing, and gives the first member of staff's id. Throws VAULT_EXISTS, INVALID_STAFF,
 * NOT_ADMINISTRATOR, WEAK_PASSPHRASE, RECOVERY_WORDS_INVALID, INVALID_RECORD or NOT_SAVED.
 */
export const createVault = async (input: NewVault): Promise<{ staffId: string }> => {
  const member = checkedStaff(drawId(), input.first)
  if (!member.roles.includes('administrator')) throw new VaultError('NOT_ADMINISTRATOR')
  if ((await standingOf(input)).state !== 'none') throw new VaultError('VAULT_EXISTS')
  const { vaultId, config, writes } = await firstRows(input, member)
  const database = new VaultDatabase(input.name, input.kinds)
  try {
    const head = await sealHead(vaultId, config, await firstHead(1, writes))
    await saved(writeRows(database, 1, [...writes, { table: 'head', row: head }]))
    const store = await Store.open(vaultId, database, input.folder, () => [config])
    await saved(store.snapshot())
  } finally {
    database.close()
  }
  return { staffId: member.id }
}
