import { appendLeaves, emptyFrontier, leafHash } from '../audit/tree.ts'
import { toHex } from '../primitives/bytes.ts'
import { drawSumKey, type Head } from './head.ts'
import type { StoredRow } from './row-codec.ts'
import { noRows, rowHash, rowSumKey, shifted } from './row-sum.ts'

/** The head over rows that no head has counted yet, as commit `seq`. */
export const firstHead = async (seq: number, rows: readonly StoredRow[]): Promise<Head> => {
  const sumKey = drawSumKey()
  const key = await rowSumKey(sumKey)
  const tables: Head['tables'] = {}
  let frontier = emptyFrontier
  for (const [table, group] of Map.groupBy(rows, ({ table }) => table)) {
    tables[table] = shifted(
      noRows,
      group.map(({ row }) => rowHash(key, table, row)),
      [],
    )
    if (table !== 'audit') continue
    const inOrder = group.toSorted((a, b) => a.row.id.localeCompare(b.row.id))
    frontier = await appendLeaves(frontier, await Promise.all(inOrder.map(leafOf)))
  }
  const audit = { size: frontier.size, hashes: frontier.hashes.map(toHex) }
  return { seq, at: new Date().toISOString(), sumKey, tables, audit }
}

/** Leaf of an audit entry: its envelope, hashed. */
export const leafOf = ({ row }: StoredRow) => {
  if (!('envelope' in row) || !(row.envelope instanceof Uint8Array))
    throw new TypeError('An audit entry is a sealed row')
  return leafHash(row.envelope.slice())
}
