import { monthsOf } from '../../statistics/period.ts'

/** The last day of a period: units count as they are on it. */
export function lastDayOf(period: string): string {
  const last = monthsOf(period).at(-1) ?? period
  const days = new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)), 0)).getUTCDate()
  return `${last}-${String(days).padStart(2, '0')}`
}
