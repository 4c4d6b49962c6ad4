import { importPackage } from '../../src/county/packages/import-package.ts'
import type { Judgement } from '../../src/county/packages/judge-package.ts'
import { storeTables } from '../../src/county/store/schema.ts'
import type { Queries, Store } from '../../src/county/store/store.ts'
import { type PackageDesk, readPackage } from '../../src/exchange/read-package.ts'
import { sha256Hex } from '../../src/exchange/sha256.ts'

/** A file as it arrives at the county: the reader's refusal, or what became of it. */
export const receive = async (
  store: Store,
  bytes: Uint8Array,
  desk: PackageDesk,
): Promise<Judgement | { decision: 'unread'; code: string }> => {
  const read = await readPackage(bytes, desk)
  return read.ok
    ? importPackage(store, read.value, desk.today)
    : { decision: 'unread', code: read.refusal.code }
}

/** A hash over everything the store holds. */
export const contentHash = async (queries: Queries): Promise<string> => {
  const tables = storeTables.map(({ name }) =>
    queries.query<{ line: string }>(`select t::text as line from ${name} t order by line`),
  )
  return sha256Hex(JSON.stringify(await Promise.all(tables)))
}

export const emptyStore = async (queries: Queries): Promise<void> => {
  for (const { name } of storeTables) await queries.query(`delete from ${name}`)
}

/** A store whose n-th call fails: a statement, the end of a transaction, or the answer after it. */
export const failingStore = (store: Store, nth: number): { store: Store; reached: () => boolean } => {
  let calls = 0
  const call = () => {
    calls += 1
    if (calls === nth) throw new Error('disk gone')
  }
  const failing = ({ query }: Queries): Queries => ({
    query(statement, parameters) {
      call()
      return query(statement, parameters)
    },
  })
  return {
    reached: () => calls >= nth,
    store: {
      ...failing(store),
      close: () => store.close(),
      async transaction(work) {
        const result = await store.transaction(async (queries) => {
          const given = await work(failing(queries))
          call()
          return given
        })
        call()
        return result
      },
    },
  }
}
