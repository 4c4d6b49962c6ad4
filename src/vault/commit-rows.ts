import type { Row, VaultDatabase } from './database.ts'
import { ConflictError, saved } from './errors.ts'

/** A row to store; its revision is one more than the row it replaces, 1 for a new one. */
export interface RowWrite {
  table: string
  row: Row
}

/**
 * The one way anything is written: all rows or none, in one strict transaction, and only over the revisions they were
 * made from. Resolves once they are on disk. Throws ConflictError or NOT_SAVED; nothing was written then.
 */
export const commitRows = async (database: VaultDatabase, writes: readonly RowWrite[]): Promise<void> => {
  if (writes.length === 0) return
  const byTable = Map.groupBy(writes, ({ table }) => table)
  const compareAndSet = async (): Promise<void> => {
    const stale: string[] = []
    for (const [table, group] of byTable) {
      const found = await database.table<Row>(table).bulkGet(group.map(({ row }) => row.id))
      const stored = new Map(found.filter((row) => row !== undefined).map((row) => [row.id, row.revision]))
      for (const { row } of group) {
        const before = stored.has(row.id) ? stored.get(row.id) : 0
        if (before !== row.revision - 1) stale.push(row.id)
        stored.set(row.id, row.revision)
      }
    }
    if (stale.length > 0) throw new ConflictError(stale)
    for (const [table, group] of byTable)
      await database.table<Row>(table).bulkPut(group.map(({ row }) => row))
  }
  await saved(database.transaction('rw', [...byTable.keys()], compareAndSet))
}
