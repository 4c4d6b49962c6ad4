import type { VerifiedMerge } from '../../exchange/merge/merge-merges.ts'
import type { Queries, Store } from '../store/store.ts'

/** What becomes of a merged package at the desk of the next level. `at`: the unit that stands in the way. */
export type MergeJudgement =
  | { decision: 'new' }
  /** It is here already, to the letter. */
  | { decision: 'known' }
  /** That county has passed this period on before, and what was passed on is never changed. */
  | { decision: 'refused'; code: 'ALREADY_REPORTED'; at: string }
  /** A room of it was counted here already: directly, or through another county's merge. */
  | { decision: 'refused'; code: 'MERGE_ROOM_TWICE'; at: string }

/** What would become of this merge; changes nothing. */
export async function previewMerge(
  queries: Queries,
  { payload: { from, to, period, children }, sha256 }: VerifiedMerge,
): Promise<MergeJudgement> {
  const earlier = await queries.query<{ sha256: string }>(
    'select sha256 from merges where county = $1 and (sha256 = $2 or (unit = $3 and period = $4))',
    [to.unit, sha256, from.unit, period],
  )
  if (earlier.some((merge) => merge.sha256 === sha256)) return { decision: 'known' }
  if (earlier.length > 0) return { decision: 'refused', code: 'ALREADY_REPORTED', at: from.unit }
  const counted = await queries.query<{ unit: string }>(
    `select unit from packages where county = $1 and period = $2
     union all
     select unit from merge_children where county = $1 and period = $2`,
    [to.unit, period],
  )
  const here = new Set(counted.map(({ unit }) => unit))
  const twice = children.find(({ unit }) => here.has(unit))
  return twice ? { decision: 'refused', code: 'MERGE_ROOM_TWICE', at: twice.unit } : { decision: 'new' }
}

/** The periods for which a room was counted in a county's merge. */
export async function periodsThroughMerges(
  queries: Queries,
  county: string,
  unit: string,
): Promise<Set<string>> {
  const rows = await queries.query<{ period: string }>(
    'select period from merge_children where county = $1 and unit = $2',
    [county, unit],
  )
  return new Set(rows.map(({ period }) => period))
}

/** Takes a merge in when it is new; else changes nothing. `received` is the day it came, `YYYY-MM-DD`. */
export const importMerge = (store: Store, merge: VerifiedMerge, received: string): Promise<MergeJudgement> =>
  store.transaction((queries) => takeInMerge(queries, merge, received))

/** The same within a transaction that is already open. */
export async function takeInMerge(
  queries: Queries,
  merge: VerifiedMerge,
  received: string,
): Promise<MergeJudgement> {
  const judgement = await previewMerge(queries, merge)
  if (judgement.decision !== 'new') return judgement
  const { from, to, period, plan, created, late, tables, children } = merge.payload
  await queries.query(
    `insert into merges (county, sha256, unit, period, plan, created, received, late)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [to.unit, merge.sha256, from.unit, period, plan.sha256, created, received, late],
  )
  for (let first = 0; first < children.length; first += childrenAtOnce) {
    const some = children.slice(first, first + childrenAtOnce)
    const rows = some.map((_, row) => `($1, $2, $3, $${row * 3 + 4}, $${row * 3 + 5}, $${row * 3 + 6})`)
    await queries.query(
      `insert into merge_children (county, period, merge_sha256, unit, sha256, seq) values ${rows.join(', ')}`,
      [to.unit, period, merge.sha256, ...some.flatMap(({ unit, sha256, seq }) => [unit, sha256, seq])],
    )
  }
  for (const { id, rooms, cells, withheld } of tables) {
    await queries.query(
      `insert into merged_counts (county, unit, period, table_id, plan, rooms, cells, withheld)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [to.unit, from.unit, period, id, plan.sha256, rooms, cells, withheld],
    )
  }
  return judgement
}

/** A statement takes no more than some ten thousand values. */
const childrenAtOnce = 1_000
