import type { PackagePayload } from '../../exchange/package-payload.ts'

/** So many times more than the last time is worth asking about. */
const unusualRise = 100

/** What the shown counts of a package's tables add up to, by the table's id. */
export type TableTotals = ReadonlyMap<string, number>

export const tableTotals = ({ tables }: Pick<PackagePayload, 'tables'>): TableTotals =>
  new Map(tables.map(({ id, cells }) => [id, cells.reduce<number>((sum, count) => sum + (count ?? 0), 0)]))

/** Tables whose counts add up to a hundred times what the same unit reported for the period before, or more. */
export const unusualTables = (before: TableTotals, now: TableTotals): string[] =>
  [...now].flatMap(([id, total]) => {
    const earlier = before.get(id)
    return earlier !== undefined && total >= unusualRise * Math.max(earlier, 1) ? [id] : []
  })
