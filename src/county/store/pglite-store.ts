import { PGlite } from '@electric-sql/pglite'
import { schemaStatements } from './schema.ts'
import type { Parameter, Queries, Store } from './store.ts'
import { StoreError } from './store-error.ts'
import { foundStore } from './stored-version.ts'

/**
 * Opens or makes the store in a folder (Node), in `idb://name` (browser) or in `memory://`. What another version of this program left
 * there is emptied where it can be made anew from the vault's files; else the place is refused with a `StoreError` STORE_VERSION.
 */
export async function openPgliteStore(
  dataDir: string,
  ofAnotherVersion: 'is refused' | 'is emptied' = 'is refused',
): Promise<Store> {
  const database = await PGlite.create(dataDir)
  const found = await foundStore(queriesOn(database))
  if (found === 'other version') {
    if (ofAnotherVersion === 'is refused') {
      await database.close()
      throw new StoreError('STORE_VERSION')
    }
    await database.exec('drop schema public cascade; create schema public')
  }
  if (found !== 'ours')
    await database.transaction((transaction) => transaction.exec(schemaStatements.join(';')))
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
