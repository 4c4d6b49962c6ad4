import { gridSize } from '../../statistics/axis.ts'
import { foldInto } from '../../statistics/fold.ts'
import { dimensionsOf, type ReleasePlan, tableOf } from '../../statistics/release-plan.ts'
import type { Totals, TotalsOf } from '../figures/totals.ts'
import type { Queries } from '../store/store.ts'

/** A table added up over the merged packages of the counties below. */
export interface MergedTotals {
  /** Sums in the table's grid order of what was told; nothing stands in for what is withheld. */
  cells: number[]
  /** For each cell, how many rooms withhold it, at least: counties tell it in bands. */
  withheld: number[]
  /** How many rooms' counts the merges added up, those that are withheld included. */
  rooms: number
  /** How many counties told the table. */
  merges: number
  /** No true sum is further than this from the sum of the rounded counts, what is withheld apart. */
  errorBound: number
}

/**
 * Adds a table up over all merges of one period. Where larger rooms publish a finer table in its stead, that is folded into it.
 * Null when the plan has no such table.
 */
export async function mergedTotals(
  queries: Queries,
  plan: ReleasePlan,
  { county, planSha256, table: asked, period }: TotalsOf,
): Promise<MergedTotals | null> {
  const table = tableOf(plan, asked)
  if (!table) return null
  const zeros = (): number[] => Array.from({ length: gridSize(plan, table) }, () => 0)
  const sum: MergedTotals = { cells: zeros(), withheld: zeros(), rooms: 0, merges: 0, errorBound: 0 }
  const bounds = zeros()
  const told = new Set<string>()
  for (const source of plan.tables.filter(
    ({ id, replaces }) => id === table.id || replaces.includes(table.id),
  )) {
    const fold =
      source === table
        ? bounds.map((_, place) => place)
        : (foldInto(dimensionsOf(plan, source), dimensionsOf(plan, table)) ?? [])
    const rows = await queries.query<MergedRow>(
      `select unit, rooms::integer as rooms, cells, withheld from merged_counts
       where county = $1 and period = $2 and table_id = $3 and plan = $4`,
      [county, period, source.id, planSha256],
    )
    for (const { unit, rooms, cells, withheld } of rows) {
      told.add(unit)
      sum.rooms += rooms
      for (const [cell, count] of cells.entries()) {
        const place = fold[cell] ?? 0
        sum.cells[place] = (sum.cells[place] ?? 0) + (count ?? 0)
        sum.withheld[place] = (sum.withheld[place] ?? 0) + (withheld?.[cell] ?? 0)
        bounds[place] = (bounds[place] ?? 0) + (source.class === 'A' ? source.base - 1 : 0) * rooms
      }
    }
  }
  return { ...sum, merges: told.size, errorBound: Math.max(...bounds) }
}

/** The rooms that report here directly, and those of counties whose merges are here, as one. */
export const withMerged = (own: Totals, merged: MergedTotals): Totals => {
  const plus = (a: readonly number[], b: readonly number[]) => a.map((count, cell) => count + (b[cell] ?? 0))
  return {
    cells: plus(own.cells, merged.cells),
    withheld: plus(own.withheld, merged.withheld),
    units: own.units + merged.rooms,
    errorBound: own.errorBound + merged.errorBound,
  }
}

interface MergedRow {
  unit: string
  rooms: number
  cells: (number | null)[]
  withheld: number[] | null
}
