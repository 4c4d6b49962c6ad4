import type { FigurePeriod } from '../../statistics/figure-period.ts'
import type { ReleasePlan } from '../../statistics/release-plan.ts'
import type { Queries } from '../store/store.ts'
import { figures, roomsIn } from './figures.ts'

/** A table added up over the units that reported it. */
export interface Totals {
  /** Sums in the table's grid order, of the counts that were shown: nothing stands in for what a room withholds. */
  cells: number[]
  /** For each cell, how many units withhold their count of it. */
  withheld: number[]
  /** How many units reported, all of the period or a part. */
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
  period: FigurePeriod
}

/**
 * A whole table added up over all units of a desk for one period. Null when the plan has no such table, or none for such a period:
 * `figures` says why.
 */
export async function totals(queries: Queries, plan: ReleasePlan, asked: TotalsOf): Promise<Totals | null> {
  const by = plan.tables.find(({ id }) => id === asked.table)?.dims ?? []
  const found = await figures(queries, plan, { ...asked, periods: [asked.period], level: 'desk', by })
  if (!found.ok) return null
  const [figure] = found.value.figures
  const size = found.value.axes.reduce((cells, { codes }) => cells * codes.length, 1)
  const { sums, withheld, bounds } = figure ?? noneOf(size)
  return {
    cells: sums,
    withheld,
    units: figure ? roomsIn(figure) : 0,
    errorBound: Math.max(...bounds),
  }
}

const noneOf = (size: number) => {
  const zeros = Array.from({ length: size }, () => 0)
  return { sums: zeros, withheld: zeros, bounds: zeros }
}
