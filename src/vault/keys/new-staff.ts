import { nameSchema } from '../../casework/records/values.ts'
import { type Role, roleSchema, type StaffMember } from '../../casework/staff/staff.ts'
import { VaultError } from '../errors.ts'
import type { Bytes } from '../primitives/bytes.ts'
import type { StaffRow } from '../store/database.ts'
import type { KdfParameters } from './key-derivation.ts'
import { checkPassphrase } from './passphrase-strength.ts'
import { type PassphraseWrap, wrapSecret } from './passphrase-wrap.ts'
import { drawStaffSecret, staffKeys } from './staff-keys.ts'

export interface NewStaff {
  name: string
  roles: readonly Role[]
  passphrase: string
  kdf: KdfParameters
}

/** Throws INVALID_STAFF without a name or a role. */
export const checkedStaff = (id: string, { name, roles }: Pick<NewStaff, 'name' | 'roles'>): StaffMember => {
  const checkedName = nameSchema.safeParse(name)
  const known = roleSchema.options.filter((role) => roles.includes(role))
  if (!checkedName.success || known.length === 0) throw new VaultError('INVALID_STAFF')
  return { id, name: checkedName.data, roles: known }
}

/** New keys for a member of staff under a passphrase; they count once an order says so. Throws WEAK_PASSPHRASE. */
export const makeStaffRow = async (
  vaultId: string,
  member: StaffMember,
  { passphrase, kdf }: Pick<NewStaff, 'passphrase' | 'kdf'>,
  { unitName, root, formerSignKeys = [] }: { unitName: string; root: Bytes; formerSignKeys?: Bytes[] },
): Promise<Omit<StaffRow, 'revision'>> => {
  checkPassphrase(passphrase, [member.name, unitName])
  const secret = drawStaffSecret(root)
  const wrap: PassphraseWrap = await wrapSecret(passphrase, kdf, { vaultId, staffId: member.id }, secret)
  const { sealing, signing } = await staffKeys(secret)
  secret.fill(0)
  return {
    ...member,
    ...wrap,
    sealKey: sealing.publicKey,
    signKeys: [signing.publicKey, ...formerSignKeys],
  }
}
