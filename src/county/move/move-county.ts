import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { type StoreTable, storeTables } from '../store/schema.ts'
import type { Parameter, Queries, Store } from '../store/store.ts'
import { summedCounts } from './summed-counts.ts'
import { digestOf, type MovedTable, type Row, rowsOf, tableDigest } from './table-digest.ts'

/** What arrived is not what was sent; the target is as it was before. */
class MoveError extends Error {
  readonly code = 'MOVE_NOT_VERIFIED'

  constructor(table: string) {
    super(`MOVE_NOT_VERIFIED: ${table}`)
    this.name = 'MoveError'
  }
}

/** What stands in both stores now. */
export interface Moved {
  tables: MovedTable[]
  /** Sums of a published table over all rooms for one period, which both engines worked out alike. */
  sums: number
}

/**
 * Copies all rows of one desk into another store and verifies them there: rows and hash of each table, and the sums of every published
 * table and period by either engine. It is one transaction at the target; the source is never changed, and keeps what it has. Refused
 * with MOVE_SOURCE_EMPTY or MOVE_TARGET_NOT_EMPTY; throws an error with the code MOVE_NOT_VERIFIED, and whatever the stores throw.
 */
export async function moveCounty(from: Store, to: Store, county: string): Promise<Outcome<Moved>> {
  if (!(await hasRows(from, county))) return refused('MOVE_SOURCE_EMPTY')
  // Asked before any transaction: where both are one store, the second would wait for the first for ever.
  if (await hasRows(to, county)) return refused('MOVE_TARGET_NOT_EMPTY')
  // The source's ends first, so that nothing is kept before everything was read and compared.
  return to.transaction((target) =>
    from.transaction(async (source) => {
      if (await hasRows(target, county)) return refused('MOVE_TARGET_NOT_EMPTY')
      const tables: MovedTable[] = []
      for (const table of storeTables) tables.push(await moveTable(source, target, table, county))
      const sums = await summedCounts(source, county)
      if (JSON.stringify(sums) !== JSON.stringify(await summedCounts(target, county)))
        throw new MoveError('counts')
      return done({ tables, sums: sums.length })
    }),
  )
}

const hasRows = async (queries: Queries, county: string): Promise<boolean> => {
  for (const { name } of storeTables) {
    const rows = await queries.query(`select county from ${name} where county = $1 limit 1`, [county])
    if (rows.length > 0) return true
  }
  return false
}

const moveTable = async (
  source: Queries,
  target: Queries,
  table: StoreTable,
  county: string,
): Promise<MovedTable> => {
  let [rows, sha256] = [0, '']
  for await (const some of rowsOf(source, table, county)) {
    rows += some.length
    sha256 = await digestOf(sha256, table, some)
    await insertRows(target, table, some)
  }
  const arrived = await tableDigest(target, table, county)
  if (arrived.rows !== rows || arrived.sha256 !== sha256) throw new MoveError(table.name)
  return arrived
}

const insertRows = async (target: Queries, table: StoreTable, rows: readonly Row[]): Promise<void> => {
  const columns = Object.keys(table.columns)
  const lines = rows.map(
    (_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`)})`,
  )
  const values = rows.flatMap((row) => columns.map((column) => row[column] as Parameter))
  await target.query(`insert into ${table.name} (${columns}) values ${lines}`, values)
}
