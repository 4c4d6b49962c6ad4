import type { PlannedTable } from '../../statistics/release-plan.ts'
import { bandOf, type MergedTable } from './merged-payload.ts'
import type { ReportedTable } from './room-report.ts'

/**
 * The fewest rooms of which a sum is passed on. The next level was not told what each room says, and one of the rooms may read with it:
 * with its own figures taken off there still have to be two rooms whose figures only their sum is known of.
 */
export const fewestRooms = 3

/** The grand total of a table of class S is its first cell. */
const grandTotal = 0

/**
 * What of a table may be passed on to the next level; null when fewer than three rooms reported it.
 *
 * Classes A and P: the sums of every cell. Which tables are held back hangs on how many rooms report them and never on what they counted:
 * rounded sums are without bias only as long as small ones are not left out. That a room counts nothing somewhere is not uncovering it; what
 * stands for nothing was rounded.
 *
 * Class S: the grand total alone. Each room withholds other cells, so that a total less its parts would be what a single room withholds. And
 * that only when at least three rooms show it and, to whoever knows one of them, every other could have shown any of k numbers.
 */
export function passedOn(
  { id, class: tableClass }: Pick<PlannedTable, 'id' | 'class'>,
  size: number,
  reported: readonly ReportedTable[],
): MergedTable | null {
  if (reported.length < fewestRooms) return null
  const rooms = reported.length
  if (tableClass !== 'S') {
    const sum = (cell: number) => reported.reduce((all, { cells }) => all + (cells[cell] ?? 0), 0)
    return { id, rooms, cells: Array.from({ length: size }, (_, cell) => sum(cell)), withheld: null }
  }
  const shown = reported.flatMap(({ k, cells }) => {
    const count = cells[grandTotal] ?? null
    return count === null ? [] : [{ count, k: k ?? 0 }]
  })
  const known = isHiddenAmong(shown) ? shown : []
  const isTold = (cell: number): boolean => cell === grandTotal && known.length > 0
  return {
    id,
    rooms,
    cells: Array.from({ length: size }, (_, cell) =>
      isTold(cell) ? known.reduce((all, { count }) => all + count, 0) : null,
    ),
    withheld: Array.from({ length: size }, (_, cell) => bandOf(isTold(cell) ? rooms - known.length : rooms)),
  }
}

/**
 * Does their sum leave every other count any of k numbers, to whoever knows one of them? Each is known to be no less than its k, so what is
 * above it is to be shared out; a nought hides nobody. That the sum is told at all says that no room has nearly all of it, which bounds each
 * of the others as well: hence the second condition, which hangs on the sum alone and so says nothing more.
 */
function isHiddenAmong(shown: readonly { count: number; k: number }[]): boolean {
  const above = shown.filter(({ count }) => count > 0).map(({ count, k }) => count - k)
  const toShare = above.reduce((all, one) => all + one, 0)
  const least = Math.max(...shown.map(({ k }) => k)) - 1
  return above.length >= fewestRooms && toShare - Math.max(...above) >= least && toShare >= 3 * least
}

/** So little of the largest room's counts is left of a table without the two largest: its sum tells them nearly exactly. */
const shareOfOthers = 0.1

/**
 * The room that nearly all of an additive table comes from, so that whoever knows there is such a room can guess its figures; null when
 * there is none. It is for the county to know before it passes the table on.
 */
export function nearlyAllOf(
  reported: readonly { unit: string; cells: readonly (number | null)[] }[],
): string | null {
  const totals = reported
    .map(({ unit, cells }) => ({ unit, total: cells.reduce<number>((sum, count) => sum + (count ?? 0), 0) }))
    .toSorted((a, b) => b.total - a.total)
  const [first, ...others] = totals
  const rest = others.slice(1).reduce((sum, { total }) => sum + total, 0)
  return first && first.total > 0 && rest < first.total * shareOfOthers ? first.unit : null
}
