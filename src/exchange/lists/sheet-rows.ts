import { ListError } from './list-error.ts'
import { listLimits } from './list-limits.ts'
import type { Cell, ListRow, MergedCell } from './list-table.ts'
import { type CellSource, readCell } from './read-cell.ts'
import { readXml } from './read-xml.ts'
import type { Workbook } from './workbook-parts.ts'

interface Row {
  number: number
  cells: (Cell | MergedCell | null)[]
}

/** Rows and columns of a merge, all included; rows from 1, columns from 0. */
interface Area {
  top: number
  left: number
  bottom: number
  right: number
}

/** The rows of a sheet in which something stands. Throws LIST_DAMAGED, LIST_TOO_MANY_ROWS or LIST_TOO_MANY_COLUMNS. */
export function readSheet(
  bytes: Uint8Array,
  sheet: string,
  { workbook, atMost }: { workbook: Workbook; atMost: number },
): readonly ListRow[] {
  const damaged = () => new ListError('LIST_DAMAGED', sheet)
  const rows: Row[] = []
  const areas: Area[] = []
  let row: Row | null = null
  let lastRow = 0
  let lastColumn = -1
  let source: CellSource | null = null
  let inside = ''
  let isMark = false
  readXml(bytes, sheet, {
    open(name, attributes) {
      if (name === 'row') {
        const number = attributes.r === undefined ? lastRow + 1 : Number(attributes.r)
        if (!Number.isInteger(number) || number <= lastRow) throw damaged()
        row = { number, cells: [] }
        lastRow = number
        lastColumn = -1
      } else if (name === 'c' && row) {
        const column = attributes.r === undefined ? lastColumn + 1 : columnIn(attributes.r, row.number)
        if (column === null || column <= lastColumn) throw damaged()
        lastColumn = column
        source = {
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          value: null,
          inline: null,
          isFormula: false,
        }
      } else if (name === 'mergeCell') areas.push(areaOf(attributes.ref ?? '') ?? fail(damaged()))
      else if (source) {
        inside = name
        if (name === 'rPh') isMark = true
        if (name === 'f') source.isFormula = true
        if (name === 'v') source.value = ''
        if (name === 'is') source.inline = ''
      }
    },
    text(text) {
      if (!source) return
      if (inside === 'v' && source.value !== null) source.value += text
      if (inside === 't' && source.inline !== null && !isMark) source.inline += text
    },
    close(name) {
      if (name === 'rPh') isMark = false
      if (name === 'c' && source && row) {
        const cell = readCell(source, workbook)
        source = null
        if (cell === null) return
        if (lastColumn >= listLimits.columns) throw new ListError('LIST_TOO_MANY_COLUMNS', sheet)
        while (row.cells.length < lastColumn) row.cells.push(null)
        row.cells.push(cell)
      } else if (name === 'row') {
        if (row && row.cells.length > 0) rows.push(row)
        if (rows.length > atMost + listLimits.headerWithin) throw new ListError('LIST_TOO_MANY_ROWS', sheet)
        row = null
      }
      inside = ''
    },
  })
  return merged(rows, areas, damaged)
}

const fail = (problem: Error): never => {
  throw problem
}

/** Column of an address such as `C7`, from 0; null when it is none, or of another row. */
function columnIn(address: string, row: number): number | null {
  const cell = cellOf(address)
  return cell !== null && cell.row === row ? cell.column : null
}

function cellOf(address: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(address) ?? []
  if (letters === undefined) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits), column }
}

function areaOf(reference: string): Area | null {
  const [first = '', last = first] = reference.split(':')
  const [from, to] = [cellOf(first), cellOf(last)]
  if (!from || !to || from.row > to.row || from.column > to.column) return null
  return { top: from.row, left: from.column, bottom: to.row, right: to.column }
}

/** Puts into every cell of an area what stands in its first. */
function merged(rows: readonly Row[], areas: readonly Area[], damaged: () => ListError): readonly ListRow[] {
  for (const { top, left, bottom, right } of areas) {
    const within = rows.slice(placeOf(rows, top), placeOf(rows, bottom + 1))
    const first = within[0]?.number === top ? (within[0].cells[left] ?? null) : null
    if (first?.kind === 'merged') throw damaged()
    for (const { cells } of within)
      for (let column = left; column <= Math.min(right, listLimits.columns - 1); column++) {
        if (cells[column]?.kind === 'merged') throw damaged()
        while (cells.length < column) cells.push(null)
        cells[column] = { kind: 'merged', cell: first, top, bottom, left }
      }
  }
  return rows
}

/** Where the first row with this number or a higher one stands. */
function placeOf(rows: readonly Row[], number: number): number {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((rows[middle]?.number ?? 0) < number) from = middle + 1
    else to = middle
  }
  return from
}
