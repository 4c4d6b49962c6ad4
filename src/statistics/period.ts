import { z } from 'zod'

/** A calendar month, `2026-11`, or a quarter, `2026-Q4`. */
export const periodSchema = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2]|Q[1-4])$/)

export const periodKindOf = (period: string): 'month' | 'quarter' =>
  period.charAt(5) === 'Q' ? 'quarter' : 'month'

export const yearOf = (period: string): number => Number(period.slice(0, 4))

/** The months of a period, first to last. */
export function monthsOf(period: string): string[] {
  if (periodKindOf(period) === 'month') return [period]
  const first = Number(period.slice(6)) * 3 - 2
  return [first, first + 1, first + 2].map(
    (month) => `${period.slice(0, 5)}${String(month).padStart(2, '0')}`,
  )
}

/** The quarter a month belongs to. */
export const quarterOf = (month: string): string =>
  `${month.slice(0, 5)}Q${Math.ceil(Number(month.slice(5)) / 3)}`

/** Has the period begun on this day (`YYYY-MM-DD`)? */
export const hasBegun = (period: string, day: string): boolean =>
  (monthsOf(period)[0] ?? period) <= day.slice(0, 7)

/** Is the period over on this day? */
export const isOver = (period: string, day: string): boolean =>
  (monthsOf(period).at(-1) ?? period) < day.slice(0, 7)
