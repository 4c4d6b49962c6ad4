import { VaultError } from '../errors.ts'
import { withFirstSheet } from '../migrations/from-layout-1.ts'
import { sameBytes } from '../primitives/bytes.ts'
import { sign } from '../primitives/signature.ts'
import type { Session } from '../session.ts'
import {
  type HeaderRow,
  isCounted,
  type OrderRow,
  recoveryId,
  type SheetKeys,
  type VaultDatabase,
} from '../store/database.ts'
import { refreshSession } from '../unlock.ts'
import { handOver } from './hand-over.ts'
import { headerStatement } from './header.ts'
import { makeSheetOrder, type OrdersEnd } from './order.ts'
import {
  type RecoveryIdentity,
  recoveryIdentity,
  sheetCode,
  sheetKeys,
  wordsOnPaper,
} from './recovery-words.ts'
import { readRosterRows, rosterOf } from './roster.ts'
import type { Signer } from './signer.ts'

/**
 * Throws unless this is the identity of the sheet in use: RECOVERY_HALF_MISSING for one half, RECOVERY_SHEET_REPLACED for
 * an earlier sheet, RECOVERY_WORDS_OTHER_VAULT for any other.
 */
export const checkSheet = async (
  database: VaultDatabase,
  words: readonly string[],
  { signing }: RecoveryIdentity,
): Promise<void> => {
  const header = await database.header()
  const { root, recovery } = isCounted(header) ? header : withFirstSheet(header)
  if (sameBytes(signing.publicKey, recovery.signKey)) return
  const ordered = await database.orders.filter(({ staffId }) => staffId === recoveryId).toArray()
  const earlier = [root, ...ordered.flatMap(({ signKeys }) => signKeys)]
  if (earlier.some((key) => sameBytes(key, signing.publicKey)))
    throw new VaultError('RECOVERY_SHEET_REPLACED')
  if (recovery.halves && words.length === wordsOnPaper) throw new VaultError('RECOVERY_HALF_MISSING')
  throw new VaultError('RECOVERY_WORDS_OTHER_VAULT')
}

/** The order and the header that put a new sheet in the place of the one in use. */
export const nextSheet = async (
  header: HeaderRow,
  end: OrdersEnd,
  { signer, successor, words }: { signer: Signer; successor: RecoveryIdentity; words: readonly string[] },
): Promise<{ order: Omit<OrderRow, 'revision'>; header: HeaderRow }> => {
  const recovery: SheetKeys = sheetKeys(header.recovery.sheet + 1, words, successor)
  const { privateKey } = successor.signing
  const order = await makeSheetOrder(header.vaultId, end, recovery, { signer, successor: privateKey })
  const signature = await sign(privateKey, headerStatement({ ...header, recovery }))
  return { order, header: { ...header, recovery, signature, revision: header.revision + 1 } }
}

/** The sheet in use, as it is announced on its papers. */
export interface SheetInUse {
  sheet: number
  halves: boolean
  /** The code on each of its papers. */
  code: string
}

export const sheetInUse = async ({ vaultId, recovery }: HeaderRow): Promise<SheetInUse> => ({
  sheet: recovery.sheet,
  halves: recovery.halves,
  code: await sheetCode(vaultId, recovery),
})

/** For how many domains the sheet in use waits until somebody who holds them signs in. */
export const waitingForSheet = async ({ database, header, roster }: Session): Promise<number> => {
  const stale = (await database.grants.where({ staffId: recoveryId }).toArray()).filter(
    ({ sheet }) => sheet !== header.recovery.sheet,
  )
  const entitled = [...roster.members.keys()]
  const held = await database.grants.where('staffId').anyOf(entitled).toArray()
  return new Set(
    stale.map(({ domain }) => domain).filter((domain) => held.some((grant) => grant.domain === domain)),
  ).size
}

/** Puts a new sheet in the place of the one in use; see `OpenVault.replaceRecoverySheet`. */
export const replaceSheet = async (session: Session, words: readonly string[]): Promise<void> => {
  if (!session.staff.roles.includes('administrator')) throw new VaultError('NOT_ADMINISTRATOR')
  const successor = await recoveryIdentity(words)
  await refreshSession(session)
  const { database, header, keys, staff, roster } = session
  const signer = { id: staff.id, privateKey: keys.signing.privateKey }
  const next = await nextSheet(header, roster.end, { signer, successor, words })
  const rows = await readRosterRows(database)
  const order: OrderRow = { ...next.order, revision: 1 }
  const ordered = await rosterOf(next.header, keys.root, { ...rows, orders: [...rows.orders, order] })
  const handed = await handOver({ ...session, header: next.header }, ordered)
  await session.trail.commit(session, async () => ({
    writes: [{ table: 'vault', row: next.header }, { table: 'orders', row: order }, ...handed],
    notes: [{ action: 'sheetReplaced' }],
  }))
  await refreshSession(session)
}
