import { axesOf } from '../../statistics/axis.ts'
import { type ReleasePlan, tableOf } from '../../statistics/release-plan.ts'
import type { TableOnShow } from '../contract/report.ts'
import { RoomError } from '../room-error.ts'

/** A table's cells with everything needed to lay them out. `k` of the package, where it says one. */
export const tableOnShow = (
  plan: ReleasePlan,
  { id, cells, k = null }: { id: string; cells: (number | null)[]; k?: number | null },
): TableOnShow => {
  const table = tableOf(plan, id)
  if (!table) throw new RoomError('UNKNOWN_TABLE')
  const { title, unit } = table
  const dims = axesOf(plan, table).map((axis) => ({ id: axis.id, title: axis.title, codes: axis.codes }))
  const own = table.class === 'S' ? table.k : null
  const base = table.class === 'A' ? table.base : null
  return { id, title, class: table.class, unit, base, k: k ?? own, dims, cells }
}
