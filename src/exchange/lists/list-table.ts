/** Why nothing can be taken from a cell, whatever it was meant to be. */
export const cellFlaws = [
  /** A formula whose result was not saved with it. */
  'FORMULA_WITHOUT_VALUE',
  /** `#REF!`, `#N/A` and the like. */
  'CELL_ERROR',
  /** A date with a time of day: written by a program that took midnight of one place for that of another, perhaps a day off. */
  'DATE_WITH_TIME',
  /** What the file says of the cell makes no sense. */
  'CELL_DAMAGED',
] as const
export type CellFlaw = (typeof cellFlaws)[number]

/** What stands in a cell, before anybody says what it means; null when nothing does. */
export type Cell =
  | { kind: 'text'; text: string }
  /** `text`: the digits as they stand in the file. */
  | { kind: 'number'; text: string }
  /** A number shown as a date; null when it is shown without its year, month or day. */
  | { kind: 'date'; day: string | null }
  | { kind: 'boolean' }
  | { kind: 'flaw'; code: CellFlaw }

/** One of several cells made one. */
export interface MergedCell {
  kind: 'merged'
  /** What stands in all of them. */
  cell: Cell | null
  /** Number of the first and of the last row. */
  top: number
  bottom: number
  /** First column. */
  left: number
}

export interface ListRow {
  /** As the spreadsheet program counts, from 1. */
  number: number
  /** By column, from 0; columns after the last that has something are left out. */
  cells: readonly (Cell | MergedCell | null)[]
}

/** A sheet, or a text file in columns. */
export interface ListTable {
  /** Rows in which something stands. */
  rows: readonly ListRow[]
  /** Whether days are counted from 1904 on. */
  from1904: boolean
  /** Whether a row may have cells where the row of column names has none: remarks beside a sheet. In a text file they come from a stray comma. */
  mayOverhang: boolean
}

/** What stands in a cell to be read as one text; empty where there is nothing to read. */
export const textIn = (cell: Cell | MergedCell | null | undefined): string => {
  if (cell?.kind === 'merged') return textIn(cell.cell)
  return cell?.kind === 'text' || cell?.kind === 'number' ? cell.text : ''
}

/** A text without the white space around it, seen or unseen; null when nothing is left. */
export const textCell = (text: string): Cell | null => {
  const trimmed = text.replace(/^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g, '')
  return trimmed === '' ? null : { kind: 'text', text: trimmed }
}

/** The letters of a column, from 0: `A`, `Z`, `AA`. */
export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
