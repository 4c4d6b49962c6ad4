import type { Axis } from '../../statistics/axis.ts'
import { gridLines } from '../../statistics/grid-lines.ts'

/** Between what and what a sum lies; `high` null where nothing that is known says how much it may be at most. */
export interface Interval {
  low: number
  high: number | null
}

/**
 * A class S table added up over rooms, as intervals: of each cell the known sum is the least it may be, and what is known of the totals and
 * of the other parts along every side of the grid says the most. Nothing is guessed: wherever the rooms' own counts lie, they lie in here.
 */
export function intervalsOf(
  axes: readonly Axis[],
  { sums, withheld }: { sums: readonly number[]; withheld: readonly number[] },
): Interval[] {
  const low = [...sums]
  const high = sums.map((sum, cell) => ((withheld[cell] ?? 0) === 0 ? sum : Number.POSITIVE_INFINITY))
  const lines = [...gridLines(axes)]
  const at = (list: readonly number[], cell: number): number => list[cell] ?? 0
  const total = (list: readonly number[], parts: readonly number[]): number =>
    parts.reduce((sum, part) => sum + at(list, part), 0)
  let narrowed = true
  const narrow = (cell: number, { least, most }: { least: number; most: number }): void => {
    if (least > at(low, cell)) {
      low[cell] = least
      narrowed = true
    }
    if (most < at(high, cell)) {
      high[cell] = most
      narrowed = true
    }
  }
  for (let round = 0; narrowed && round < mostRounds; round += 1) {
    narrowed = false
    for (const line of lines) {
      narrow(line.total, { least: total(low, line.parts), most: total(high, line.parts) })
      for (const part of line.parts) {
        const others = line.parts.filter((other) => other !== part)
        narrow(part, {
          least: at(low, line.total) - total(high, others),
          most: at(high, line.total) - total(low, others),
        })
      }
    }
  }
  return low.map((least, cell) => ({
    low: least,
    high: Number.isFinite(at(high, cell)) ? at(high, cell) : null,
  }))
}

/** Every round can only narrow; stopping early leaves intervals wider than need be, never wrong. */
const mostRounds = 20
