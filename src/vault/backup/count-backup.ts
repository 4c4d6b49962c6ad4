import { VaultError } from '../errors.ts'
import type { DomainKey } from '../keys/domain-key.ts'
import { expectedOf, type TableCount } from '../store/completeness.ts'
import type { HeadRow, Row } from '../store/database.ts'
import { openHead } from '../store/head.ts'
import { noRows, type RowSum, rowHash, rowSumKey, shifted } from '../store/row-sum.ts'
import type { OpenedBackup } from './read-backup.ts'

const isHead = (row: Row): row is HeadRow => 'sealed' in row && row.sealed instanceof Uint8Array

/**
 * Reads a backup to its end and gives of each table what there is and what the head in it counts: only where both are the
 * same it can be restored. `keys`: of the configuration. Throws DAMAGED_BACKUP, what is wrong with the head, or a FolderError.
 */
export const countBackup = async (
  { header, rows }: OpenedBackup,
  keys: readonly [DomainKey, ...DomainKey[]],
): Promise<TableCount[]> => {
  const parts = rows()
  const [first, ...others] = (await parts.next()).value ?? []
  // The head stands before all that it counts.
  if (first?.table !== 'head' || !isHead(first.row) || others.length > 0)
    throw new VaultError('DAMAGED_BACKUP', { at: 'head' })
  const head = await openHead(header.vaultId, keys, first.row)
  const key = await rowSumKey(head.sumKey)
  const found = new Map<string, RowSum>()
  for await (const part of parts)
    for (const [table, group] of Map.groupBy(part, (row) => row.table)) {
      const hashes = group.map(({ row }) => rowHash(key, table, row))
      found.set(table, shifted(found.get(table) ?? noRows, hashes, []))
    }
  const tables = new Set([...Object.keys(head.tables), ...found.keys()])
  return [...tables].map((table) => ({
    table,
    expected: expectedOf(head, table),
    found: found.get(table) ?? noRows,
  }))
}
