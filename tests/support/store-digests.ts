import { type MovedTable, tableDigest } from '../../src/county/move/table-digest.ts'
import { storeTables } from '../../src/county/store/schema.ts'
import type { Queries } from '../../src/county/store/store.ts'

/** Rows and hash of everything a desk has, the same on every engine. */
export const digests = async (queries: Queries, county: string): Promise<MovedTable[]> => {
  const found: MovedTable[] = []
  for (const table of storeTables) found.push(await tableDigest(queries, table, county))
  return found
}
