import type { Language } from '../../casework/records/values.ts'
import type { TableOnShow } from '../../room/contract/report.ts'
import { totalCode } from '../../statistics/axis.ts'

type Dimension = TableOnShow['dims'][number]
type Code = Dimension['codes'][number]

/** A table of counts as rows and columns; a row names the grid cell that stands in each of its columns. */
export interface GridLayout {
  /** The dimension across the top, its codes as they are read; null when there is one column only. */
  across: Dimension | null
  /** The dimensions down the side; none for a single number. */
  down: Dimension[]
  rows: { key: string; codes: Code[]; cells: number[] }[]
  /** Totals are cells of the grid: nothing is to be added up. */
  holdsTotals: boolean
}

/** Where totals are cells of a grid. */
export const isTotal = ({ code }: Pick<Code, 'code'>): boolean => code === totalCode

/** Lays a grid out for reading: the dimension with the fewest codes goes across, the others down, and totals stand last. */
export function layOut(dims: readonly Dimension[]): GridLayout {
  const least = dims.length < 2 ? null : dims.reduce((few, dim) => (size(dim) < size(few) ? dim : few))
  const across = least && totalsLast(least)
  const down = dims.filter((dim) => dim !== least).map(totalsLast)
  const rows = combinations(down).map((codes) => ({
    key: codes.map(({ code }) => code).join(' '),
    codes,
    cells: (across?.codes ?? [null]).map((code) => cellAt(dims, code === null ? codes : [...codes, code])),
  }))
  return { across, down, rows, holdsTotals: dims.some(({ codes }) => codes.some(isTotal)) }
}

const totalsLast = (dim: Dimension): Dimension => ({
  ...dim,
  codes: [...dim.codes.filter((code) => !isTotal(code)), ...dim.codes.filter(isTotal)],
})

const size = ({ codes }: Dimension): number => codes.length

const combinations = (dims: readonly Dimension[]): Code[][] =>
  dims.reduce<Code[][]>(
    (lists, { codes }) => lists.flatMap((list) => codes.map((code) => [...list, code])),
    [[]],
  )

const cellAt = (dims: readonly Dimension[], chosen: readonly Code[]): number =>
  dims.reduce((cell, { codes }) => cell * codes.length + codes.findIndex((code) => chosen.includes(code)), 0)

/** What each inner cell of a grid is called, with its place in the grid; empty for a table that is one number. */
export const innerCells = (
  dims: readonly Dimension[],
  language: Language,
): { name: string; cell: number }[] =>
  combinations(dims).flatMap((codes, cell) =>
    codes.some(isTotal) ? [] : [{ name: codes.map(({ label }) => label[language]).join(' · '), cell }],
  )

/** A table's inner cells as bars: a label for each row, a set for each column with anything in it; `unit` names a lone column. */
export function barsOf(
  { dims, cells, bands }: Pick<TableOnShow, 'dims' | 'cells'> & { bands?: readonly number[] },
  language: Language,
  unit: string,
): { labels: string[]; sets: { label: string; cells: (number | null)[]; bands?: number[] }[] } {
  const { across, rows: all } = layOut(dims)
  const rows = all.filter(({ codes }) => !codes.some(isTotal))
  return {
    labels: rows.map(({ codes }) => codes.map(({ label }) => label[language]).join(' · ') || unit),
    sets: (across?.codes.filter((code) => !isTotal(code)) ?? [null])
      .map((code, column) => ({
        label: code?.label[language] ?? unit,
        cells: rows.map((row) => cells[row.cells[column] ?? -1] ?? null),
        ...(bands && { bands: rows.map((row) => bands[row.cells[column] ?? -1] ?? 0) }),
      }))
      .filter((set) => across === null || set.cells.some((count) => count !== 0)),
  }
}
