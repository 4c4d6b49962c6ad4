import { calledName } from '../../casework/clients/shown-name.ts'
import { type ListField, listFields } from '../../exchange/client-list/list-field.ts'
import type { ImportPlan, PlannedRow } from '../../exchange/client-list/plan-import.ts'
import type { ListLayout } from '../../exchange/lists/find-columns.ts'
import { columnLetters, type ListRow, type ListTable, textIn } from '../../exchange/lists/list-table.ts'
import type { ImportOnShow, ListedOnShow, SheetOnShow } from '../contract/client-list.ts'
import { duplicatesOnShow } from './duplicates-on-show.ts'

/** Rows by which a person sees what the columns are. */
const shownRows = 40
const shownPeople = 20
const longest = 60

/** The beginning of a sheet as a person looks it through. */
export const sheetOnShow = ({ rows }: ListTable, layout: ListLayout<ListField>): SheetOnShow => ({
  rows: rows.slice(0, shownRows).map(({ number, cells }) => ({ number, cells: cells.map(shown) })),
  layout,
  letters: layout.columns.map((_, column) => columnLetters(column)),
  fields: listFields,
})

function shown(cell: ListRow['cells'][number]): string {
  const own = cell?.kind === 'merged' ? cell.cell : cell
  const text = own?.kind === 'date' ? (own.day ?? '') : textIn(own)
  const hidden = /^\d{14,17}[\dXx]$/.test(text) ? `${text.slice(0, 3)}•••${text.slice(-2)}` : text
  return hidden.slice(0, longest)
}

/** A plan as a person looks it through. */
export const importOnShow = ({ toAdd, alike, bad }: ImportPlan): ImportOnShow => ({
  toAdd: toAdd.length,
  first: toAdd.slice(0, shownPeople).map(listed),
  alike: alike.map(listed),
  bad: bad.map(({ row, faults }) => ({
    row,
    faults: faults.map(({ column, field, code }) => ({
      column: column === null ? null : columnLetters(column),
      field,
      code,
    })),
  })),
  askForGuardian: [...toAdd, ...alike].filter(({ asksForGuardian }) => asksForGuardian).length,
})

const listed = ({ row, client, registered, sameAs, asksForGuardian }: PlannedRow): ListedOnShow => ({
  row,
  name: calledName(client),
  birthDate: client.birthDate,
  registered: duplicatesOnShow(registered),
  sameAs,
  asksForGuardian,
})
