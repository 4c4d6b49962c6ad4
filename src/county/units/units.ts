import type { Queries } from '../store/store.ts'
import type { Unit } from './unit.ts'

/** Enters what a unit is from `from` on, or says anew what it was. */
export async function putUnit(queries: Queries, county: string, unit: Unit): Promise<void> {
  const { level, code, name, parent, contact, duty, residents, from, until } = unit
  await queries.query(
    `insert into units (county, level, code, name, parent, contact, duty, residents, valid_from, valid_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (county, level, code, valid_from) do update set name = excluded.name, parent = excluded.parent,
       contact = excluded.contact, duty = excluded.duty, residents = excluded.residents,
       valid_until = excluded.valid_until`,
    [county, level, code, name, parent, contact, duty, residents, from, until],
  )
}
