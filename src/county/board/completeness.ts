import type { Queries } from '../store/store.ts'

/** What has come from one room. */
export interface UnitReports {
  unit: string
  name: string
  /** Periods reported, in order. */
  periods: string[]
}

/** Who has reported which periods: every room entered, by the name it had last, also those that never reported. */
export const completeness = (queries: Queries, county: string): Promise<UnitReports[]> =>
  queries.query<UnitReports>(
    `select rooms.code as unit, rooms.name,
            coalesce(array_agg(period order by period) filter (where period is not null), '{}') as periods
     from (select distinct on (code) county, code, name
           from units
           where county = $1 and level = 'room'
           order by code, valid_from desc) as rooms
     left join packages on packages.county = rooms.county and packages.unit = rooms.code
     group by rooms.code, rooms.name
     order by rooms.code`,
    [county],
  )
