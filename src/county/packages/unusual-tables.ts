import type { PackagePayload } from '../../exchange/package-payload.ts'

/** So many times more than the last time is worth asking about. */
const unusualRise = 100

/** What a table of a package tells in short. */
export interface TableTotal {
  /** The sum of all counts that are shown; of a table with totals among its cells they are in it. */
  sum: number
  /** The first cell, which is the grand total where a table holds totals; null when it is withheld. */
  first: number | null
}

/** By the table's id. */
export type TableTotals = ReadonlyMap<string, TableTotal>

export const tableTotals = ({ tables }: Pick<PackagePayload, 'tables'>): TableTotals =>
  new Map(
    tables.map(({ id, cells }) => [
      id,
      { sum: cells.reduce<number>((sum, count) => sum + (count ?? 0), 0), first: cells[0] ?? null },
    ]),
  )

/** Tables whose counts add up to a hundred times what the same unit reported for the period before, or more. */
export const unusualTables = (before: TableTotals, now: TableTotals): string[] =>
  [...now].flatMap(([id, { sum }]) => {
    const earlier = before.get(id)
    return earlier !== undefined && sum >= unusualRise * Math.max(earlier.sum, 1) ? [id] : []
  })
