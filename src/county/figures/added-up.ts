import type { FigurePeriod } from '../../statistics/figure-period.ts'
import type { Queries } from '../store/store.ts'
import { Parameters } from './parameters.ts'
import type { FigureLevel, Within } from './room-places.ts'
import { reportsOf, slotsOf } from './slots.ts'
import type { TableFamily } from './table-family.ts'

/** One cell of one table of the family, added up over a period and over all rooms, or of one room. */
export interface AddedUp {
  /** The room; null where all rooms are added up. */
  room: string | null
  period: FigurePeriod
  table: string
  place: number
  total: number
  /** How many counts were added. */
  shown: number
  /** How many rooms withhold a count of it. */
  withheld: number
}

export interface AskedSums {
  county: string
  planSha256: string
  periods: readonly FigurePeriod[]
  level: FigureLevel
  within: Within | null
}

/**
 * Adds the cells of a family up by period, all in one query: over all rooms where the whole desk is asked for, else room by room, for
 * where a room belongs is known outside. (To join the list of units here would leave it to each engine's guess of their number how: wrong
 * once, every room would be compared with every other.)
 */
export function addUp(
  queries: Queries,
  { table, sources }: TableFamily,
  { county, planSha256, periods, level, within }: AskedSums,
): Promise<AddedUp[]> {
  const parameters = new Parameters()
  const parts = periods.flatMap((period) =>
    slotsOf(table, period).flatMap((slot) =>
      reportsOf(slot).map((report) => ({ report, period, quarter: slot.quarter ?? '' })),
    ),
  )
  const desk = parameters.add(county)
  const plan = parameters.add(planSha256)
  const places = sources
    .map(
      (source) =>
        `when ${parameters.add(source.table.id)} then ${parameters.add(source.places, 'integer[]')}`,
    )
    .join(' ')
  const spans = parameters.rows(parts.map(({ report, period, quarter }) => [report, period, quarter]))
  const reports = parameters.list([...new Set(parts.map(({ report }) => report))])
  const tables = parameters.list(sources.map(({ table: { id } }) => id))
  const room = level === 'desk' && within === null ? 'null::text' : 'counts.unit'
  const inside =
    within?.level === 'room' && within.code !== null ? `and counts.unit = ${parameters.add(within.code)}` : ''
  const byQuarter = (): string =>
    parameters.list(
      sources.filter((source) => source.table.period === 'quarter').map((source) => source.table.id),
    )
  // A room that sent the quarter's table is not counted by its months as well.
  const onceOnly =
    table.period === 'quarter' && sources.some((source) => source.table.period === 'month')
      ? `and (spans.report = spans.quarter or not exists (
           select from counts as whole
           where whole.county = ${desk} and whole.plan = ${plan} and whole.unit = counts.unit
             and whole.period = spans.quarter and whole.table_id in (${byQuarter()})))`
      : ''
  return queries.query<AddedUp>(
    `select ${room} as room, spans.period, counts.table_id as table, grid.place,
            coalesce(sum(grid.n), 0)::float8 as total, count(grid.n)::integer as shown,
            ${table.class === 'S' ? 'count(distinct counts.unit) filter (where grid.n is null)' : '0'}::integer as withheld
     from (values ${spans}) as spans (report, period, quarter)
     join counts on counts.period = spans.report
     cross join lateral unnest(counts.cells, case counts.table_id ${places} end) as grid (n, place)
     where counts.county = ${desk} and counts.plan = ${plan} and counts.period in (${reports})
       and counts.table_id in (${tables}) and grid.place is not null ${onceOnly} ${inside}
     group by 1, 2, 3, 4`,
    parameters.values,
  )
}
