import { dimensionsOf, type ReleasePlan, tableOf } from '../../statistics/release-plan.ts'
import type { TableOnShow } from '../contract/report.ts'
import { RoomError } from '../room-error.ts'

/** A table's cells with everything needed to lay them out. */
export const tableOnShow = (
  plan: ReleasePlan,
  { id, cells }: { id: string; cells: (number | null)[] },
): TableOnShow => {
  const table = tableOf(plan, id)
  if (!table) throw new RoomError('UNKNOWN_TABLE')
  const { title, unit, base, class: protection } = table
  const dims = dimensionsOf(plan, table).map((dimension) => ({
    id: dimension.id,
    title: dimension.title,
    codes: dimension.codes.map(({ code, label }) => ({ code, label })),
  }))
  return { id, title, class: protection, unit, base, k: null, dims, cells }
}
