import type { ListLayout } from '../../exchange/lists/find-columns.ts'
import type { ListRow, ListTable } from '../../exchange/lists/list-table.ts'
import { readDay } from '../../exchange/lists/read-day.ts'
import { readName } from '../../exchange/lists/read-text.ts'
import { type FaultIn, RowCells, type Written } from '../../exchange/lists/row-cells.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { ReportingDuty, Unit, UnitLevel } from './unit.ts'
import type { UnitFaultCode } from './unit-faults.ts'
import type { UnitField } from './unit-lists.ts'

/** Why a row of a list cannot be taken as it stands, besides what may be wrong with a row of any list. */
type UnitRowFaultCode =
  | UnitFaultCode
  | 'UNIT_LEVEL_UNCLEAR'
  | 'UNIT_CODE_UNCLEAR'
  | 'UNIT_FIELD_MISSING'
  | 'UNIT_DUTY_UNCLEAR'
  | 'UNIT_RESIDENTS_UNCLEAR'
  /** A name that two units one level up have, or none. */
  | 'UNIT_PARENT_UNCLEAR'
  /** Further up there is a row of the same unit and day. */
  | 'UNIT_TWICE'
  /** The row would leave units behind that belong to this one. */
  | 'UNIT_HAS_UNITS'
export type UnitRowFault = FaultIn<UnitField, UnitRowFaultCode>

/** A unit as a list tells of it; null where the row says nothing. */
export interface ListedUnit extends Pick<Unit, 'level' | 'code' | 'name'> {
  row: number
  /** A code, or a name to be looked for. */
  parent: string | null
  contact: string | null
  duty: ReportingDuty | null
  residents: number | null
  from: string | null
  until: string | null
}

type UnitCells = RowCells<UnitField, UnitRowFaultCode>

/** What a row tells of one unit, or everything that is wrong with it; null when nothing stands in any column that counts. */
export function readUnitRow(
  row: ListRow,
  { from1904, mayOverhang }: ListTable,
  { columns }: ListLayout<UnitField>,
): ListedUnit | { faults: UnitRowFault[] } | null {
  const cells: UnitCells = new RowCells(row, { columns, shared: ['parent'], neverNothing: ['name', 'duty'] })
  if (cells.isEmpty) return null
  const { overhang } = cells
  if (!mayOverhang && overhang !== null) cells.faultAt('ROW_TOO_LONG', overhang)
  const level = cells.read('level', readLevel)
  const code = cells.read('code', readCode)
  const name = cells.read('name', readName)
  const parent = cells.read('parent', (cell) => readText(cell, 100))
  const contact = cells.read('contact', (cell) => readText(cell, 200))
  const duty = cells.read('duty', readDuty)
  const residents = cells.read('residents', readResidents)
  const from = cells.read('from', (cell) => readDay(cell, from1904))
  const until = cells.read('until', (cell) => readDay(cell, from1904))
  for (const [field, value] of [
    ['level', level],
    ['code', code],
    ['name', name],
  ] as const)
    if (value === null && !cells.isFaulty(field)) cells.fault('UNIT_FIELD_MISSING', field)
  if (cells.faults.length > 0 || level === null || code === null || name === null)
    return { faults: cells.faults }
  return { row: row.number, level, code, name, parent, contact, duty, residents, from, until }
}

const levelNames: Record<UnitLevel, readonly string[]> = {
  city: ['市', '市级', '地市', '设区市', 'city'],
  county: ['县', '县级', '区', '区县', '县区', 'county', 'district'],
  township: ['乡镇', '乡镇街道', '镇街', '乡', '镇', '街道', '乡级', '乡镇级', 'township', 'town'],
  room: ['咨询室', '心理咨询室', '心理室', '室', '站点', 'room', 'counselling room'],
}
const dutyNames: Record<ReportingDuty, readonly string[]> = {
  month: ['月', '每月', '按月', '月报', 'month', 'monthly'],
  quarter: ['季', '季度', '每季', '每季度', '按季', '按季度', '季报', 'quarter', 'quarterly'],
  none: ['无', '不报', '不报送', '暂不报', '暂不报送', '-', '—', 'none', 'no'],
}

const oneOf =
  <Word extends string>(names: Record<Word, readonly string[]>, code: string) =>
  (cell: Written): Outcome<Word> => {
    const written =
      cell.kind === 'date'
        ? ''
        : cell.text
            .normalize('NFKC')
            .replace(/[\s/、]+/g, '')
            .toLowerCase()
    const found = (Object.entries(names) as [Word, readonly string[]][]).find(([, called]) =>
      called.some((name) => name.replaceAll(' ', '') === written),
    )
    return found ? done(found[0]) : refused(code)
  }
const readLevel = oneOf(levelNames, 'UNIT_LEVEL_UNCLEAR')
const readDuty = oneOf(dutyNames, 'UNIT_DUTY_UNCLEAR')

/** 6 or 9 digits; of the 12 that some lists give to a township the last three are noughts. */
function readCode(cell: Written): Outcome<string> {
  const written = cell.kind === 'date' ? '' : cell.text.normalize('NFKC').replace(/\s/g, '')
  const code = /^(\d{6}|\d{9})$/.exec(written)?.[1] ?? /^(\d{9})000$/.exec(written)?.[1]
  return code === undefined ? refused('UNIT_CODE_UNCLEAR') : done(code)
}

/** Words or digits as they stand there, in one line. */
function readText(cell: Written, longest: number): Outcome<string> {
  if (cell.kind === 'date') return refused('NOT_TEXT')
  const text = cell.text.replace(/\s+/g, ' ').trim()
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\ufffd]/u.test(text)) return refused('TEXT_DAMAGED')
  return text.length > longest ? refused('TEXT_TOO_LONG') : done(text)
}

/** A whole number of people, with or without separators; `1.2万` is no count. */
function readResidents(cell: Written): Outcome<number> {
  const written = cell.kind === 'date' ? '' : cell.text.normalize('NFKC').replace(/[\s,]|人$|\.0+$/g, '')
  const people = /^\d{1,9}$/.test(written) ? Number(written) : 0
  return people >= 1 && people <= 100_000_000 ? done(people) : refused('UNIT_RESIDENTS_UNCLEAR')
}
