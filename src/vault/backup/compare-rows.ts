import { headId, VaultDatabase } from '../store/database.ts'
import { rowsOf } from '../store/every-row.ts'
import type { VaultPlace } from '../store/place.ts'
import type { RestoredRows } from './restored-rows.ts'

/** What of one table would be lost or come back by going on with a restored vault. */
export interface TableComparison {
  table: string
  restored: number
  living: number
  /** Rows that only the living one has, or of which it has a later state. */
  onlyLiving: number
  /** Rows that only the restored one has, or of which it has a later state. */
  onlyRestored: number
}

/** A restored vault beside the living one. */
export interface Comparison {
  /** Number and moment of the last commit that was restored. */
  seq: number
  at: string
  rows: number
  /** Number of the last commit of the living one; null where none can be read. */
  livingSeq: number | null
  tables: TableComparison[]
}

const later = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number => {
  let count = 0
  for (const [id, revision] of one) if ((other.get(id) ?? 0) < revision) count += 1
  return count
}

const revisionsOf = async (database: VaultDatabase, table: string): Promise<Map<string, number>> => {
  const revisions = new Map<string, number>()
  for await (const rows of rowsOf(database, table))
    for (const { id, revision } of rows) revisions.set(id, revision)
  return revisions
}

/** Compares by ids and revisions; needs no key. `living`: name of the database worked with so far. */
export const compareRows = async (
  { database, head, rows, header }: RestoredRows,
  { kinds }: VaultPlace,
  living: string | null,
): Promise<Comparison> => {
  const other = living === null ? null : new VaultDatabase(living, kinds)
  try {
    await other?.open()
    const tables: TableComparison[] = []
    for (const table of database.kept) {
      const here =
        table === 'vault' ? new Map([[header.id, header.revision]]) : await revisionsOf(database, table)
      const there = other ? await revisionsOf(other, table) : new Map<string, number>()
      const onlyLiving = later(there, here)
      tables.push({
        table,
        restored: here.size,
        living: there.size,
        onlyLiving,
        onlyRestored: later(here, there),
      })
    }
    const livingSeq = other ? ((await other.head.get(headId))?.revision ?? null) : null
    return { seq: head.seq, at: head.at, rows, livingSeq, tables }
  } finally {
    other?.close()
  }
}
