import { axesOf } from '../../statistics/axis.ts'
import { type ReleasePlan, tableOf } from '../../statistics/release-plan.ts'
import type { TableOnShow } from '../contract/report.ts'
import { RoomError } from '../room-error.ts'

/** A table's cells with everything needed to lay them out. */
export const tableOnShow = (
  plan: ReleasePlan,
  { id, cells }: { id: string; cells: (number | null)[] },
): TableOnShow => {
  const table = tableOf(plan, id)
  if (!table) throw new RoomError('UNKNOWN_TABLE')
  const { title, unit, class: protection } = table
  const dims = axesOf(plan, table).map((axis) => ({ id: axis.id, title: axis.title, codes: axis.codes }))
  const base = table.class === 'A' ? table.base : null
  const k = table.class === 'S' ? table.k : null
  return { id, title, class: protection, unit, base, k, dims, cells }
}
