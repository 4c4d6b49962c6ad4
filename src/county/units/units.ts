import type { Queries } from '../store/store.ts'
import type { Unit } from './unit.ts'

/** Enters what a unit is from `from` on, or says anew what it was; in a transaction of the caller's. */
export async function putUnit(queries: Queries, county: string, unit: Unit): Promise<void> {
  const { level, code, name, parent, contact, duty, residents, from, until } = unit
  // Not `on conflict`: a sharded store's coordinator knows of no key.
  await queries.query(
    'delete from units where county = $1 and level = $2 and code = $3 and valid_from = $4',
    [county, level, code, from],
  )
  await queries.query(
    `insert into units (county, level, code, name, parent, contact, duty, residents, valid_from, valid_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [county, level, code, name, parent, contact, duty, residents, from, until],
  )
}
