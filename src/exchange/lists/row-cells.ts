import type { Outcome } from '../../instruments/outcome.ts'
import type { ListLayout } from './find-columns.ts'
import type { Cell, CellFlaw, ListRow, MergedCell } from './list-table.ts'

/** A cell that a field can be read from. */
export type Written = Extract<Cell, { kind: 'text' | 'number' | 'date' }>
/** Reads what is written in a cell; refused with one of the codes that a row of this kind of list may be faulty for. */
type FieldReader<T> = (cell: Written) => Outcome<T>

/** What may be wrong with a cell or a row of any list. */
export type CommonFault =
  | CellFlaw
  /** Stands in several cells made one, so that nobody knows whose it is. */
  | 'MERGED_CELLS'
  /** More cells than there are columns: a comma too many. */
  | 'ROW_TOO_LONG'
  | 'NOT_TEXT'

/** One thing that is wrong in a row, and where. */
export interface FaultIn<Field extends string, Code extends string> {
  row: number
  /** From 0; null when it is the row as a whole, or a column there is none of. */
  column: number | null
  field: Field | null
  code: Code | CommonFault
}

/** How rows of one kind of list are read. */
interface RowManner<Field extends string> {
  columns: ListLayout<Field>['columns']
  /** Fields that may stand once for several rows below each other; all others tell one row from the next. */
  shared: readonly Field[]
  /** Fields in which a word for nothing would be a name, or has a meaning of its own. */
  neverNothing: readonly Field[]
}

/** What people write where there is nothing to write. */
const nothing = ['无', '暂无', '没有', '不详', '未知', '-', '--', '—', '——', '/', 'n/a', 'none']

/** The cells of one row by what they tell, and all that is found to be wrong with them. */
export class RowCells<Field extends string, Code extends string> {
  readonly faults: FaultIn<Field, Code>[] = []
  readonly #row: ListRow
  readonly #manner: RowManner<Field>

  constructor(row: ListRow, manner: RowManner<Field>) {
    this.#row = row
    this.#manner = manner
  }

  get isEmpty(): boolean {
    return !this.#manner.columns.some((field, column) => field !== null && this.#at(column) !== null)
  }

  /** The first column beyond those of the column names in which something stands; null when there is none. */
  get overhang(): number | null {
    const { columns } = this.#manner
    const column = this.#row.cells.findIndex((cell, at) => at >= columns.length && cell !== null)
    return column < 0 ? null : column
  }

  has(field: Field): boolean {
    return this.#manner.columns.includes(field)
  }

  isFaulty(field: Field): boolean {
    return this.faults.some((fault) => fault.field === field)
  }

  fault(code: Code | CommonFault, field: Field): void {
    const column = this.#manner.columns.indexOf(field)
    this.faults.push({ row: this.#row.number, column: column < 0 ? null : column, field, code })
  }

  faultAt(code: Code | CommonFault, column: number): void {
    this.faults.push({ row: this.#row.number, column, field: null, code })
  }

  /** A field that is there and understood; null when it is not, with a fault unless it is empty. */
  read<T>(field: Field, reader: FieldReader<T>): T | null {
    const column = this.#manner.columns.indexOf(field)
    const cell = column < 0 ? null : this.#at(column)
    if (cell?.kind === 'merged' && this.#isOfSeveral(cell, field, column)) this.fault('MERGED_CELLS', field)
    else {
      const own = cell?.kind === 'merged' ? cell.cell : cell
      if (own?.kind === 'flaw') this.fault(own.code, field)
      else if (own?.kind === 'boolean') this.fault('NOT_TEXT', field)
      else if (own && !this.#saysNothing(own, field)) {
        const outcome = reader(own)
        if (outcome.ok) return outcome.value
        this.fault(outcome.refusal.code as Code, field)
      }
    }
    return null
  }

  #at(column: number): Cell | MergedCell | null {
    return this.#row.cells[column] ?? null
  }

  /** Whether a cell says in words that it is empty. */
  #saysNothing(cell: Cell, field: Field): boolean {
    return (
      !this.#manner.neverNothing.includes(field) &&
      cell.kind === 'text' &&
      nothing.includes(cell.text.normalize('NFKC').trim().toLowerCase())
    )
  }

  /** Whether a cell belongs to other columns or rows too: only what may be shared is taken from one that reaches down. */
  #isOfSeveral({ cell, left, top, bottom }: MergedCell, field: Field, column: number): boolean {
    return cell !== null && (left !== column || (bottom > top && !this.#manner.shared.includes(field)))
  }
}
