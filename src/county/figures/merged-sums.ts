import type { FigurePeriod } from '../../statistics/figure-period.ts'
import { periodKindOf } from '../../statistics/period.ts'
import type { Queries } from '../store/store.ts'
import type { AskedSums } from './added-up.ts'
import { Parameters } from './parameters.ts'
import { reportsOf, slotsOf } from './slots.ts'
import type { TableFamily } from './table-family.ts'

/** One table of a merged package of a county below: the sums of its rooms. */
export interface MergedSum {
  /** The county that passed it on. */
  unit: string
  period: FigurePeriod
  /** The month or quarter that was passed on. */
  report: string
  table: string
  rooms: number
  /** Null for what is not told. */
  cells: (number | null)[]
  /** For each cell, how many rooms withhold it, at least; null when none does. */
  withheld: number[] | null
}

/** What the counties below passed on of a family, in one query; none for townships and rooms, which nobody passes on. */
export async function mergedSums(
  queries: Queries,
  { table, sources }: TableFamily,
  { county, planSha256, periods, level, within }: AskedSums,
): Promise<MergedSum[]> {
  if (within !== null || (level !== 'desk' && level !== 'county')) return []
  const parameters = new Parameters()
  const parts = periods.flatMap((period) =>
    slotsOf(table, period).flatMap((slot) => reportsOf(slot).map((report) => [report, period])),
  )
  return queries.query<MergedSum>(
    `select merged.unit, spans.period, spans.report, merged.table_id as table, merged.rooms::integer as rooms,
            merged.cells, merged.withheld
     from (values ${parameters.rows(parts)}) as spans (report, period)
     join merged_counts as merged on merged.period = spans.report
     where merged.county = ${parameters.add(county)} and merged.plan = ${parameters.add(planSha256)}
       and merged.table_id in (${parameters.list(sources.map((source) => source.table.id))})`,
    parameters.values,
  )
}

/**
 * How many rooms stand behind what one county passed on of one period: in a month those of every table together, in a quarter the small
 * rooms of it and the larger ones of its fullest month, in a year those of its fullest quarter and month.
 */
export function roomsMerged(sums: readonly MergedSum[]): number {
  const byReport = new Map<string, number>()
  for (const { report, rooms } of sums) byReport.set(report, (byReport.get(report) ?? 0) + rooms)
  const most = (kind: 'month' | 'quarter'): number =>
    Math.max(0, ...[...byReport].map(([report, rooms]) => (periodKindOf(report) === kind ? rooms : 0)))
  return most('month') + most('quarter')
}
