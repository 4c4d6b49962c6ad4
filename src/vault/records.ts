import type { RecordKind, Stored } from '../casework/record.ts'
import { indexEntry, indexedValue, unknownEntry } from './blind-index.ts'
import { commitRows } from './commit-rows.ts'
import type { RecordRow } from './database.ts'
import { type VaultCode, VaultError } from './errors.ts'
import { type Change, sealChange, unsealRow } from './record-sealing.ts'
import { keyOf, type Session } from './session.ts'

/** Records that were asked for, and those among them that could not be read. */
export interface Listing<T> {
  records: Stored<T>[]
  unreadable: { id: string; code: VaultCode }[]
}

export const commitRecords = async (session: Session, changes: readonly Change[]): Promise<void> => {
  const writes = await Promise.all(changes.map((change) => sealChange(session, change)))
  await commitRows(session.database, writes)
}

export const getRecord = async <T>(
  session: Session,
  kind: RecordKind<T>,
  id: string,
): Promise<Stored<T> | null> => {
  keyOf(session, kind.domain)
  const row = await session.database.records(kind).get(id)
  return row ? unsealRow(session, kind, row) : null
}

const unsealRows = async <T>(
  session: Session,
  kind: RecordKind<T>,
  rows: RecordRow[],
): Promise<Listing<T>> => {
  const listing: Listing<T> = { records: [], unreadable: [] }
  for (const row of rows) {
    try {
      listing.records.push(await unsealRow(session, kind, row))
    } catch (problem) {
      if (!(problem instanceof VaultError)) throw problem
      listing.unreadable.push({ id: row.id, code: problem.code })
    }
  }
  return listing
}

export const listRecords = async <T>(session: Session, kind: RecordKind<T>): Promise<Listing<T>> => {
  keyOf(session, kind.domain)
  return unsealRows(session, kind, await session.database.records(kind).toArray())
}

export const findRecords = async <T>(
  session: Session,
  kind: RecordKind<T>,
  index: string,
  value: string,
): Promise<Listing<T>> => {
  const key = keyOf(session, kind.domain)
  const of = indexedValue(kind, index)
  const entries = [await indexEntry(key, kind, index, value), unknownEntry(index)]
  const rows = await session.database.records(kind).where('index').anyOf(entries).distinct().toArray()
  const { records, unreadable } = await unsealRows(session, kind, rows)
  return { records: records.filter((record) => of(record.value) === value), unreadable }
}
