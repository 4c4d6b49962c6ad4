import type { ListKind } from './list-kind.ts'
import { listLimits } from './list-limits.ts'
import { type ListRow, type ListTable, textIn } from './list-table.ts'

/** Where the column names stand, and what each column tells; to be looked through by a person. */
export interface ListLayout<Field extends string> {
  /** Number of the row of column names, and of the last one when names stand in two rows. */
  header: { first: number; last: number }
  /** By column, from 0; null for what is left out. */
  columns: (Field | null)[]
}

type Rows = Pick<ListTable, 'rows'>
type Names<Field extends string> = Pick<ListKind<Field>, 'names'>

/**
 * The layout that most names speak for: the row among the first in which most columns are known by name. Without any, the first row and no
 * columns.
 */
export function headerOf<Field extends string>({ rows }: Rows, kind: Names<Field>): ListLayout<Field> {
  const [first] = rows
  const candidates = rows
    .slice(0, listLimits.headerWithin)
    // The second row of a double one says less than both.
    .filter(({ number, cells }) => !cells.some((cell) => isMergedDown(cell, number - 1, number)))
    .map(({ number }) => layoutFrom({ rows }, number, kind))
  const best = candidates.reduce<ListLayout<Field> | null>(
    (held, one) => (knownColumns(one) > (held ? knownColumns(held) : 0) ? one : held),
    null,
  )
  return best ?? layoutFrom({ rows }, first?.number ?? 1, kind)
}

/** How many columns are known by their names. */
export const knownColumns = ({ columns }: ListLayout<string>): number =>
  columns.filter((field) => field !== null).length

/** The layout if the column names stood in a row; a second row belongs to it where a name is merged down into it. */
export function layoutFrom<Field extends string>(
  { rows }: Rows,
  first: number,
  kind: Names<Field>,
): ListLayout<Field> {
  const place = rows.findIndex(({ number }) => number === first)
  const cells = rows[place]?.cells ?? []
  const next = rows[place + 1]
  const isDouble = next?.number === first + 1 && cells.some((cell) => isMergedDown(cell, first, first + 1))
  const below = isDouble ? next.cells : []
  const fieldNamed = fieldsOf(kind)
  const taken = new Set<Field>()
  const columns = Array.from({ length: Math.max(cells.length, below.length) }, (_, column) => {
    const [over, under] = [cells[column], below[column]]
    // A name over several columns is that of the first, unless each has one of its own below.
    const isOfAnother = over?.kind === 'merged' && over.left < column && !isDouble
    const name = isMergedDown(over, first, first + 1) ? textIn(over) : `${textIn(over)}${textIn(under)}`
    const field = isOfAnother ? null : (fieldNamed.get(plain(name)) ?? null)
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

const known = new WeakMap<object, Map<string, string>>()

/** What a column of a name tells; nothing when the name says nothing certain. */
function fieldsOf<Field extends string>({ names }: Names<Field>): ReadonlyMap<string, Field> {
  const found = known.get(names) as Map<string, Field> | undefined
  if (found) return found
  const fields = new Map(
    (Object.entries(names) as [Field, readonly string[]][]).flatMap(([field, called]) =>
      called.map((name): [string, Field] => [plain(name), field]),
    ),
  )
  known.set(names, fields)
  return fields
}
