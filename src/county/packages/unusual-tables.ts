import type { PackagePayload } from '../../exchange/package-payload.ts'
import type { Queries } from '../store/store.ts'

/** So many times more than the last time is worth asking about. */
const unusualRise = 100

/** Tables whose counts add up to a hundred times what the same unit reported for the period before, or more. */
export async function unusualTables(
  queries: Queries,
  { to, from, period, plan, tables }: PackagePayload,
): Promise<string[]> {
  const earlier = await queries.query<{ id: string; total: number }>(
    `select distinct on (table_id) table_id as id,
            (select coalesce(sum(n), 0)::float8 from unnest(cells) as n) as total
     from counts
     where county = $1 and unit = $2 and plan = $3 and period < $4
     order by table_id, period desc`,
    [to.unit, from.unit, plan.sha256, period],
  )
  const totals = new Map(earlier.map(({ id, total }) => [id, total]))
  return tables
    .filter(({ id, cells }) => {
      const before = totals.get(id)
      const now = cells.reduce<number>((sum, count) => sum + (count ?? 0), 0)
      return before !== undefined && now >= unusualRise * Math.max(before, 1)
    })
    .map(({ id }) => id)
}
