import papa from 'papaparse'
import { headerOf, knownColumns } from './find-columns.ts'
import { ListError } from './list-error.ts'
import type { ListKind } from './list-kind.ts'
import { listLimits } from './list-limits.ts'
import { type ListRow, type ListTable, textCell } from './list-table.ts'

const delimiters = [',', '\t', ';'] as const
const options = { header: false, skipEmptyLines: false, newline: '\n' } as const
/** `="0123"`: how a text file tells a spreadsheet program to leave digits alone. */
const guarded = /^="([^"]*)"$/

/**
 * Text in columns as a table; the separator is the one that gives the most columns that can be told by name. Throws
 * LIST_QUOTES_BROKEN, LIST_TOO_MANY_ROWS or LIST_TOO_MANY_COLUMNS.
 */
export function readCsv(text: string, kind: ListKind<string>): ListTable {
  const lines = text.replace(/\r\n?/g, '\n')
  const { data, errors } = papa.parse(lines, { ...options, delimiter: delimiterOf(lines, kind) })
  const [broken] = errors
  if (broken) throw new ListError('LIST_QUOTES_BROKEN', String((broken.row ?? 0) + 1))
  const rows = rowsOf(data)
  if (rows.length > kind.atMost + listLimits.headerWithin) throw new ListError('LIST_TOO_MANY_ROWS')
  if (rows.some(({ cells }) => cells.length > listLimits.columns))
    throw new ListError('LIST_TOO_MANY_COLUMNS')
  return { rows, from1904: false, mayOverhang: false }
}

function delimiterOf(text: string, kind: ListKind<string>): string {
  const [best] = delimiters
    .map((delimiter) => {
      const { data } = papa.parse(text, { ...options, delimiter, preview: listLimits.headerWithin })
      const known = knownColumns(headerOf({ rows: rowsOf(data) }, kind))
      return { delimiter, known, columns: Math.max(0, ...data.map((line) => line.length)) }
    })
    .sort((a, b) => b.known - a.known || b.columns - a.columns)
  return best?.delimiter ?? ','
}

const rowsOf = (data: readonly (readonly string[])[]): ListRow[] =>
  data
    .map((line, index) => {
      const cells = line.map((text) => textCell(guarded.exec(text.trim())?.[1] ?? text))
      return { number: index + 1, cells: cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1) }
    })
    .filter(({ cells }) => cells.length > 0)
