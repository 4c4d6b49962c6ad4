import type { Table } from 'dexie'
import { auditEntryKind } from '../casework/records/audit-entry.ts'
import type { RecordKind, Stored } from '../casework/records/record.ts'
import { notesOf } from './audit/notes.ts'
import { VaultError } from './errors.ts'
import { indexEntry, indexedValue, unknownEntry } from './sealing/blind-index.ts'
import { type Listing, unsealRow, unsealRows } from './sealing/record-opening.ts'
import { type Change, sealChanges } from './sealing/record-sealing.ts'
import { keysOf, type Session } from './session.ts'
import type { RecordRow } from './store/database.ts'
import type { LocalWrite } from './store/local-write.ts'

export type { Listing }

/** Sealed one commit after the other, so that two do not both make the key of a client who has none. */
export const commitRecords = async (session: Session, changes: readonly Change[]): Promise<void> => {
  // Only the trail itself writes there.
  if (changes.some(({ kind }) => kind.table === auditEntryKind.table))
    throw new VaultError('INVALID_RECORD', { at: auditEntryKind.table })
  await session.trail.commit(session, async () => ({
    writes: await sealChanges(session, changes),
    notes: notesOf(changes),
    local: changes.flatMap(touchOf),
  }))
}

const touchOf = ({ kind, id, value }: Change): LocalWrite[] => {
  const touched = kind.clientOf(value, id)
  return touched === null ? [] : [{ touched }]
}

/** Ids of all records of a kind, read or not. */
export const recordIds = (session: Session, kind: RecordKind<unknown>): PromiseLike<string[]> =>
  session.database.records(kind).toCollection().primaryKeys()

export const getRecord = async <T>(
  session: Session,
  kind: RecordKind<T>,
  id: string,
): Promise<Stored<T> | null> => {
  keysOf(session, kind.domain)
  const row = await session.database.records(kind).get(id)
  return row ? unsealRow(session, kind, row) : null
}

/** How often each of these records was changed, read or not; nothing of those that are not there. */
export const recordRevisions = async (
  session: Session,
  kind: RecordKind<unknown>,
  ids: readonly string[],
): Promise<Map<string, number>> => {
  const rows = await session.database.records(kind).bulkGet([...ids])
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.revision]] : [])))
}

/** The records of these ids, as far as they are there. */
export const getRecords = async <T>(
  session: Session,
  kind: RecordKind<T>,
  ids: readonly string[],
): Promise<Listing<T>> => {
  keysOf(session, kind.domain)
  const rows = await session.database.records(kind).bulkGet([...ids])
  return unsealRows(
    session,
    kind,
    rows.filter((row) => row !== undefined),
  )
}

export const listRecords = async <T>(session: Session, kind: RecordKind<T>): Promise<Listing<T>> => {
  keysOf(session, kind.domain)
  return unsealRows(session, kind, await session.database.records(kind).toArray())
}

/** The rows under any of these index entries, each once; each entry's rows are read at a stroke, which `anyOf` does not do. */
const rowsUnder = async (
  table: Table<RecordRow, string>,
  entries: ReadonlySet<string>,
): Promise<RecordRow[]> => {
  const found = await table.db.transaction('r', table, () =>
    Promise.all(Array.from(entries, (entry) => table.where('index').equals(entry).toArray())),
  )
  return [...new Map(found.flat().map((row) => [row.id, row])).values()]
}

export const findRecords = async <T>(
  session: Session,
  kind: RecordKind<T>,
  index: string,
  values: ReadonlySet<string>,
): Promise<Listing<T>> => {
  const of = indexedValue(kind, index)
  const entries = await Promise.all(
    keysOf(session, kind.domain).flatMap((key) =>
      Array.from(values, (value) => indexEntry(key, kind, index, value)),
    ),
  )
  entries.push(unknownEntry(index))
  const rows = await rowsUnder(session.database.records(kind), new Set(entries))
  const { records, unreadable } = await unsealRows(session, kind, rows)
  const isSought = (value: string | null) => value !== null && values.has(value)
  return { records: records.filter((record) => isSought(of(record.value, record.id))), unreadable }
}
