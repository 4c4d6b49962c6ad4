import type { Queries } from './store.ts'

/** A unit that is expected to report. */
export interface Unit {
  unit: string
  name: string
}

/** Enters a unit, or its new name. */
export async function putUnit(queries: Queries, county: string, { unit, name }: Unit): Promise<void> {
  await queries.query(
    `insert into units (county, unit, name) values ($1, $2, $3)
     on conflict (county, unit) do update set name = excluded.name`,
    [county, unit, name],
  )
}
