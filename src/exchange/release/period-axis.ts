import type { TableCell } from '../../disclosure/table-set.ts'
import { monthsOf, periodKindOf, quarterOf } from '../../statistics/period.ts'

export const periodDimension = 'period'
const late = 'late'

/** How overlapping months and quarters add up, for counts that do. */
export interface PeriodAxis {
  sums: string[][]
  codeOf(period: string): string
  /**
   * What a quarter holds beyond its months: records that came after a month was closed. Where all three months stand in the set,
   * their number follows from what is published, so that they are listed as cells that must not be pinned down.
   */
  lateCells(cells: readonly TableCell[]): TableCell[]
}

/** The axis over these periods. A quarter is its months and what came late for them. */
export function periodAxis(periods: readonly string[]): PeriodAxis {
  const quarters = [
    ...new Set(periods.map((period) => (periodKindOf(period) === 'month' ? quarterOf(period) : period))),
  ]
  const lateOf = (quarter: string): string => `${quarter}.${late}`
  return {
    sums: quarters.map((quarter) => [quarter, ...monthsOf(quarter), lateOf(quarter)]),
    codeOf: (period) => period,
    lateCells: (cells) => {
      const known = new Map(cells.map((cell) => [keyOf(cell.at), cell]))
      return cells.flatMap((cell) => {
        const quarter = cell.at[periodDimension] ?? ''
        if (!quarters.includes(quarter)) return []
        const months = monthsOf(quarter).map((month) =>
          known.get(keyOf({ ...cell.at, [periodDimension]: month })),
        )
        if (months.some((month) => month === undefined)) return []
        const n = cell.n - months.reduce((sum, month) => sum + (month?.n ?? 0), 0)
        return [{ at: { ...cell.at, [periodDimension]: lateOf(quarter) }, n, joint: true as const }]
      })
    },
  }
}

const keyOf = (at: Record<string, string>): string => JSON.stringify(Object.entries(at).sort())
