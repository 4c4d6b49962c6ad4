import { birthDateFlaw } from '../../casework/clients/birth-date-flaw.ts'
import type { Client } from '../../casework/clients/client.ts'
import type { Guardian } from '../../casework/clients/guardian.ts'
import type { PopulationTag } from '../../casework/clients/population-tags.ts'
import type { ListLayout } from '../lists/find-columns.ts'
import type { ListRow, ListTable } from '../lists/list-table.ts'
import { readDay } from '../lists/read-day.ts'
import { readName } from '../lists/read-text.ts'
import { RowCells } from '../lists/row-cells.ts'
import { readIdNumber } from './id-number.ts'
import { type ListField, sharedFields } from './list-field.ts'
import { readPhone, readRelation, readSex, readTags, readTownship } from './read-field.ts'
import type { RowFault, RowFaultCode } from './row-fault.ts'

/** A person as a list tells of them. */
export type ListedClient = Pick<
  Client,
  'name' | 'alias' | 'birthDate' | 'sex' | 'township' | 'phone' | 'tags' | 'guardian'
>

/** What rows are read against. */
export interface ListSetting {
  today: string
  /** Codes of the townships the room knows by name. */
  townships: ReadonlyMap<string, string>
  tags: readonly PopulationTag[]
}

interface RowReading extends ListSetting, Pick<ListTable, 'from1904' | 'mayOverhang'> {
  layout: ListLayout<ListField>
  /** See the function of this name. */
  columnIsRounded: boolean
}

type PersonCells = RowCells<ListField, RowFaultCode>
type RowRead = { client: ListedClient } | { faults: RowFault[] }

/** What a row tells of one person, or everything that is wrong with it; null when nothing stands in any column that counts. */
export function readRow(row: ListRow, reading: RowReading): RowRead | null {
  const cells: PersonCells = new RowCells(row, {
    columns: reading.layout.columns,
    shared: sharedFields,
    neverNothing: ['name', 'alias', 'sex'],
  })
  if (cells.isEmpty) return null
  const { overhang } = cells
  if (!reading.mayOverhang && overhang !== null) cells.faultAt('ROW_TOO_LONG', overhang)
  const name = cells.read('name', readName)
  const alias = cells.read('alias', readName)
  const { birthDate, sex } = readBirth(cells, reading)
  const township = cells.read('township', (cell) => readTownship(cell, reading.townships))
  const phone = cells.read('phone', readPhone)
  const tags = cells.read('tags', (cell) => readTags(cell, reading.tags))
  const guardian = readGuardian(cells)
  if (name === null && alias === null && !cells.isFaulty('name') && !cells.isFaulty('alias'))
    cells.fault('NAME_MISSING', cells.has('name') ? 'name' : 'alias')
  if (cells.faults.length > 0) return { faults: cells.faults }
  return {
    client: {
      name,
      ...(alias === null ? {} : { alias }),
      birthDate,
      sex,
      township,
      phone,
      ...(tags === null || tags.length === 0 ? {} : { tags }),
      ...(guardian === null ? {} : { guardian }),
    },
  }
}

/** Birth date and sex, as they are written and as the ID number tells them; what contradicts itself is a fault. */
function readBirth(cells: PersonCells, { today, from1904, columnIsRounded }: RowReading) {
  const told = cells.read('idNumber', (cell) => readIdNumber(cell, { columnIsRounded }))
  const birthDate = cells.read('birthDate', (cell) => readDay(cell, from1904))
  const sex = cells.read('sex', readSex)
  if (told && birthDate !== null && told.birthDate !== birthDate)
    cells.fault('BIRTH_DATE_DIFFERS', 'birthDate')
  if (told && sex !== null && told.sex !== sex) cells.fault('SEX_DIFFERS', 'sex')
  const born = birthDate ?? told?.birthDate ?? null
  const field = birthDate === null ? 'idNumber' : 'birthDate'
  const flaw = birthDateFlaw(born, today)
  if (flaw !== null) cells.fault(flaw, field)
  return { birthDate: born, sex: sex ?? told?.sex ?? null }
}

function readGuardian(cells: PersonCells): Guardian | null {
  const name = cells.read('guardianName', readName)
  const relation = cells.read('guardianRelation', readRelation)
  const phone = cells.read('guardianPhone', readPhone)
  if (name !== null) return { name, relation, phone }
  if ((relation !== null || phone !== null) && !cells.isFaulty('guardianName'))
    cells.fault('GUARDIAN_NAME_MISSING', 'guardianName')
  return null
}
