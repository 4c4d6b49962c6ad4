import { monthsOf, quarterOf } from '../statistics/period.ts'

/** The last so many months that are over on this day, each followed by the quarter it ends if all of that is among them. */
export const periodsBefore = (until: string, months: number): string[] => {
  const over = monthsBefore(until, months)
  return over.flatMap((period) => {
    const quarter = quarterOf(period)
    const parts = monthsOf(quarter)
    return parts.at(-1) === period && parts.every((part) => over.includes(part))
      ? [period, quarter]
      : [period]
  })
}

/** The last so many months that are over on this day, oldest first. */
export const monthsBefore = (until: string, months: number): string[] => {
  const [year = 0, month = 0] = until.split('-').map(Number)
  return Array.from({ length: months }, (_, index) =>
    new Date(Date.UTC(year, month - 1 - months + index, 1)).toISOString().slice(0, 7),
  )
}
