import type { Bytes } from './bytes.ts'
import { commitRows, type RowWrite } from './commit-rows.ts'
import type { GrantRow, StaffRow } from './database.ts'
import { VaultError } from './errors.ts'
import { type GrantTarget, grantedSecret, grantId, grantStatement, makeGrant } from './grant.ts'
import { defaultKdf } from './key-derivation.ts'
import { checkedStaff, makeStaffRow, type NewStaff } from './new-staff.ts'
import { wrapSecret } from './passphrase-wrap.ts'
import { drawId } from './random.ts'
import { openedBy } from './role-keys.ts'
import { sealBox } from './sealed-box.ts'
import { refreshRoster, type Session } from './session.ts'
import { unwrapStaffSecret } from './unlock.ts'

export type AddStaff = Omit<NewStaff, 'kdf'> & Partial<Pick<NewStaff, 'kdf'>>

/** The raw secret of a domain this session opens, to be wiped after use; null for any other. */
const ownSecret = async (
  { database, header, staff, keys }: Session,
  { domain, generation }: Pick<GrantTarget, 'domain' | 'generation'>,
): Promise<Bytes | null> => {
  const own = await database.grants.get(grantId({ staffId: staff.id, domain, generation }))
  return own?.sealed ? grantedSecret(header.vaultId, own, own.sealed, keys.sealing) : null
}

/** Adds a member of staff with a grant for every domain of their roles; see `OpenVault.addStaff`. */
export const addStaff = async (session: Session, input: AddStaff): Promise<{ id: string }> => {
  const { database, header, keys, staff } = session
  if (!staff.roles.includes('administrator')) throw new VaultError('NOT_ADMINISTRATOR')
  const signer = { id: staff.id, privateKey: keys.signing.privateKey }
  const member = checkedStaff(drawId(), input)
  const secrets = { passphrase: input.passphrase, kdf: input.kdf ?? defaultKdf }
  const row = await makeStaffRow(header.vaultId, member, secrets, signer, { root: keys.root })

  const opened = openedBy(member.roles)
  const grants = header.domains
    .filter(({ domain }) => opened.includes(domain))
    .map(async ({ domain, generation }): Promise<RowWrite> => {
      const target = { staffId: member.id, sealKey: row.sealKey, domain, generation }
      const secret = await ownSecret(session, target)
      const grant = await makeGrant(header.vaultId, target, signer, secret)
      secret?.fill(0)
      return { table: 'grants', row: { ...grant, revision: 1 } satisfies GrantRow }
    })
  const added = { table: 'staff', row: { ...row, revision: 1 } satisfies StaffRow }
  await commitRows(database, [added, ...(await Promise.all(grants))])
  await refreshRoster(session)
  return { id: member.id }
}

/** What became of the grants that waited: how many were sealed, and the ids of those nobody entitled had signed. */
export interface SealedGrants {
  sealed: number
  refused: string[]
}

/** Whether an administrator allowed this grant to this very key, for a domain the member's roles open. */
const allowedKey = async (
  { header, roster }: Session,
  { staffId, domain, generation, signedBy, signature }: GrantRow,
): Promise<Bytes | null> => {
  const member = roster.members.get(staffId)
  if (!member || !openedBy(member.roles).includes(domain)) return null
  const { sealKey } = member
  const statement = grantStatement(header.vaultId, { staffId, sealKey, domain, generation })
  return (await roster.signedByAdministrator(signedBy, statement, signature)) ? sealKey : null
}

/** Seals waiting grants for the domains this session opens; see `OpenVault.sealPendingGrants`. */
export const sealPendingGrants = async (session: Session): Promise<SealedGrants> => {
  const { database, header, domainKeys } = session
  await refreshRoster(session)
  const waiting = await database.grants
    .filter(({ sealed, domain }) => sealed === null && domainKeys.has(domain))
    .toArray()
  const writes: RowWrite[] = []
  const refused: string[] = []
  for (const grant of waiting) {
    const sealKey = await allowedKey(session, grant)
    const secret = sealKey && (await ownSecret(session, grant))
    if (!secret) {
      refused.push(grant.id)
      continue
    }
    const statement = grantStatement(header.vaultId, { ...grant, sealKey })
    const sealed = await sealBox(sealKey, statement, secret)
    secret.fill(0)
    const row: GrantRow = { ...grant, sealed, revision: grant.revision + 1 }
    writes.push({ table: 'grants', row })
  }
  await commitRows(database, writes)
  return { sealed: writes.length, refused }
}

/** Wraps the same keys with another passphrase; see `OpenVault.changePassphrase`. */
export const changePassphrase = async (
  { database, header, staff }: Session,
  { current, next }: { current: string; next: string },
): Promise<void> => {
  const who = { staffId: staff.id, passphrase: current }
  const { row, secret } = await unwrapStaffSecret(database, header, who)
  const owner = { vaultId: header.vaultId, staffId: staff.id }
  const wrap = await wrapSecret(next, row.kdf, owner, secret)
  secret.fill(0)
  await commitRows(database, [
    { table: 'staff', row: { ...row, ...wrap, revision: row.revision + 1 } satisfies StaffRow },
  ])
}
