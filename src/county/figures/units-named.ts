import type { Queries } from '../store/store.ts'
import type { UnitLevel } from '../units/unit.ts'

/** What a unit was called on a day, and how many lived there. */
export interface NamedUnit {
  level: UnitLevel
  code: string
  name: string
  residents: number | null
}

/** The units of a desk by their version of that day; of one that was entered later, its first. */
export const unitsNamed = (queries: Queries, county: string, day: string): Promise<NamedUnit[]> =>
  queries.query<NamedUnit>(
    `select distinct on (level, code) level, code, name, residents
     from units
     where county = $1
     order by level, code, (valid_from <= $2) desc,
              (case when valid_from <= $2 then valid_from end) desc nulls last, valid_from`,
    [county, day],
  )
