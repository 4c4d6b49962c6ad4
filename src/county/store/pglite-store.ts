import { PGlite } from '@electric-sql/pglite'
import { schema, schemaVersion } from './schema.ts'
import type { Parameter, Queries, Store } from './store.ts'

/**
 * Opens or makes the store in a folder (Node), in `idb://name` (browser) or in `memory://`. What an earlier version of this program
 * left there is emptied: it is made anew from the files.
 */
export async function openPgliteStore(dataDir: string): Promise<Store> {
  const database = await PGlite.create(dataDir)
  if (await isOfAnotherVersion(database))
    await database.exec('drop schema public cascade; create schema public')
  await database.exec(schema)
  return {
    ...queriesOn(database),
    transaction: (work) => database.transaction((transaction) => work(queriesOn(transaction))),
    close: () => database.close(),
  }
}

const isOfAnotherVersion = async (database: PGlite): Promise<boolean> => {
  const [tables] = (
    await database.query<{ any: boolean; versioned: boolean }>(
      `select to_regclass('packages') is not null as any, to_regclass('store_version') is not null as versioned`,
    )
  ).rows
  if (!tables?.versioned) return tables?.any ?? false
  const { rows } = await database.query('select from store_version where version = $1', [schemaVersion])
  return rows.length === 0
}

const queriesOn = (connection: Pick<PGlite, 'query'>): Queries => ({
  async query<Row>(statement: string, parameters: readonly Parameter[] = []) {
    return (await connection.query<Row>(statement, [...parameters])).rows
  },
})
