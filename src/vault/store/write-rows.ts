import { ConflictError } from '../errors.ts'
import { headId, type Row, type VaultDatabase } from './database.ts'
import type { LocalRowWrite } from './local-write.ts'
import { lastOf, type TableWrite } from './row-codec.ts'

/**
 * Writes all rows or none in one strict transaction, and only as the commit after the one that is stored. Throws
 * ConflictError when another window was faster.
 */
export const writeRows = async (
  database: VaultDatabase,
  seq: number,
  writes: readonly TableWrite[],
  local: readonly LocalRowWrite[] = [],
): Promise<void> => {
  const tables = new Set([...writes, ...local].map(({ table }) => table).concat('head'))
  await database.transaction('rw', [...tables], async () => {
    // Asked first, so that it is answered before anything is written; asked for at once, all of it costs one wait.
    const isNext = database.head.get(headId).then((head) => {
      if ((head?.revision ?? 0) !== seq - 1) throw new ConflictError([headId])
    })
    const own = Array.from(
      Map.groupBy(writes, ({ table }) => table),
      async ([table, group]) => {
        const { removed, rows } = lastOf(group)
        if (removed.length > 0) await database.table(table).bulkDelete(removed)
        if (rows.length > 0) await database.table<Row>(table).bulkPut(rows)
      },
    )
    const beside = local.map(async (write) => {
      if ('put' in write) await database.table(write.table).put(write.put)
      else await database.table(write.table).delete(write.remove)
    })
    await Promise.all([isNext, ...own, ...beside])
  })
}
