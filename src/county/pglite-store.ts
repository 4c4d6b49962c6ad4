import { PGlite } from '@electric-sql/pglite'
import { schema } from './schema.ts'
import type { Parameter, Queries, Store } from './store.ts'

/** Opens or makes the store in a folder (Node), in `idb://name` (browser) or in `memory://`. */
export async function openPgliteStore(dataDir: string): Promise<Store> {
  const database = await PGlite.create(dataDir)
  await database.exec(schema)
  return {
    ...queriesOn(database),
    transaction: (work) => database.transaction((transaction) => work(queriesOn(transaction))),
    close: () => database.close(),
  }
}

const queriesOn = (connection: Pick<PGlite, 'query'>): Queries => ({
  async query<Row>(statement: string, parameters: readonly Parameter[] = []) {
    return (await connection.query<Row>(statement, [...parameters])).rows
  },
})
