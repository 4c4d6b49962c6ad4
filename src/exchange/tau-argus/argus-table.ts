import { type Dimension, dimensionOf } from '../../disclosure/dimension.ts'
import { personsIn, type TableCell, type TableSet } from '../../disclosure/table-set.ts'

/** Why tau-ARGUS cannot be given a table. */
export type LeftOut =
  /** Not every cell of its grid is known here. */
  | 'INCOMPLETE'
  /** Codes that add up in more than one way, or to no total: only trees of codes are understood. */
  | 'NO_TREE'
  /** A name or code with signs that its files cannot hold. */
  | 'NAMES'

/** A full table over some dimensions of a set, every total included. */
export interface ArgusTable {
  dims: { name: string; total: string; tree: Dimension }[]
  rows: { codes: string[]; cell: TableCell }[]
}

interface NamedDimension extends Dimension {
  name: string
}

const plain = /^[\x21-\x7e]+$/
const signs = /["<>|,@]/

/** The tables of a set, one for each largest crossing of dimensions that it has cells for. */
export function argusTables(set: TableSet): {
  tables: ArgusTable[]
  left: { dims: string[]; because: LeftOut }[]
} {
  const dims = Object.entries(set.dims).map(
    ([name, { sums }]): NamedDimension => ({ name, ...dimensionOf(sums) }),
  )
  const cells = new Map<string, TableCell>()
  const crossings = new Map<string, NamedDimension[]>()
  for (const cell of set.cells) {
    // An inner cell that is in no table, and a rounded one, are not of a table to be suppressed.
    if (cell.joint || cell.between) continue
    const crossed = dims.filter(({ name, total }) => (cell.at[name] ?? total) !== total)
    crossings.set(crossed.map(({ name }) => name).join('\n'), crossed)
    cells.set(placeOf(dims, cell.at), cell)
  }
  const all = [...crossings.values()]
  const largest = all.filter((own) => own.length > 0 && !all.some((other) => isWithin(own, other)))
  const tables: ArgusTable[] = []
  const left: { dims: string[]; because: LeftOut }[] = []
  for (const crossed of largest) {
    const table = tableOver(crossed, (at) => cells.get(placeOf(dims, at)))
    if (typeof table === 'string') left.push({ dims: crossed.map(({ name }) => name), because: table })
    else tables.push(table)
  }
  return { tables, left }
}

const isWithin = (own: NamedDimension[], other: NamedDimension[]): boolean =>
  own.length < other.length && own.every((dim) => other.includes(dim))

const placeOf = (dims: readonly NamedDimension[], at: TableCell['at']): string =>
  JSON.stringify(dims.map(({ name, total }) => at[name] ?? total))

function tableOver(
  crossed: NamedDimension[],
  cellAt: (at: TableCell['at']) => TableCell | undefined,
): ArgusTable | LeftOut {
  const dims: ArgusTable['dims'] = []
  for (const dim of crossed) {
    if (![dim.name, ...dim.codes].every((text) => plain.test(text) && !signs.test(text))) return 'NAMES'
    if (dim.total === undefined || !isTree(dim)) return 'NO_TREE'
    dims.push({ name: dim.name, total: dim.total, tree: dim })
  }
  let grid: string[][] = [[]]
  for (const { tree } of dims) grid = grid.flatMap((before) => tree.codes.map((code) => [...before, code]))
  const rows: ArgusTable['rows'] = []
  for (const codes of grid) {
    const cell = cellAt(Object.fromEntries(dims.map(({ name }, index) => [name, codes[index] ?? ''])))
    if (!cell) return 'INCOMPLETE'
    rows.push({ codes, cell })
  }
  return { dims, rows }
}

/** Every code is taken apart at most once and is part of one other, but for the total. */
function isTree({ codes, sums, total }: NamedDimension): boolean {
  const totals = sums.map((sum) => sum.total)
  const parts = sums.flatMap((sum) => sum.parts)
  return (
    new Set(totals).size === totals.length &&
    new Set(parts).size === parts.length &&
    codes.every((code, position) => parts.includes(position) !== (code === total))
  )
}

/**
 * How far below and above its count an attacker has to be left: down to nothing and up to k − 1 where the count is under k.
 * Where only its persons are, an interval as wide has to be left, which is asked for below the count. Null where nothing is asked.
 */
export function protectionLevels(
  cell: TableCell,
  { k, zeros }: TableSet['policy'],
): { lower: number; upper: number } | null {
  if (!cell.withheld || personsIn(cell) >= k) return null
  const least = zeros === 'published' ? 1 : 0
  return cell.n < k ? { lower: cell.n - least, upper: k - 1 - cell.n } : { lower: k - 1, upper: 0 }
}
