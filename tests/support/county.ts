import { importPackage } from '../../src/county/packages/import-package.ts'
import type { Judgement } from '../../src/county/packages/judge-package.ts'
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
  const tables = ['units', 'packages', 'counts'].map((table) =>
    queries.query<{ line: string }>(`select t::text as line from ${table} t order by line`),
  )
  return sha256Hex(JSON.stringify(await Promise.all(tables)))
}

export const emptyStore = async (queries: Queries): Promise<void> => {
  for (const table of ['counts', 'packages', 'units']) await queries.query(`delete from ${table}`)
}
