import { dayOfSerial, isWholeDay } from './excel-day.ts'
import { type Cell, type CellFlaw, textCell } from './list-table.ts'
import { unescaped } from './read-xml.ts'
import type { Workbook } from './workbook-parts.ts'

/** A cell as it stands in the file. */
export interface CellSource {
  type: string
  style: number
  /** Null when there is no value, empty when there is an empty one. */
  value: string | null
  /** Text that stands in the cell itself. */
  inline: string | null
  isFormula: boolean
}

const flaw = (code: CellFlaw): Cell => ({ kind: 'flaw', code })
const isNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** What stands in a cell; null when nothing does. */
export function readCell(
  { type, style, value, inline, isFormula }: CellSource,
  { strings, styles, from1904 }: Pick<Workbook, 'strings' | 'styles' | 'from1904'>,
): Cell | null {
  if (isFormula && (value === null || (value === '' && type !== 'str'))) return flaw('FORMULA_WITHOUT_VALUE')
  if (type === 'inlineStr') return textCell(unescaped(inline ?? ''))
  if (value === null || value === '') return null
  if (type === 'str') return textCell(unescaped(value))
  if (type === 'e') return flaw('CELL_ERROR')
  if (type === 'b') return { kind: 'boolean' }
  if (type === 'd') return textCell(value)
  if (type === 's') {
    const text = /^\d+$/.test(value) ? strings[Number(value)] : undefined
    return text === undefined ? flaw('CELL_DAMAGED') : textCell(text)
  }
  if (type !== 'n' || !isNumber.test(value)) return flaw('CELL_DAMAGED')
  const meaning = style === 0 && styles.length === 0 ? 'number' : styles[style]
  if (meaning === undefined) return flaw('CELL_DAMAGED')
  if (meaning === 'number') return { kind: 'number', text: value }
  if (meaning === 'part') return { kind: 'date', day: null }
  const day = dayOfSerial(Number(value), from1904)
  if (day !== null) return { kind: 'date', day }
  return flaw(isWholeDay(Number(value)) ? 'CELL_DAMAGED' : 'DATE_WITH_TIME')
}
