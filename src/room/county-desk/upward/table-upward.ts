import { nearlyAllOf } from '../../../exchange/merge/merge-gate.ts'
import type { MergedPayload, MergedTable } from '../../../exchange/merge/merged-payload.ts'
import type { RoomReport } from '../../../exchange/merge/room-report.ts'
import { tableOf } from '../../../statistics/release-plan.ts'
import type { MergeOnShow, UpwardPreview, UpwardTable } from '../../contract/county-upward.ts'
import { releasePlan } from '../../release-plan.ts'
import { tableOnShow } from '../../report/table-on-show.ts'

/** A table of a merge, laid out. `reports`: of which it is the sum, where they are here. */
export const tableUpward = (
  { id, rooms, cells, withheld }: MergedTable,
  reports: readonly RoomReport[],
  named: (code: string) => UpwardPreview['rooms'][number],
): UpwardTable => {
  const shown = tableOnShow(releasePlan, { id, cells })
  const own = reports.flatMap(({ unit, tables }) =>
    tables.filter((one) => one.id === id).map(({ cells }) => ({ unit, cells })),
  )
  const one = shown.class === 'A' ? nearlyAllOf(own) : null
  return { ...shown, rooms, withheld, nearlyAllOf: one === null ? null : named(one) }
}

/** Tables a merge holds back, as they are called. */
export const heldOnShow = (
  { held }: Pick<MergedPayload, 'held'>,
  leaveOut: readonly string[] = [],
): MergeOnShow['held'] =>
  held.map((id) => ({
    id,
    title: tableOf(releasePlan, id)?.title ?? { 'zh-CN': id, en: id },
    because: leaveOut.includes(id) ? 'LEFT_OUT' : 'TOO_FEW_ROOMS',
  }))
