import { headerOf, knownColumns, type ListLayout } from '../../exchange/lists/find-columns.ts'
import type { ListTable } from '../../exchange/lists/list-table.ts'
import { readList } from '../../exchange/lists/read-list.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { applyUnitRows, type PlannedUnit, type UnitListSetting } from './apply-unit-rows.ts'
import { type ListedUnit, readUnitRow, type UnitRowFault } from './read-unit-row.ts'
import type { Unit } from './unit.ts'
import { neededFields, type UnitField, unitLists } from './unit-lists.ts'

/** What would come of a list; nothing is changed by making it. */
export interface UnitListPlan {
  added: PlannedUnit[]
  changed: PlannedUnit[]
  same: number
  /** Everything that is wrong with the rows that cannot be taken, by row. */
  faulty: { row: number; faults: UnitRowFault[] }[]
  /** Everything that was entered, once the list is taken. */
  units: Unit[]
}

/**
 * Reads a list of units, XLSX or CSV, and works out what it would change. A unit whose row names no first day is there from the first of
 * January of this year, or from the day of its card; a change without one counts from today. What a row leaves empty stays as it is. Refused as `readList` is, or with
 * LIST_COLUMNS_NEEDED.
 */
export async function planUnitList(
  bytes: Uint8Array<ArrayBuffer>,
  setting: UnitListSetting,
): Promise<Outcome<UnitListPlan>> {
  const list = await readList(bytes, unitLists)
  if (!list.ok) return list
  const sheets = list.value.sheets.map(({ table }) => ({ table, layout: headerOf(table, unitLists) }))
  const best = sheets.reduce<(typeof sheets)[number] | null>(
    (held, one) => (held && knownColumns(held.layout) >= knownColumns(one.layout) ? held : one),
    null,
  )
  const missing = neededFields.filter((field) => !best?.layout.columns.includes(field))
  if (best === null || missing.length > 0) return refused('LIST_COLUMNS_NEEDED')
  return done(planRows(best.table, best.layout, setting))
}

function planRows(table: ListTable, layout: ListLayout<UnitField>, setting: UnitListSetting): UnitListPlan {
  const faults: UnitRowFault[] = []
  const listed: ListedUnit[] = []
  for (const row of table.rows.filter(({ number }) => number > layout.header.last)) {
    const read = readUnitRow(row, table, layout)
    if (read !== null && 'faults' in read) faults.push(...read.faults)
    else if (read !== null) listed.push(read)
  }
  const faultAt = ({ row }: ListedUnit, code: UnitRowFault['code'], field: UnitField): void => {
    const column = layout.columns.indexOf(field)
    faults.push({ row, column: column < 0 ? null : column, field, code })
  }
  // A row that is left out may leave others without the unit they belong to.
  let standing = listed
  let applied = applyUnitRows(standing, setting)
  while (applied.faults.length > 0) {
    for (const { row, code, field } of applied.faults) faultAt(row, code, field)
    const out = new Set(applied.faults.map(({ row }) => row))
    standing = standing.filter((row) => !out.has(row))
    applied = applyUnitRows(standing, setting)
  }
  const byRow = Map.groupBy(faults, ({ row }) => row)
  return {
    added: applied.planned.filter(({ isNew }) => isNew),
    changed: applied.planned.filter(({ isNew, changes }) => !isNew && changes.length > 0),
    same: applied.planned.filter(({ isNew, changes }) => !isNew && changes.length === 0).length,
    faulty: [...byRow].map(([row, of]) => ({ row, faults: of })).sort((a, b) => a.row - b.row),
    units: applied.units,
  }
}
