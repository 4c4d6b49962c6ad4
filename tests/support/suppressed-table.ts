import type { ReleasedTable } from '../../src/exchange/protection.ts'
import { axesOf } from '../../src/statistics/axis.ts'
import { type ReleasePlan, tableOf } from '../../src/statistics/release-plan.ts'

/**
 * A released table of class S over two flat dimensions: all counts far above k, each another one, and four inner cells at the
 * corners of a rectangle withheld, so that none of them follows from what is shown. `truth` has the counts of all cells.
 */
export function suppressedTable(plan: ReleasePlan, id: string): { table: ReleasedTable; truth: number[] } {
  const planned = tableOf(plan, id)
  if (planned?.class !== 'S') throw new Error(`${id} is no table of class S`)
  const [down, across] = axesOf(plan, planned)
  if (!down || !across) throw new Error(`${id} has not two dimensions`)
  const inner = (row: number, column: number) => 10_007 + row * 1_009 + column * 211 + row * column * 37
  const rows = Array.from({ length: down.codes.length - 1 }, (_, row) => row + 1)
  const columns = Array.from({ length: across.codes.length - 1 }, (_, column) => column + 1)
  const countOf = (row: number, column: number): number => {
    const over = [row === 0 ? rows : [row], column === 0 ? columns : [column]] as const
    return over[0].reduce((sum, r) => sum + over[1].reduce((part, c) => part + inner(r, c), 0), 0)
  }
  const truth = [0, ...rows].flatMap((row) => [0, ...columns].map((column) => countOf(row, column)))
  const isHidden = (row: number, column: number) => [1, 2].includes(row) && [1, 2].includes(column)
  const cells = truth.map((count, position) =>
    isHidden(Math.floor(position / across.codes.length), position % across.codes.length) ? null : count,
  )
  return { table: { id, k: planned.k, cells }, truth }
}
