import { Client, Pool, type PoolClient } from 'pg'
import { schemaStatements } from '../county/store/schema.ts'
import type { Parameter, Queries, Store } from '../county/store/store.ts'
import { StoreError } from '../county/store/store-error.ts'
import { foundStore } from '../county/store/stored-version.ts'
import { connectionSettings } from './connection-settings.ts'
import { storeErrorOf } from './store-error-of.ts'
import { typesAsInPglite } from './types-as-in-pglite.ts'

/** Changes wait for one another, as they do in PGlite: two importers of one package see each other's work. */
const oneAtATime = 'select pg_advisory_xact_lock(1097758051, 1)'

/**
 * Opens the store in a database of PostgreSQL's family, or makes it there when the database has none. Everything that goes wrong, now
 * and later, is a `StoreError` that says nothing of the address, the user or the password.
 */
export async function openPostgresStore(connectionString: string): Promise<Store> {
  const pool = poolFor(connectionString)
  // Lost connections show where they are used next; without listeners each would end the program and print its error.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const store: Store = {
    query: (statement, parameters) => using(pool, (client) => queriesOn(client).query(statement, parameters)),
    transaction: (work) => using(pool, (client) => inTransaction(client, work)),
    close: () => pool.end(),
  }
  try {
    await makeOrRecognise(store)
    return store
  } catch (problem) {
    await pool.end()
    throw problem
  }
}

const poolFor = (connectionString: string): Pool => {
  const settings = connectionSettings(connectionString)
  try {
    // Reads the whole address and the certificates that it names; nothing is connected yet.
    new Client(settings)
    return new Pool(settings)
  } catch {
    throw new StoreError('STORE_ADDRESS_INVALID')
  }
}

const makeOrRecognise = async (store: Store): Promise<void> => {
  const found = await foundStore(store)
  if (found === 'ours') return
  if (found === 'other version') throw new StoreError('STORE_VERSION')
  await store.transaction(async (queries) => {
    // Somebody else may have made it meanwhile.
    if ((await foundStore(queries)) !== 'none') return
    for (const statement of schemaStatements) await queries.query(statement)
  })
  if ((await foundStore(store)) !== 'ours') throw new StoreError('STORE_VERSION')
}

const using = async <Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> => {
  const client = await pool.connect().catch((problem: unknown) => {
    throw storeErrorOf(problem)
  })
  let fit = false
  try {
    const result = await work(client)
    fit = true
    return result
  } catch (problem) {
    fit = !(problem instanceof StoreError) || problem.code === 'STORE_FAILED'
    throw problem
  } finally {
    client.release(!fit)
  }
}

const inTransaction = async <Result>(
  client: PoolClient,
  work: (queries: Queries) => Promise<Result>,
): Promise<Result> => {
  await run(client, 'begin')
  let result: Result
  try {
    await run(client, oneAtATime)
    result = await work(queriesOn(client))
  } catch (problem) {
    // A connection that is gone has undone it already.
    await run(client, 'rollback').catch(() => undefined)
    throw problem
  }
  const { command } = await run(client, 'commit').catch((problem: StoreError) => {
    throw problem.code === 'STORE_UNREACHABLE'
      ? new StoreError('STORE_BROKEN_OFF', problem.sqlState)
      : problem
  })
  // What failed within was passed over by `work`: the server has undone everything.
  if (command === 'ROLLBACK') throw new StoreError('STORE_FAILED')
  return result
}

/** Takes statements one after the other, however they are asked. */
const queriesOn = (client: PoolClient): Queries => {
  let before: Promise<unknown> = Promise.resolve()
  return {
    query<Row>(statement: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
      const now = before.then(async () => (await run(client, statement, parameters)).rows as Row[])
      before = now.catch(() => undefined)
      return now
    },
  }
}

const run = async (client: PoolClient, text: string, parameters: readonly Parameter[] = []) => {
  try {
    // The extended protocol takes one statement at a time.
    const asked = { text, values: [...parameters], queryMode: 'extended', types: typesAsInPglite }
    return await client.query(asked)
  } catch (problem) {
    throw storeErrorOf(problem)
  }
}
