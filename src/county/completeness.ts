import type { Queries } from './store.ts'
import type { Unit } from './units.ts'

/** What has come from one unit. */
export interface UnitReports extends Unit {
  /** Periods reported, in order. */
  periods: string[]
}

/** Who has reported which periods: every unit entered, also those that never reported. */
export const completeness = (queries: Queries, county: string): Promise<UnitReports[]> =>
  queries.query<UnitReports>(
    `select unit, name,
            coalesce(array_agg(period order by period) filter (where period is not null), '{}') as periods
     from units left join packages using (county, unit)
     where county = $1
     group by unit, name
     order by unit`,
    [county],
  )
