import { jointCubes } from '../../disclosure/link-cells.ts'
import type { TableCell, TableSet } from '../../disclosure/table-set.ts'
import { axesOf, totalCode } from '../../statistics/axis.ts'
import type { PlannedTable, ReleasePlan } from '../../statistics/release-plan.ts'
import type { CountTable } from '../../statistics/tabulate.ts'
import type { SetAxis } from './set-axes.ts'

/** Counts a table that nobody publishes. */
export type CountOf = (table: PlannedTable) => Pick<CountTable, 'cells' | 'persons'>

const mostCells = 200_000

/**
 * The inner cells of the smallest cubes over tables that overlap in a ring, as the three two-way margins of a cube do: such margins
 * can pin down a cell that none of them shows. Only those of 1 to k − 1 persons are listed, they are what must not be found out.
 */
export function jointCells(
  plan: ReleasePlan,
  tables: readonly PlannedTable[],
  set: TableSet,
  { axes, count }: { axes: ReadonlyMap<string, SetAxis>; count: CountOf },
): TableCell[] {
  const [first] = tables
  if (!first) return []
  const dims = [...axes.keys()]
  const finest = dims.filter((id) => !dims.some((other) => other !== id && isWithin(plan, other, id)))
  return jointCubes(set).flatMap((cube) => {
    const inner = finest.filter((id) => cube.includes(axes.get(id)?.id ?? ''))
    const table = { ...first, dims: inner }
    const grid = axesOf(plan, table)
    const size = grid.reduce((product, { codes }) => product * codes.length, 1)
    if (size > mostCells) return []
    const { cells, persons } = count(table)
    return Array.from({ length: size }, (_, index): TableCell | null => {
      const behind = persons[index] ?? 0
      if (behind < 1 || behind >= set.policy.k) return null
      const at: Record<string, string> = {}
      let rest = index
      for (const { id, codes, sums } of grid.toReversed()) {
        const code = codes[rest % codes.length]?.code ?? ''
        rest = Math.floor(rest / codes.length)
        if (code === totalCode || sums.some(([whole]) => whole === code)) return null
        const axis = axes.get(id)
        if (axis) at[axis.id] = axis.codeOf(id, code)
      }
      return { at, n: cells[index] ?? 0, persons: behind, joint: true }
    }).filter((cell) => cell !== null)
  })
}

/** Whether a dimension is finer than another one. */
function isWithin(plan: ReleasePlan, finer: string, coarser: string): boolean {
  const dimension = plan.dimensions.find(({ id }) => id === finer)
  if (!dimension || dimension.under === null) return false
  return dimension.under === coarser || isWithin(plan, dimension.under, coarser)
}
