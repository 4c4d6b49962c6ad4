import type { Queries } from '../store/store.ts'

/** Every published table and period of a desk, added up by the engine itself. */
export const summedCounts = (queries: Queries, county: string) =>
  queries.query<{
    period: string
    table: string
    units: number
    cells: number
    withheld: number
    total: number
  }>(
    `select period, table_id as table, count(distinct unit)::integer as units, count(place)::float8 as cells,
            (count(place) - count(n))::float8 as withheld, coalesce(sum(n), 0)::float8 as total
     from counts left join lateral unnest(cells) with ordinality as grid (n, place) on true
     where county = $1
     group by period, table_id
     order by period, table_id`,
    [county],
  )
