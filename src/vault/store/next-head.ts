import { appendLeaves } from '../audit/tree.ts'
import { ConflictError } from '../errors.ts'
import { type Bytes, toHex } from '../primitives/bytes.ts'
import type { Before } from './connection.ts'
import type { Row } from './database.ts'
import { leafOf } from './first-head.ts'
import { frontierOf, type Head } from './head.ts'
import { isRemoval, type TableWrite } from './row-codec.ts'
import { noRows, type RowSumKey, rowHash, shifted } from './row-sum.ts'

/** The head of the commit after `head`, with nothing changed yet. */
export const followingHead = (head: Head): Head => ({
  ...head,
  seq: head.seq + 1,
  at: new Date().toISOString(),
})

/** The head after these writes over the rows they replace. Throws ConflictError when a row is not the one they were made from. */
export const headAfter = async (
  head: Head,
  sumKey: RowSumKey,
  writes: readonly TableWrite[],
  stored: Before['rows'],
): Promise<Head> => {
  const tables = { ...head.tables }
  const stale: string[] = []
  const leaves: Promise<Bytes>[] = []
  for (const [table, group] of Map.groupBy(writes, ({ table }) => table)) {
    const before = stored.get(table) ?? new Map<string, Row>()
    const after = new Map(before)
    for (const write of group) {
      if (isRemoval(write)) {
        if (!after.delete(write.remove)) stale.push(write.remove)
        continue
      }
      const replaced = after.get(write.row.id)
      if ((replaced ? replaced.revision : 0) !== write.row.revision - 1) stale.push(write.row.id)
      after.set(write.row.id, write.row)
      if (table === 'audit') leaves.push(leafOf(write))
    }
    const hashes = (rows: Iterable<Row>) => Array.from(rows, (row) => rowHash(sumKey, table, row))
    tables[table] = shifted(tables[table] ?? noRows, hashes(after.values()), hashes(before.values()))
  }
  if (stale.length > 0) throw new ConflictError(stale)
  const frontier = await appendLeaves(frontierOf(head), await Promise.all(leaves))
  const audit = { size: frontier.size, hashes: frontier.hashes.map(toHex) }
  return { ...followingHead(head), tables, audit }
}
