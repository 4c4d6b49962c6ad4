import { columnNames } from './column-names.ts'
import type { ListField } from './list-field.ts'
import { listLimits } from './list-limits.ts'
import { type ListRow, type ListTable, textIn } from './list-table.ts'

/** Where the column names stand, and what each column tells; to be looked through by a person. */
export interface ListLayout {
  /** Number of the row of column names, and of the last one when names stand in two rows. */
  header: { first: number; last: number }
  /** By column, from 0; null for what is left out. */
  columns: (ListField | null)[]
}

type Rows = Pick<ListTable, 'rows'>

/**
 * The layout that most names speak for: the row among the first in which most columns are known by name. Without any, the first row and no
 * columns.
 */
export function headerOf({ rows }: Rows): ListLayout {
  const [first] = rows
  const candidates = rows
    .slice(0, listLimits.headerWithin)
    // The second row of a double one says less than both.
    .filter(({ number, cells }) => !cells.some((cell) => isMergedDown(cell, number - 1, number)))
    .map(({ number }) => layoutFrom({ rows }, number))
  const known = ({ columns }: ListLayout) => columns.filter((field) => field !== null).length
  const best = candidates.reduce<ListLayout | null>(
    (held, one) => (known(one) > (held ? known(held) : 0) ? one : held),
    null,
  )
  return best ?? layoutFrom({ rows }, first?.number ?? 1)
}

/** The layout if the column names stood in a row; a second row belongs to it where a name is merged down into it. */
export function layoutFrom({ rows }: Rows, first: number): ListLayout {
  const place = rows.findIndex(({ number }) => number === first)
  const cells = rows[place]?.cells ?? []
  const next = rows[place + 1]
  const isDouble = next?.number === first + 1 && cells.some((cell) => isMergedDown(cell, first, first + 1))
  const below = isDouble ? next.cells : []
  const taken = new Set<ListField>()
  const columns = Array.from({ length: Math.max(cells.length, below.length) }, (_, column) => {
    const [over, under] = [cells[column], below[column]]
    // A name over several columns is that of the first, unless each has one of its own below.
    const isOfAnother = over?.kind === 'merged' && over.left < column && !isDouble
    const name = isMergedDown(over, first, first + 1) ? textIn(over) : `${textIn(over)}${textIn(under)}`
    const field = isOfAnother ? null : fieldNamed(name)
    if (field === null || taken.has(field)) return null
    taken.add(field)
    return field
  })
  return { header: { first, last: isDouble ? first + 1 : first }, columns }
}

const isMergedDown = (cell: ListRow['cells'][number] | undefined, top: number, bottom: number): boolean =>
  cell?.kind === 'merged' && cell.top === top && cell.bottom === bottom

/** A column name as it is compared: without marks, spaces and what stands in brackets. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

const fieldsByName = new Map<string, ListField>(
  Object.entries(columnNames).flatMap(([field, names]) =>
    names.map((name): [string, ListField] => [plain(name), field as ListField]),
  ),
)

/** What a column of this name tells; null when the name says nothing certain. */
const fieldNamed = (name: string): ListField | null => fieldsByName.get(plain(name)) ?? null
