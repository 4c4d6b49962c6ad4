import { monthsOf, periodKindOf, quarterOf } from './period.ts'

/** What figures are given for: a calendar month `2026-11`, a quarter `2026-Q4`, or a year `2026`. */
export type FigurePeriod = string
export type FigurePeriodKind = 'month' | 'quarter' | 'year'

export const figurePeriodKinds = ['month', 'quarter', 'year'] as const satisfies FigurePeriodKind[]

export const isFigurePeriod = (text: string): boolean => /^20\d{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$/.test(text)

export const figurePeriodKindOf = (period: FigurePeriod): FigurePeriodKind =>
  period.length === 4 ? 'year' : periodKindOf(period)

/** The months of a period, first to last. */
export const monthsIn = (period: FigurePeriod): string[] =>
  period.length === 4 ? quartersIn(period).flatMap(monthsOf) : monthsOf(period)

/** The quarters of a quarter or a year. */
export const quartersIn = (period: FigurePeriod): string[] =>
  period.length === 4
    ? [1, 2, 3, 4].map((quarter) => `${period}-Q${quarter}`)
    : [periodKindOf(period) === 'quarter' ? period : quarterOf(period)]

/** First and last day, `YYYY-MM-DD`. */
export const firstDayOf = (period: FigurePeriod): string => `${monthsIn(period)[0]}-01`

export function lastDayOf(period: FigurePeriod): string {
  const month = monthsIn(period).at(-1) ?? period
  const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate()
  return `${month}-${days}`
}

/** The period of this kind that a period lies in. */
export const periodIn = (period: FigurePeriod, kind: FigurePeriodKind): FigurePeriod =>
  kind === 'year'
    ? period.slice(0, 4)
    : kind === 'quarter' && figurePeriodKindOf(period) === 'month'
      ? quarterOf(period)
      : period

/** The period so many periods of its kind earlier. */
export function periodBefore(period: FigurePeriod, steps = 1): FigurePeriod {
  const year = Number(period.slice(0, 4))
  const kind = figurePeriodKindOf(period)
  if (kind === 'year') return String(year - steps)
  const of = kind === 'month' ? 12 : 4
  const place = year * of + Number(period.slice(kind === 'month' ? 5 : 6)) - 1 - steps
  const rest = (place % of) + 1
  return `${Math.floor(place / of)}-${kind === 'month' ? String(rest).padStart(2, '0') : `Q${rest}`}`
}

/** Periods of one kind up to and with `last`, the oldest first. */
export const periodsUpTo = (last: FigurePeriod, count: number): FigurePeriod[] =>
  Array.from({ length: count }, (_, step) => periodBefore(last, count - 1 - step))
