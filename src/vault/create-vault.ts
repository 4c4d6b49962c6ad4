import { domains, type RecordKind } from '../casework/record.ts'
import type { StaffMember } from '../casework/staff.ts'
import { commitRows, type RowWrite } from './commit-rows.ts'
import {
  type DomainPublicKey,
  type GrantRow,
  type HeaderRow,
  headerId,
  layoutVersion,
  recoveryId,
  type StaffRow,
  VaultDatabase,
} from './database.ts'
import { describeVault } from './describe-vault.ts'
import { domainKey, domainSecretLength } from './domain-key.ts'
import { VaultError } from './errors.ts'
import { makeGrant } from './grant.ts'
import { headerStatement } from './header.ts'
import { defaultKdf, type KdfParameters } from './key-derivation.ts'
import { checkedStaff, makeStaffRow, type NewStaff } from './new-staff.ts'
import { drawBytes, drawId } from './random.ts'
import { type Change, sealWithKey } from './record-sealing.ts'
import { recoveryIdentity } from './recovery-words.ts'
import { openedBy } from './role-keys.ts'
import { sign } from './signature.ts'

export interface NewVault {
  /** Name of the database. */
  name: string
  kinds: readonly RecordKind<unknown>[]
  kind: HeaderRow['kind']
  unitName: string
  language: HeaderRow['language']
  /** The first member of staff; has to be an administrator, among other things. */
  first: Omit<NewStaff, 'kdf'>
  /** From `drawRecoveryWords`, after they were written down. They are kept nowhere. */
  recoveryWords: readonly string[]
  /** What the vault holds from the start. */
  records?: readonly Change[]
  kdf?: KdfParameters
}

/** Every row of a new vault. */
const firstRows = async (
  { kind, unitName, language, first, recoveryWords, records = [], kdf = defaultKdf }: NewVault,
  member: StaffMember,
): Promise<RowWrite[]> => {
  const vaultId = drawId()
  const recovery = await recoveryIdentity(recoveryWords)
  const signer = { id: recoveryId, privateKey: recovery.signing.privateKey }
  const root = recovery.signing.publicKey
  const made = await makeStaffRow(vaultId, member, { ...first, kdf }, signer, { root })
  const staff: StaffRow = { ...made, revision: 1 }

  const recipients = [
    { staffId: member.id, sealKey: staff.sealKey, opened: openedBy(member.roles) },
    { staffId: recoveryId, sealKey: recovery.sealing.publicKey, opened: domains },
  ]
  const announced: DomainPublicKey[] = []
  const grants: RowWrite[] = []
  const sealed: RowWrite[] = []
  for (const domain of domains) {
    const generation = 1
    const secret = drawBytes(domainSecretLength)
    const key = await domainKey(domain, generation, secret)
    announced.push({ domain, generation, publicKey: key.sealing.publicKey })
    for (const { staffId, sealKey, opened } of recipients) {
      if (!opened.includes(domain)) continue
      const grant = await makeGrant(vaultId, { staffId, sealKey, domain, generation }, signer, secret)
      const row: GrantRow = { ...grant, revision: 1 }
      grants.push({ table: 'grants', row })
    }
    secret.fill(0)
    for (const record of records)
      if (record.kind.domain === domain) sealed.push(await sealWithKey(vaultId, key, record))
  }

  const recoveryKeys = { sealKey: recovery.sealing.publicKey, signKey: root }
  const signed = { vaultId, kind, domains: announced, recovery: recoveryKeys }
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
  return [{ table: 'vault', row: header }, { table: 'staff', row: staff }, ...grants, ...sealed]
}

/**
 * Makes a vault, all of it or nothing, and gives the first member of staff's id. Throws VAULT_EXISTS, INVALID_STAFF,
 * NOT_ADMINISTRATOR, WEAK_PASSPHRASE, RECOVERY_WORDS_INVALID, INVALID_RECORD or NOT_SAVED.
 */
export const createVault = async (input: NewVault): Promise<{ staffId: string }> => {
  const member = checkedStaff(drawId(), input.first)
  if (!member.roles.includes('administrator')) throw new VaultError('NOT_ADMINISTRATOR')
  if (await describeVault(input.name, input.kinds)) throw new VaultError('VAULT_EXISTS')
  const rows = await firstRows(input, member)
  const database = new VaultDatabase(input.name, input.kinds)
  try {
    await commitRows(database, rows)
  } finally {
    database.close()
  }
  return { staffId: member.id }
}
