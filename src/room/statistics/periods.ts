import { quarterOf } from '../../statistics/period.ts'
import type { StatisticsQuery } from '../contract/statistics.ts'

/** The column a month belongs to. */
export const periodOf = (month: string, step: StatisticsQuery['step']): string =>
  step === 'month' ? month : step === 'quarter' ? quarterOf(month) : month.slice(0, 4)

/** A century of months: nobody asks for more, and a slip of the finger does not count for ever. */
const atMost = 1200

/** The columns from one month to another, both included, first to last. */
export function periodsFrom({
  from,
  until,
  step,
}: Pick<StatisticsQuery, 'from' | 'until' | 'step'>): string[] {
  const periods = new Set<string>()
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  for (let count = 0; count < atMost; count++) {
    const at = `${year}-${String(month).padStart(2, '0')}`
    if (at > until) break
    periods.add(periodOf(at, step))
    year += month === 12 ? 1 : 0
    month = (month % 12) + 1
  }
  return [...periods]
}
