import type { Truth } from '../../src/cli/simulated-county/write-county.ts'
import { foldInto } from '../../src/statistics/fold.ts'
import { monthsOf, periodKindOf } from '../../src/statistics/period.ts'
import {
  dimensionsOf,
  type PlannedTable,
  type ReleasePlan,
  tableOf,
} from '../../src/statistics/release-plan.ts'

/** What a table really adds up to over the rooms whose reports arrived. */
export interface TrueTotals {
  /** Of the counts that are published: where a room withholds one, it is not in the sum. */
  sums: number[]
  withheld: number[]
  /** How far the sums of rounded counts can be from these at most. */
  bounds: number[]
  /** Reports that hold the table. */
  reports: number
}

/** Adds up what rooms really counted, of one table or of the finer one that a larger room publishes in its stead. */
export function trueTotals(
  plan: ReleasePlan,
  truth: readonly Truth[],
  { table: id, period, size }: { table: string; period: string; size: number },
): TrueTotals {
  const table = tableOf(plan, id)
  if (table === null) throw new Error(`no table ${id}`)
  const zeros = () => Array.from({ length: size }, () => 0)
  const totals: TrueTotals = { sums: zeros(), withheld: zeros(), bounds: zeros(), reports: 0 }
  for (const source of plan.tables.filter((one) => one === table || one.replaces.includes(id))) {
    const places = foldOf(plan, source, table, size)
    const periods =
      periodKindOf(period) === 'quarter' && source.period === 'month' ? monthsOf(period) : [period]
    for (const { tables, published } of truth.filter((one) => one.arrives && periods.includes(one.period))) {
      const counts = tables[source.id]
      if (counts === undefined) continue
      totals.reports += 1
      for (const [cell, count] of counts.entries()) {
        const place = places[cell] ?? 0
        const isShown = published[source.id] === undefined || published[source.id]?.[cell] !== null
        add(isShown ? totals.sums : totals.withheld, place, isShown ? count : 1)
        if (isShown && source.class === 'A') add(totals.bounds, place, source.base - 1)
      }
    }
  }
  return totals
}

const foldOf = (plan: ReleasePlan, source: PlannedTable, table: PlannedTable, size: number): number[] =>
  source === table
    ? Array.from({ length: size }, (_, cell) => cell)
    : (foldInto(dimensionsOf(plan, source), dimensionsOf(plan, table)) ?? [])

const add = (list: number[], place: number, more: number): void => {
  list[place] = (list[place] ?? 0) + more
}
