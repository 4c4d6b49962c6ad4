import { gridSize } from '../../statistics/axis.ts'
import { foldInto } from '../../statistics/fold.ts'
import { dimensionsOf, type PlannedTable, type ReleasePlan, tableOf } from '../../statistics/release-plan.ts'
import type { Queries } from '../store/store.ts'

/** A table added up over the units that reported it. */
export interface Totals {
  /** Sums in the table's grid order, of the counts that were shown: nothing stands in for what a room withholds. */
  cells: number[]
  /** For each cell, how many units withhold their count of it. */
  withheld: number[]
  /** How many units reported. */
  units: number
  /** No true sum is further than this from the sum of the rounded counts, what is withheld apart. */
  errorBound: number
}

/** Which figure is asked for. */
export interface TotalsOf {
  county: string
  /** SHA-256 of the plan: only counts made by it have its grid. */
  planSha256: string
  table: string
  period: string
}

/**
 * Adds a table up over all units of a county for one period. Larger rooms publish a finer table in its stead: their
 * counts are folded into it. Null when the plan has no such table.
 */
export async function totals(queries: Queries, plan: ReleasePlan, asked: TotalsOf): Promise<Totals | null> {
  const table = tableOf(plan, asked.table)
  if (!table) return null
  const size = gridSize(plan, table)
  const zeros = (): number[] => Array.from({ length: size }, () => 0)
  const sum: Totals = { cells: zeros(), withheld: zeros(), units: 0, errorBound: 0 }
  const bounds = zeros()
  for (const source of plan.tables.filter(
    ({ id, replaces }) => id === table.id || replaces.includes(table.id),
  )) {
    // A table of class S is added up as it is, totals and all.
    const fold =
      source === table
        ? bounds.map((_, place) => place)
        : (foldInto(dimensionsOf(plan, source), dimensionsOf(plan, table)) ?? [])
    const rows = await addUp(queries, source, asked)
    for (const { cell, total, withheld, units } of rows) {
      const place = fold[cell - 1] ?? 0
      sum.cells[place] = (sum.cells[place] ?? 0) + total
      sum.withheld[place] = (sum.withheld[place] ?? 0) + withheld
      bounds[place] = (bounds[place] ?? 0) + (source.class === 'A' ? source.base - 1 : 0) * units
    }
    sum.units += rows[0]?.units ?? 0
  }
  return { ...sum, errorBound: Math.max(...bounds) }
}

const addUp = (queries: Queries, { id }: PlannedTable, { county, planSha256, period }: TotalsOf) =>
  queries.query<{ cell: number; total: number; withheld: number; units: number }>(
    `select place::integer as cell, coalesce(sum(n), 0)::float8 as total,
            count(*) filter (where n is null)::integer as withheld, count(*)::integer as units
     from counts cross join lateral unnest(cells) with ordinality as grid (n, place)
     where county = $1 and period = $2 and table_id = $3 and plan = $4
     group by place
     order by place`,
    [county, period, id, planSha256],
  )
