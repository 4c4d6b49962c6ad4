import type { ListField } from '../../exchange/client-list/list-field.ts'
import type { RowFault } from '../../exchange/client-list/row-fault.ts'
import type { ListLayout } from '../../exchange/lists/find-columns.ts'
import type { ListFile } from '../../exchange/lists/read-list.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { DuplicateOnShow } from './clients.ts'

/** A list that was read; its rows stay in the room. */
export interface ListOnShow {
  format: ListFile['format']
  sheets: { name: string; rows: number }[]
}

/** The first rows of a sheet as text, and what its columns are taken for. */
export interface SheetOnShow {
  /** Cells of ID numbers are shown without the digits in the middle. */
  rows: { number: number; cells: string[] }[]
  layout: ListLayout<ListField>
  /** The letters of the columns. */
  letters: string[]
  /** Whatever a column may be taken for. */
  fields: readonly ListField[]
}

/** One person of a list, as they would be registered. */
export interface ListedOnShow {
  row: number
  name: string
  birthDate: string | null
  /** Registered clients who may be the same person. */
  registered: DuplicateOnShow[]
  /** Rows above that may be the same person. */
  sameAs: number[]
  asksForGuardian: boolean
}

/** A row that cannot be taken, with everything that is wrong in it; columns by their letters, as the spreadsheet program names them. */
export interface BadRow {
  row: number
  faults: (Pick<RowFault, 'field' | 'code'> & { column: string | null })[]
}

/** What would come of a list. */
export interface ImportOnShow {
  toAdd: number
  /** The first of those who would be registered without a question. */
  first: ListedOnShow[]
  /** Of each of these somebody says whether they are there already. */
  alike: ListedOnShow[]
  bad: BadRow[]
  /** Under 14 without a guardian in the list. */
  askForGuardian: number
}

/** Whether somebody of the list is to be registered, by row: `new` is another person, `known` is there already. */
export type ListAnswers = Record<number, 'new' | 'known'>

/** Lists of people taken in from a file. One list is open at a time; neither it nor anything in it is kept when it is closed. */
export interface ClientListApi {
  /** Reads a file and holds it. Refused with one of `listRefusals`. */
  openClientList(file: { name: string; bytes: Uint8Array }): Promise<Outcome<ListOnShow>>
  /** `headerRow`: the row the column names stand in; null to have it found. Refused with LIST_NOT_OPEN. */
  clientListSheet(input: { sheet: number; headerRow: number | null }): Promise<Outcome<SheetOnShow>>
  /** Reads every row; nothing is changed. Refused with LIST_NOT_OPEN, LIST_STOPPED, or as `planImport` is. */
  planClientList(input: { sheet: number; layout: ListLayout<ListField> }): Promise<Outcome<ImportOnShow>>
  /** How much of reading the rows is done, from 0 to 1; null when nothing runs. */
  clientListProgress(): Promise<number | null>
  /** Stops reading the rows. */
  stopClientList(): Promise<void>
  /**
   * Registers all of them in one save, or none. Refused with ANSWERS_MISSING, or with LIST_PLAN_OUTDATED when somebody who may be
   * one of them was registered meanwhile: then it has to be planned again.
   */
  importClientList(answers: ListAnswers): Promise<Outcome<{ added: number; known: number; bad: number }>>
  /** Lets go of the list. */
  closeClientList(): Promise<void>
}
