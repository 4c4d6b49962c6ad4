import type { Parameter, Queries } from '../store/store.ts'
import type { Unit } from './unit.ts'

/** Rows that go into one statement. */
const atOnce = 200

/** Enters what a unit is from `from` on, or says anew what it was; in a transaction of the caller's. */
export async function putUnit(queries: Queries, county: string, unit: Unit): Promise<void> {
  // Not `on conflict`: a sharded store's coordinator knows of no key.
  await queries.query(
    'delete from units where county = $1 and level = $2 and code = $3 and valid_from = $4',
    [county, unit.level, unit.code, unit.from],
  )
  await insert(queries, county, [unit])
}

/** Puts these in the place of all units of a desk; to be called within a transaction. */
export async function enterUnits(queries: Queries, county: string, units: readonly Unit[]): Promise<void> {
  await queries.query('delete from units where county = $1', [county])
  for (let from = 0; from < units.length; from += atOnce)
    await insert(queries, county, units.slice(from, from + atOnce))
}

/** All units of a desk, in all their versions. */
export const listUnits = (queries: Queries, county: string): Promise<Unit[]> =>
  queries.query<Unit>(
    `select level, code, name, parent, contact, duty, residents, valid_from as "from", valid_until as "until"
     from units
     where county = $1
     order by level, code, valid_from`,
    [county],
  )

const insert = async (queries: Queries, county: string, units: readonly Unit[]): Promise<void> => {
  const rows = units.map(
    ({ level, code, name, parent, contact, duty, residents, from, until }): Parameter[] => [
      county,
      level,
      code,
      name,
      parent,
      contact,
      duty,
      residents,
      from,
      until,
    ],
  )
  const places = rows.map((row, at) => `(${row.map((_, column) => `$${at * row.length + column + 1}`)})`)
  await queries.query(
    `insert into units (county, level, code, name, parent, contact, duty, residents, valid_from, valid_until)
     values ${places.join(', ')}`,
    rows.flat(),
  )
}
