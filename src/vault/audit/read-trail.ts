import { auditEntryId, auditEntryKind, auditEntryNumber } from '../../casework/records/audit-entry.ts'
import { type AuditHead, auditHeadKind } from '../../casework/records/audit-head.ts'
import { type Bytes, fromHex } from '../primitives/bytes.ts'
import { listRecords } from '../records.ts'
import { keysOf, type Session, storeOf } from '../session.ts'
import type { RecordRow } from '../store/database.ts'
import { rowsOf } from '../store/every-row.ts'
import { frontierOf } from '../store/head.ts'
import { findFault, type TrailFault, type TrailRow } from './check-trail.ts'
import { headStatement } from './head-statement.ts'
import { type EntryKeys, openEntry, type ReadEntry } from './seal-entry.ts'

/** What a stored entry says; null when it does not open. */
export interface EntryRead {
  number: number
  read: ReadEntry | null
}

/** A head as somebody signed it, and whether they did. */
export type HeadRead = AuditHead & { signed: boolean }

/** What a check of the whole trail came to. */
export interface TrailCheck {
  /** Entries there should be. */
  size: number
  /** Null when everything fits. */
  fault: TrailFault | null
  /** The smallest first. */
  heads: HeadRead[]
}

const entryKeys = (session: Session): EntryKeys => ({
  vaultId: session.header.vaultId,
  keys: keysOf(session, 'audit'),
  isAuthor: session.roster.signedByMember,
})

/** Null for whatever does not open: it is not as it was written. */
const readEntry = (keys: EntryKeys, number: number, envelope: Bytes): Promise<ReadEntry | null> =>
  openEntry(keys, number, envelope).catch(() => null)

const nothing: Bytes = new Uint8Array()

/** Whatever stands in the table, as far as it can be an entry at all. */
const asTrailRow = ({ id, envelope }: Partial<RecordRow> & Pick<RecordRow, 'id'>): TrailRow => ({
  id,
  envelope: envelope instanceof Uint8Array ? envelope : nothing,
})

/** Entries below a number, the newest first. Throws NO_KEY. */
export const entriesBefore = async (
  session: Session,
  { before, limit }: { before: number | null; limit: number },
): Promise<EntryRead[]> => {
  const keys = entryKeys(session)
  const table = session.database.records(auditEntryKind)
  const rows = await (before === null ? table.orderBy(':id') : table.where(':id').below(auditEntryId(before)))
    .reverse()
    .limit(limit)
    .toArray()
  return Promise.all(
    rows.map(asTrailRow).map(async ({ id, envelope }) => {
      const number = auditEntryNumber(id) ?? 0
      return { number, read: await readEntry(keys, number, envelope) }
    }),
  )
}

/** All heads there are, the smallest first. */
const storedHeads = async (session: Session): Promise<AuditHead[]> => {
  const { records } = await listRecords(session, auditHeadKind)
  return records.map(({ value }) => value).toSorted((a, b) => a.size - b.size)
}

const isSigned = ({ header, roster }: Session, head: AuditHead): Promise<boolean> =>
  roster.signedByMember(head.signedBy, headStatement(header.vaultId, head), fromHex(head.signature))

/** The head that says most, of those that somebody did sign; null before the first. */
export const newestHead = async (session: Session): Promise<AuditHead | null> => {
  for (const head of (await storedHeads(session)).reverse()) if (await isSigned(session, head)) return head
  return null
}

/** Rows that nobody counted; null when there are none. What was only just written is counted by the time this asks. */
const uncounted = async (session: Session): Promise<number | null> => {
  const newest = await session.database.records(auditEntryKind).orderBy(':id').last()
  if (!newest) return null
  const store = storeOf(session)
  await store.idle()
  const { size } = store.head.audit
  const number = auditEntryNumber(newest.id)
  return number !== null && number <= size ? null : size + 1
}

async function* rowsUpTo(session: Session, last: string): AsyncGenerator<TrailRow[]> {
  for await (const rows of rowsOf(session.database, auditEntryKind.table))
    yield rows.filter(({ id }) => id <= last).map(asTrailRow)
}

/**
 * Reads every entry again and compares with what the last commit counted and with every head that was signed; entries may
 * be written meanwhile. Throws NO_KEY and READ_ONLY_WINDOW.
 */
export const checkTrail = async (
  session: Session,
  onProgress?: (checked: number) => void,
): Promise<TrailCheck> => {
  const keys = entryKeys(session)
  const stored = await storedHeads(session)
  const heads = await Promise.all(
    stored.map(async (head) => ({ ...head, signed: await isSigned(session, head) })),
  )
  const counted = frontierOf(storeOf(session).head)
  const fault = await findFault({
    rows: rowsUpTo(session, auditEntryId(counted.size)),
    counted,
    heads,
    open: async (number, envelope) => (await readEntry(keys, number, envelope))?.entry ?? null,
    ...(onProgress ? { onProgress } : {}),
  })
  if (fault) return { size: counted.size, fault, heads }
  const extra = await uncounted(session)
  return {
    size: counted.size,
    fault: extra === null ? null : { kind: 'added', from: extra, to: extra },
    heads,
  }
}
