import { VaultError } from '../errors.ts'
import type { VaultDatabase } from './database.ts'
import { rowsOf } from './every-row.ts'
import type { Head } from './head.ts'
import { noRows, type RowSum, type RowSumKey, rowHash, shifted } from './row-sum.ts'
import { isUnreadable } from './unreadable.ts'

/** What there is of one table, and what there should be; `found` is null where the browser cannot give its rows. */
export interface TableCount {
  table: string
  expected: RowSum
  found: RowSum | null
}

/** Whether every row is there, unchanged and alone; each table with what was found. */
export interface Completeness {
  complete: boolean
  tables: TableCount[]
}

export const isRead = ({ found }: TableCount): boolean => found !== null

export const fits = ({ expected, found }: TableCount): boolean =>
  found !== null && expected.count === found.count && expected.sum === found.sum

/** What was found of a table, by its name. Throws UNREADABLE for a table whose rows the browser does not give. */
export const sumRead = ({ table, found }: TableCount): [string, RowSum] => {
  if (found === null) throw new VaultError('UNREADABLE', { at: table })
  return [table, found]
}

/** What the last commit left of a table. */
export const expectedOf = ({ tables }: Head, table: string): RowSum => tables[table] ?? noRows

/** Sums up the rows of a table. */
export const sumOf = async (database: VaultDatabase, table: string, key: RowSumKey): Promise<RowSum> => {
  let sum = noRows
  for await (const rows of rowsOf(database, table))
    sum = shifted(
      sum,
      rows.map((row) => rowHash(key, table, row)),
      [],
    )
  return sum
}

/**
 * The same; null where the rows cannot be read, asked twice, for a browser may only be busy. Rejects when the database is shut
 * meanwhile.
 */
const sumFound = async (
  database: VaultDatabase,
  table: string,
  key: RowSumKey,
  tries = 2,
): Promise<RowSum | null> => {
  try {
    return await sumOf(database, table, key)
  } catch (problem) {
    if (!database.isOpen() || !isUnreadable(problem)) throw problem
    return tries > 1 ? sumFound(database, table, key, tries - 1) : null
  }
}

/** Counts every row and compares with what the last commit left. */
export const compareWithHead = async (
  database: VaultDatabase,
  head: Head,
  key: RowSumKey,
): Promise<Completeness> => {
  const tables: TableCount[] = []
  for (const table of database.kept)
    tables.push({
      table,
      expected: expectedOf(head, table),
      found: await sumFound(database, table, key),
    })
  return { complete: tables.every(fits), tables }
}
