import type { Fact } from '../../../src/statistics/fact.ts'
import { monthsOf } from '../../../src/statistics/period.ts'
import type { Dimension, PlannedTable } from '../../../src/statistics/release-plan.ts'
import type { SqlDatabase } from '../sql-database.ts'

const columns = [
  'kind',
  'month',
  'person',
  'sex',
  'ageBand',
  'place',
  'category',
  'detail',
  'amount',
] as const satisfies (keyof Fact)[]

export const fillFacts = (database: SqlDatabase, facts: readonly Fact[]): void => {
  database.exec(`CREATE TABLE facts (${columns.join(', ')})`)
  const insert = database.prepare(`INSERT INTO facts VALUES (${columns.map(() => '?').join(', ')})`)
  database.transaction(() => {
    for (const fact of facts) insert.run(...columns.map((column) => fact[column]))
  })()
  database.exec('CREATE INDEX facts_counted ON facts (kind, month)')
  database.exec('ANALYZE')
}

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')

/**
 * A table's inner cells as SQL would count them: without its totals, without the persons behind a cell and without who they are,
 * which ours has besides. Of a person the newest row, as SQLite gives it beside `max(month)`.
 */
const queryOf = (table: PlannedTable, dims: readonly Dimension[], period: string): string => {
  const months = monthsOf(period)
  const first = table.stock ? `${period.slice(0, 4)}-01` : months[0]
  const fields = dims.flatMap(({ from }) => from)
  const where = `kind IN (${quoted(table.counts)}) AND month BETWEEN '${first}' AND '${months.at(-1)}'`
  const only = table.only === null ? '' : ` category IN (${quoted(table.only)})`
  const rows =
    table.unit === 'person'
      ? `(SELECT sex, ageBand, place, category, detail, max(month) FROM facts
          WHERE ${where} AND person IS NOT NULL GROUP BY person)${only && ` WHERE${only}`}`
      : `facts WHERE ${where}${only && ` AND${only}`}`
  const count = table.measure === 'amount' ? 'sum(amount)' : 'count(*)'
  const group = fields.length === 0 ? '' : ` GROUP BY ${fields.join(', ')}`
  return `SELECT ${[...fields, `${count} AS n`].join(', ')} FROM ${rows}${group}`
}

const isCount = (row: unknown): row is { n: number | null } =>
  typeof row === 'object' && row !== null && 'n' in row

/** Gives what counts the tables by GROUP BY, and each table's sum. */
export const grouping = (
  database: SqlDatabase,
  tables: readonly { table: PlannedTable; dims: readonly Dimension[] }[],
  period: string,
): (() => number[]) => {
  const prepared = tables.map(({ table, dims }) => database.prepare(queryOf(table, dims, period)))
  return () =>
    prepared.map((statement) =>
      statement.all().reduce<number>((sum, row) => sum + (isCount(row) ? (row.n ?? 0) : 0), 0),
    )
}
