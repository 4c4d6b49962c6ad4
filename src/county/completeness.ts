import type { Queries } from './store.ts'
import type { Unit } from './units.ts'

/** What has come from one unit. */
export interface UnitReports extends Unit {
  /** Periods reported, in order. */
  periods: string[]
  /** How many packages are missing in the unit's chain before the last one that came. */
  missing: number
}

/** Who has reported which periods: every unit entered, also those that never reported. */
export const completeness = (queries: Queries, county: string): Promise<UnitReports[]> =>
  queries.query<UnitReports>(
    `select unit, name,
            coalesce(array_agg(period order by period) filter (where period is not null), '{}') as periods,
            coalesce(max(seq) - count(seq), 0)::integer as missing
     from units left join packages using (county, unit)
     where county = $1
     group by unit, name
     order by unit`,
    [county],
  )
