import { type FigurePeriod, monthsIn, quartersIn } from '../../statistics/figure-period.ts'
import { monthsOf } from '../../statistics/period.ts'
import type { PlannedTable } from '../../statistics/release-plan.ts'

/**
 * The part of a period that is filled by one report or by several: of a table that is published by quarters the quarter, or its
 * months where rooms publish a finer table by months; else one month.
 */
export interface Slot {
  quarter: string | null
  months: readonly string[]
}

/** What a figure of this table and period is made of; a stock is that of the last quarter. */
export function slotsOf({ period: publishedBy, stock }: PlannedTable, period: FigurePeriod): Slot[] {
  if (publishedBy === 'month') return monthsIn(period).map((month) => ({ quarter: null, months: [month] }))
  const quarters = quartersIn(period)
  return (stock ? quarters.slice(-1) : quarters).map((quarter) => ({ quarter, months: monthsOf(quarter) }))
}

/** The reports that may fill it. */
export const reportsOf = ({ quarter, months }: Slot): string[] =>
  quarter === null ? [...months] : [quarter, ...months]
