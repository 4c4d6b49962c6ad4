import { type Role, roleSchema, type StaffMember } from '../casework/staff.ts'
import { nameSchema } from '../casework/values.ts'
import type { Bytes } from './bytes.ts'
import type { StaffRow } from './database.ts'
import { VaultError } from './errors.ts'
import type { KdfParameters } from './key-derivation.ts'
import { type PassphraseWrap, wrapSecret } from './passphrase-wrap.ts'
import { staffStatement } from './roster.ts'
import { sign } from './signature.ts'
import { drawStaffSecret, staffKeys } from './staff-keys.ts'

export interface NewStaff {
  name: string
  roles: readonly Role[]
  passphrase: string
  kdf: KdfParameters
}

/** Who makes something out to somebody: an administrator, or the recovery identity. */
export interface Signer {
  id: string
  privateKey: CryptoKey
}

/** Throws INVALID_STAFF without a name or a role. */
export const checkedStaff = (id: string, { name, roles }: Pick<NewStaff, 'name' | 'roles'>): StaffMember => {
  const checkedName = nameSchema.safeParse(name)
  const known = roleSchema.options.filter((role) => roles.includes(role))
  if (!checkedName.success || known.length === 0) throw new VaultError('INVALID_STAFF')
  return { id, name: checkedName.data, roles: known }
}

/** New keys for a member of staff under a passphrase, vouched for by `signer`. Throws WEAK_PASSPHRASE. */
export const makeStaffRow = async (
  vaultId: string,
  member: StaffMember,
  { passphrase, kdf }: Pick<NewStaff, 'passphrase' | 'kdf'>,
  signer: Signer,
  { root, formerSignKeys = [] }: { root: Bytes; formerSignKeys?: Bytes[] },
): Promise<Omit<StaffRow, 'revision'>> => {
  const secret = drawStaffSecret(root)
  const wrap: PassphraseWrap = await wrapSecret(passphrase, kdf, { vaultId, staffId: member.id }, secret)
  const { sealing, signing } = await staffKeys(secret)
  secret.fill(0)
  const row = {
    ...member,
    ...wrap,
    sealKey: sealing.publicKey,
    signKeys: [signing.publicKey, ...formerSignKeys],
    signedBy: signer.id,
  }
  return { ...row, signature: await sign(signer.privateKey, staffStatement(vaultId, row)) }
}
