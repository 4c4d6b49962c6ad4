import type { VerifiedPackage } from '../../exchange/read-package.ts'
import type { Parameter, Queries, Store } from '../store/store.ts'
import type { Judgement } from './judge-package.ts'
import { UnitHistory } from './unit-history.ts'

/** What would become of this package; changes nothing. */
export async function previewImport(queries: Queries, verified: VerifiedPackage): Promise<Judgement> {
  const { from, to } = verified.payload
  const history = await UnitHistory.read(queries, to.unit, from.unit)
  return (await history.judge(verified)).judgement
}

/** Takes a package in when it is new; else changes nothing. `received` is the day it came, `YYYY-MM-DD`. */
export const importPackage = (
  store: Store,
  verified: VerifiedPackage,
  received: string,
): Promise<Judgement> => store.transaction((queries) => takeIn(queries, verified, received))

/** The same within a transaction that is already open. */
export async function takeIn(
  queries: Queries,
  verified: VerifiedPackage,
  received: string,
): Promise<Judgement> {
  const judgement = await previewImport(queries, verified)
  if (judgement.decision !== 'new') return judgement
  const { from, to, period, seq, previous, plan, profile, created, late, tables } = verified.payload
  await queries.query(
    `insert into packages (county, sha256, unit, period, chain, seq, previous, plan, profile, created, received, late)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      to.unit,
      verified.sha256,
      from.unit,
      period,
      verified.chain,
      seq,
      previous,
      plan.sha256,
      profile,
      created,
      received,
      late,
    ],
  )
  const shared: Parameter[] = [to.unit, from.unit, period, plan.sha256]
  const rows = tables.map((_, at) => {
    const [id, k, cells] = [1, 2, 3].map((place) => shared.length + 3 * at + place)
    return `($1, $2, $3, $${id}, $4, $${k}::integer, $${cells}::integer[])`
  })
  await queries.query(
    `insert into counts (county, unit, period, table_id, plan, k, cells) values ${rows.join(', ')}`,
    [...shared, ...tables.flatMap(({ id, k, cells }): Parameter[] => [id, k, cells])],
  )
  return judgement
}
