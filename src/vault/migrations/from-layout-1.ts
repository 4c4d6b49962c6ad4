import type { Domain } from '../../casework/records/record.ts'
import { VaultError } from '../errors.ts'
import { announcedKeys } from '../keys/announced.ts'
import type { DomainKey } from '../keys/domain-key.ts'
import { keysByDomain } from '../keys/domain-keys.ts'
import { grantedKey, grantedSecret, makeGrant } from '../keys/grant.ts'
import { headerStatement } from '../keys/header.ts'
import { endAfter, makeOrder, noOrders } from '../keys/order.ts'
import type { RecoveryIdentity } from '../keys/recovery-words.ts'
import { openedBy } from '../keys/role-keys.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, toHex } from '../primitives/bytes.ts'
import { sign, verify } from '../primitives/signature.ts'
import { keysOf } from '../session.ts'
import {
  type GrantRow,
  type HeaderRow,
  type Row,
  recoveryId,
  type SheetKeys,
  type StaffRow,
  type VaultDatabase,
} from '../store/database.ts'
import { rowsOf } from '../store/every-row.ts'
import { firstHead } from '../store/first-head.ts'
import { sealHead } from '../store/head.ts'
import { idOf, isRemoval, type StoredRow, type TableWrite } from '../store/row-codec.ts'

// As layout 1 had them: a member was vouched for in their own row, and a grant could wait to be sealed.
interface StaffRow1 extends StaffRow {
  signedBy: string
  signature: Bytes
}
type HeaderRow1 = Omit<HeaderRow, 'root' | 'recovery'> & { recovery: Pick<SheetKeys, 'sealKey' | 'signKey'> }
type GrantRow1 = Omit<GrantRow, 'sealed'> & { sealed: Bytes | null }

/** A header of layout 1, which had one whole sheet, as headers say it today. */
export const withFirstSheet = (header: HeaderRow): HeaderRow => {
  const recovery = { ...header.recovery, sheet: 1, halves: false }
  return { ...header, root: recovery.signKey, recovery }
}

const headerStatement1 = ({ vaultId, kind, domains, recovery }: HeaderRow1): string =>
  binding(
    'anxin/vault/1',
    vaultId,
    kind,
    toHex(recovery.sealKey),
    toHex(recovery.signKey),
    ...domains.map(({ domain, generation, publicKey }) => [domain, String(generation), toHex(publicKey)]),
  )

const staffStatement1 = (vaultId: string, row: StaffRow1): string =>
  binding(
    'anxin/staff/1',
    vaultId,
    row.id,
    row.name,
    row.roles,
    toHex(row.sealKey),
    row.signKeys.map(toHex),
    row.signedBy,
  )

/** Those for whom a chain of administrators vouches, up to the recovery identity; whoever vouches stands before. */
const vouchedFor = async (rows: StaffRow1[], vaultId: string, root: Bytes): Promise<StaffRow1[]> => {
  const members: StaffRow1[] = []
  const keysOf = (id: string): Bytes[] => {
    if (id === recoveryId) return [root]
    const member = members.find((known) => known.id === id)
    return member?.roles.includes('administrator') ? member.signKeys : []
  }
  let waiting = rows
  for (let before = -1; before !== members.length; ) {
    before = members.length
    const rest: StaffRow1[] = []
    for (const row of waiting) {
      const statement = staffStatement1(vaultId, row)
      const checks = keysOf(row.signedBy).map((key) => verify(key, statement, row.signature))
      if ((await Promise.all(checks)).includes(true)) members.push(row)
      else rest.push(row)
    }
    waiting = rest
  }
  return members
}

/** The rows that a table has after these writes. */
async function* rowsAfter(
  database: VaultDatabase,
  table: string,
  writes: readonly TableWrite[],
): AsyncGenerator<StoredRow> {
  const written = writes.filter((write) => write.table === table)
  const ids = new Set(written.map(idOf))
  for await (const rows of rowsOf(database, table))
    for (const row of rows) if (!ids.has(row.id)) yield { table, row }
  for (const write of written) if (!isRemoval(write)) yield write
}

/**
 * Layout 1 → 2: who is staff becomes a chain of orders, every grant is sealed, and a head counts the rows. Throws
 * DAMAGED_VAULT when the recovery identity did not sign the header.
 */
export const fromLayout1 = async (
  database: VaultDatabase,
  { sealing, signing }: RecoveryIdentity,
): Promise<TableWrite[]> => {
  const header: HeaderRow1 = await database.header()
  const { vaultId } = header
  const root = signing.publicKey
  if (!(await verify(root, headerStatement1(header), header.signature)))
    throw new VaultError('DAMAGED_VAULT', { at: 'vault' })
  const writes: TableWrite[] = []
  const put = (table: string, row: Omit<Row, 'revision'>, before?: Row): void => {
    writes.push({ table, row: { ...row, revision: (before?.revision ?? 0) + 1 } })
  }

  const next = { ...withFirstSheet(await database.header()), layout: 2 }
  const signed = { ...next, signature: await sign(signing.privateKey, headerStatement(next)) }
  put('vault', signed, header)

  const signer = { id: recoveryId, privateKey: signing.privateKey }
  const rows = (await database.staff.toArray()) as StaffRow1[]
  const members = await vouchedFor(rows, vaultId, root)
  let end = noOrders
  for (const { signedBy: _, signature: __, ...member } of members) {
    const order = await makeOrder(vaultId, end, member, [], signer)
    put('orders', order)
    put('staff', member, member)
    end = await endAfter(end, order)
  }
  for (const row of rows) if (!members.includes(row)) writes.push({ table: 'staff', remove: row.id })

  const before = new Map((await database.grants.toArray()).map((row): [string, GrantRow1] => [row.id, row]))
  const { announced } = await announcedKeys(next, new Map(), [])
  const recipients = members.map(({ id, sealKey, roles }) => ({
    staffId: id,
    sealKey,
    entitledTo: openedBy(roles),
  }))
  const opened: DomainKey[] = []
  const kept = new Set<string>()
  for (const { domain, generation } of header.domains) {
    const own = before.get(`${recoveryId}.${domain}.${generation}`)
    if (!own?.sealed) throw new VaultError('DAMAGED_VAULT', { at: domain })
    const of = { staffId: recoveryId, domain, generation }
    const secret = await grantedSecret(vaultId, of, own.sealed, sealing)
    opened.push(await grantedKey(announced, of, secret))
    const entitled = recipients.filter(({ entitledTo }) => entitledTo.includes(domain))
    for (const { entitledTo: _, ...recipient } of [
      ...entitled,
      { staffId: recoveryId, sealKey: sealing.publicKey, sheet: 1, entitledTo: [] as Domain[] },
    ]) {
      const grant = await makeGrant(vaultId, { ...recipient, domain, generation }, secret)
      put('grants', grant, before.get(grant.id) as Row | undefined)
      kept.add(grant.id)
    }
    secret.fill(0)
  }
  for (const id of before.keys()) if (!kept.has(id)) writes.push({ table: 'grants', remove: id })

  const [config] = keysOf({ domainKeys: keysByDomain(opened) }, 'config')
  const all: StoredRow[] = []
  for (const table of database.kept)
    for await (const write of rowsAfter(database, table, writes)) all.push(write)
  writes.push({ table: 'head', row: await sealHead(vaultId, config, await firstHead(1, all)) })
  return writes
}
