import { sha256Hex } from '../../exchange/sha256.ts'
import type { StoreTable } from '../store/schema.ts'
import type { Parameter, Queries } from '../store/store.ts'

/** One table's rows of one desk, as counted and hashed on one side. */
export interface MovedTable {
  table: string
  rows: number
  /** Over all rows in the order of their key. */
  sha256: string
}

export type Row = Record<string, unknown>

/** Rows are fetched and written in portions, so that a city's year does not have to fit into memory. */
const portionOf = ({ columns }: StoreTable): number =>
  Object.values(columns).some((type) => type.startsWith('bytea')) ? 100 : 2_000

/** All rows of a desk in one table, in the order of their primary key, portion by portion. */
export async function* rowsOf(queries: Queries, table: StoreTable, county: string): AsyncGenerator<Row[]> {
  const [, ...key] = table.keys[0] ?? []
  const columns = Object.keys(table.columns)
  const portion = portionOf(table)
  let last: Parameter[] = []
  while (true) {
    const rows: Row[] = await queries.query<Row>(
      `select ${columns} from ${table.name} where county = $1${last.length > 0 ? ` and ${isAfter(key, 2)}` : ''}
       order by ${key} limit ${portion}`,
      [county, ...last],
    )
    if (rows.length > 0) yield rows
    if (rows.length < portion) return
    const end: Row = rows.at(-1) ?? {}
    last = key.map((column) => end[column] as Parameter)
  }
}

/** `(a, b) > ($2, $3)` in words that a coordinator can hand on to a shard. */
const isAfter = ([column = '', ...others]: readonly string[], place: number): string =>
  others.length === 0
    ? `${column} > $${place}`
    : `${column} >= $${place} and (${column} > $${place} or (${isAfter(others, place + 1)}))`

/** A hash that goes on from portion to portion. */
export const digestOf = async (before: string, table: StoreTable, rows: readonly Row[]): Promise<string> => {
  const lines = await Promise.all(rows.map((row) => lineOf(table, row)))
  return sha256Hex([before, ...lines].join('\n'))
}

const lineOf = async (table: StoreTable, row: Row): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      Object.keys(table.columns).map(async (column) => {
        const value = row[column]
        return value instanceof Uint8Array ? { bytes: await sha256Hex(value) } : value
      }),
    ),
  )

/** Counts and hashes what a desk has in a table. */
export const tableDigest = async (
  queries: Queries,
  table: StoreTable,
  county: string,
): Promise<MovedTable> => {
  let [rows, sha256] = [0, '']
  for await (const some of rowsOf(queries, table, county)) {
    rows += some.length
    sha256 = await digestOf(sha256, table, some)
  }
  return { table: table.name, rows, sha256 }
}
