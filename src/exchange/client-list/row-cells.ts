import type { Outcome } from '../../instruments/outcome.ts'
import type { ListLayout } from './find-columns.ts'
import { type ListField, sharedFields } from './list-field.ts'
import type { Cell, ListRow, MergedCell } from './list-table.ts'
import type { RowFault, RowFaultCode } from './row-fault.ts'

/** A cell that a field can be read from. */
export type Written = Extract<Cell, { kind: 'text' | 'number' | 'date' }>
/** Reads what is written in a cell; refused with one of `rowFaultCodes`. */
type FieldReader<T> = (cell: Written) => Outcome<T>

/** What people write where there is nothing to write. */
const nothing = ['无', '暂无', '没有', '不详', '未知', '-', '--', '—', '——', '/', 'n/a', 'none']

/** Whether a cell says in words that it is empty. Of a name that would say nobody is there, and a sex has words of its own. */
const saysNothing = (cell: Cell, field: ListField): boolean =>
  !['name', 'alias', 'sex'].includes(field) &&
  cell.kind === 'text' &&
  nothing.includes(cell.text.normalize('NFKC').trim().toLowerCase())

/** The cells of one row by what they tell, and all that is found to be wrong with them. */
export class RowCells {
  readonly faults: RowFault[] = []
  readonly #row: ListRow
  readonly #columns: ListLayout['columns']

  constructor(row: ListRow, { columns }: Pick<ListLayout, 'columns'>) {
    this.#row = row
    this.#columns = columns
  }

  get isEmpty(): boolean {
    return !this.#columns.some((field, column) => field !== null && this.#at(column) !== null)
  }

  /** The first column beyond those of the column names in which something stands; null when there is none. */
  get overhang(): number | null {
    const column = this.#row.cells.findIndex((cell, at) => at >= this.#columns.length && cell !== null)
    return column < 0 ? null : column
  }

  has(field: ListField): boolean {
    return this.#columns.includes(field)
  }

  isFaulty(field: ListField): boolean {
    return this.faults.some((fault) => fault.field === field)
  }

  fault(code: RowFaultCode, field: ListField): void {
    const column = this.#columns.indexOf(field)
    this.faults.push({ row: this.#row.number, column: column < 0 ? null : column, field, code })
  }

  faultAt(code: RowFaultCode, column: number): void {
    this.faults.push({ row: this.#row.number, column, field: null, code })
  }

  /** A field that is there and understood; null when it is not, with a fault unless it is empty. */
  read<T>(field: ListField, reader: FieldReader<T>): T | null {
    const column = this.#columns.indexOf(field)
    const cell = column < 0 ? null : this.#at(column)
    if (cell?.kind === 'merged' && isOfSeveral(cell, field, column)) this.fault('MERGED_CELLS', field)
    else {
      const own = cell?.kind === 'merged' ? cell.cell : cell
      if (own?.kind === 'flaw') this.fault(own.code, field)
      else if (own?.kind === 'boolean') this.fault('NOT_TEXT', field)
      else if (own && !saysNothing(own, field)) {
        const outcome = reader(own)
        if (outcome.ok) return outcome.value
        this.fault(outcome.refusal.code as RowFaultCode, field)
      }
    }
    return null
  }

  #at(column: number): Cell | MergedCell | null {
    return this.#row.cells[column] ?? null
  }
}

/** Whether a cell belongs to other columns or people too: only what may be shared is taken from one that reaches down. */
const isOfSeveral = ({ cell, left, top, bottom }: MergedCell, field: ListField, column: number) =>
  cell !== null && (left !== column || (bottom > top && !sharedFields.includes(field)))
