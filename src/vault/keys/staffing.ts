import type { AuditAction } from '../../casework/records/audit-entry.ts'
import type { Domain } from '../../casework/records/record.ts'
import type { Role, StaffMember } from '../../casework/staff/staff.ts'
import { VaultError } from '../errors.ts'
import { drawId } from '../primitives/random.ts'
import type { Session } from '../session.ts'
import type { OrderRow, StaffRow } from '../store/database.ts'
import type { TableWrite } from '../store/row-codec.ts'
import { refreshSession, unwrapStaffSecret } from '../unlock.ts'
import { newestGeneration } from './announced.ts'
import { grantId } from './grant.ts'
import { entitledTo, handOver } from './hand-over.ts'
import { raisedKdf } from './kdf-calibration.ts'
import { defaultKdf, type KdfParameters } from './key-derivation.ts'
import { checkedStaff, makeStaffRow, type NewStaff } from './new-staff.ts'
import { type Member, makeOrder } from './order.ts'
import { checkPassphrase } from './passphrase-strength.ts'
import { wrapSecret } from './passphrase-wrap.ts'
import { openedBy } from './role-keys.ts'
import { readRosterRows, rosterOf } from './roster.ts'

export type AddStaff = Omit<NewStaff, 'kdf'> & Partial<Pick<NewStaff, 'kdf'>>

/** Reads the staff again first: another window may have changed it. */
const requireAdministrator = async (session: Session): Promise<void> => {
  await refreshSession(session)
  const { staff, roster } = session
  if (!roster.members.get(staff.id)?.roles.includes('administrator'))
    throw new VaultError('NOT_ADMINISTRATOR')
}

/**
 * Signs an order, and writes it with the row it is about and everything that follows from it and can be done here: secrets
 * renewed, secrets handed over, those that are lost taken away.
 */
const order = async (
  session: Session,
  action: AuditAction,
  member: Member,
  lost: readonly Domain[],
  row: TableWrite,
): Promise<void> => {
  const { database, header, keys, staff } = session
  const signer = { id: staff.id, privateKey: keys.signing.privateKey }
  const made = await makeOrder(header.vaultId, session.roster.end, member, lost, signer)
  const rows = await readRosterRows(database)
  const replaced = rows.orders.find(({ id }) => id === made.id)
  const signed: OrderRow = { ...made, revision: (replaced?.revision ?? 0) + 1 }
  const orders = [...rows.orders.filter(({ id }) => id !== made.id), signed]
  const roster = await rosterOf(header, keys.root, { ...rows, orders })
  const taken = (await database.grants.where({ staffId: member.id }).toArray()).filter(
    ({ domain }) => !openedBy(member.roles).includes(domain),
  )
  const follows = await handOver(session, roster, new Set(taken.map(({ id }) => id)))
  await session.trail.commit(session, async () => ({
    writes: [
      row,
      { table: 'orders', row: signed },
      ...taken.map(({ id }) => ({ table: 'grants', remove: id })),
      ...follows,
    ],
    notes: [{ action, about: member.id }],
  }))
  await refreshSession(session)
}

/** Adds a member of staff with the secrets of their roles that are held here; see `OpenVault.addStaff`. */
export const addStaff = async (session: Session, input: AddStaff): Promise<{ id: string }> => {
  await requireAdministrator(session)
  const { header, keys } = session
  const member = checkedStaff(drawId(), input)
  const secrets = { passphrase: input.passphrase, kdf: input.kdf ?? defaultKdf }
  const made = await makeStaffRow(header.vaultId, member, secrets, {
    unitName: header.unitName,
    root: keys.root,
  })
  const row: StaffRow = { ...made, revision: 1 }
  await order(session, 'staffAdded', row, [], { table: 'staff', row })
  return { id: member.id }
}

/** A colleague who works here now. Nobody changes their own roles: their order would have nobody to stand on. */
const colleague = ({ staff, roster }: Session, id: string): Member => {
  if (id === staff.id) {
    const administrators = [...roster.members.values()].filter(({ roles }) => roles.includes('administrator'))
    throw new VaultError(administrators.length > 1 ? 'NOT_ONESELF' : 'LAST_ADMINISTRATOR')
  }
  const member = roster.members.get(id)
  if (!member) throw new VaultError('UNKNOWN_STAFF')
  return member
}

/** Throws LAST_HOLDER when nobody else could hand over, or renew, a secret that this member has. */
const checkOtherHolders = async (
  { database, roster }: Session,
  { id }: StaffMember,
  lost: readonly Domain[],
): Promise<void> => {
  for (const domain of lost) {
    const generation = newestGeneration(roster.announced, domain)
    const entitled = entitledTo(roster, domain)
    const grants = await database.grants.bulkGet(
      entitled.map(({ staffId }) => grantId({ staffId, domain, generation })),
    )
    const holders = grants.flatMap((grant) => grant?.staffId ?? [])
    if (holders.length === 1 && holders[0] === id) throw new VaultError('LAST_HOLDER', { at: domain })
  }
}

/** Changes what a colleague may do; see `OpenVault.setRoles`. */
export const setRoles = async (session: Session, id: string, roles: readonly Role[]): Promise<void> => {
  await requireAdministrator(session)
  const member = colleague(session, id)
  const changed = checkedStaff(id, { name: member.name, roles })
  const kept = openedBy(changed.roles)
  const lost = openedBy(member.roles).filter((domain) => !kept.includes(domain))
  await checkOtherHolders(session, member, lost)
  const stored = await storedStaff(session, member)
  const row: StaffRow = { ...stored, roles: changed.roles, revision: stored.revision + 1 }
  await order(session, 'rolesChanged', { ...member, roles: changed.roles }, lost, { table: 'staff', row })
}

/** Ends a colleague's work here; see `OpenVault.removeStaff`. */
export const removeStaff = async (session: Session, id: string): Promise<void> => {
  await requireAdministrator(session)
  const member = colleague(session, id)
  const lost = openedBy(member.roles)
  await checkOtherHolders(session, member, lost)
  const stored = await storedStaff(session, member)
  const row: StaffRow = { ...stored, roles: [], wrapped: new Uint8Array(), revision: stored.revision + 1 }
  await order(session, 'staffRemoved', { ...member, roles: [] }, lost, { table: 'staff', row })
}

const storedStaff = async ({ database }: Session, { id }: StaffMember): Promise<StaffRow> => {
  const row = await database.staff.get(id)
  if (!row) throw new VaultError('DAMAGED_VAULT', { at: 'staff' })
  return row
}

/** Wraps the same keys with another passphrase; see `OpenVault.changePassphrase`. */
export const changePassphrase = async (
  session: Session,
  { current, next, kdf }: { current: string; next: string; kdf?: KdfParameters },
): Promise<void> => {
  const { database, header, staff } = session
  checkPassphrase(next, [staff.name, header.unitName])
  const who = { staffId: staff.id, passphrase: current }
  const { row, secret } = await unwrapStaffSecret(database, header, who)
  const owner = { vaultId: header.vaultId, staffId: staff.id }
  const cost = (kdf && raisedKdf(row.kdf, kdf)) ?? row.kdf
  const wrap = await wrapSecret(next, cost, owner, secret)
  secret.fill(0)
  const changed: StaffRow = { ...row, ...wrap, revision: row.revision + 1 }
  await session.trail.commit(session, async () => ({
    writes: [{ table: 'staff', row: changed }],
    notes: [{ action: 'passphraseChanged' }],
  }))
}
