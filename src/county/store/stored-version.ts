import { schemaVersion, storeTables } from './schema.ts'
import type { Queries } from './store.ts'

/** What is found in a place that is opened as a store. */
export type FoundStore = 'none' | 'ours' | 'other version'

/** Tells an empty database, a store of this version, and anything else. */
export async function foundStore({ query }: Queries): Promise<FoundStore> {
  // Looked up as rows, which are never those of before a wait, as names can be.
  const found = await query<{ name: string }>(
    `select relname::text as name from pg_class
     where relname::text = any($1::text[]) and relkind in ('r', 'p', 'f', 'v', 'm') and pg_table_is_visible(oid)`,
    [['store_version', ...storeTables.map(({ name }) => name)]],
  )
  if (found.length === 0) return 'none'
  if (!found.some(({ name }) => name === 'store_version')) return 'other version'
  const versions = await query<{ version: number }>('select version from store_version')
  return versions.length === 1 && versions[0]?.version === schemaVersion ? 'ours' : 'other version'
}
