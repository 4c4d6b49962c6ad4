import type { Language } from '../../casework/records/values.ts'
import type { TableOnShow } from '../../room/contract/report.ts'

type Dimension = TableOnShow['dims'][number]
type Code = Dimension['codes'][number]

/** A table of counts as rows and columns; a row names the grid cell that stands in each of its columns. */
export interface GridLayout {
  /** The dimension across the top; null when there is one column only. */
  across: Dimension | null
  /** The dimensions down the side; none for a single number. */
  down: Dimension[]
  rows: { key: string; codes: Code[]; cells: number[] }[]
}

/** Lays a grid out for reading: the dimension with the fewest codes goes across, the others down. */
export function layOut(dims: readonly Dimension[]): GridLayout {
  const across = dims.length < 2 ? null : dims.reduce((least, dim) => (size(dim) < size(least) ? dim : least))
  const down = dims.filter((dim) => dim !== across)
  const rows = combinations(down).map((codes) => ({
    key: codes.map(({ code }) => code).join(' '),
    codes,
    cells: (across?.codes ?? [null]).map((code) => cellAt(dims, code === null ? codes : [...codes, code])),
  }))
  return { across, down, rows }
}

const size = ({ codes }: Dimension): number => codes.length

const combinations = (dims: readonly Dimension[]): Code[][] =>
  dims.reduce<Code[][]>(
    (lists, { codes }) => lists.flatMap((list) => codes.map((code) => [...list, code])),
    [[]],
  )

const cellAt = (dims: readonly Dimension[], chosen: readonly Code[]): number =>
  dims.reduce((cell, { codes }) => cell * codes.length + codes.findIndex((code) => chosen.includes(code)), 0)

/** What each cell of a grid is called, in grid order; empty for a table that is one number. */
export const cellNames = (dims: readonly Dimension[], language: Language): string[] =>
  combinations(dims).map((codes) => codes.map(({ label }) => label[language]).join(' · '))

/** A table's cells as bars: a label for each row, a set for each column with anything in it; `unit` names a lone column. */
export function barsOf(
  { dims, cells }: Pick<TableOnShow, 'dims' | 'cells'>,
  language: Language,
  unit: string,
): { labels: string[]; sets: { label: string; cells: (number | null)[] }[] } {
  const { across, rows } = layOut(dims)
  return {
    labels: rows.map(({ codes }) => codes.map(({ label }) => label[language]).join(' · ') || unit),
    sets: (across?.codes ?? [null])
      .map((code, column) => ({
        label: code?.label[language] ?? unit,
        cells: rows.map((row) => cells[row.cells[column] ?? -1] ?? null),
      }))
      .filter((set) => across === null || set.cells.some((count) => count !== 0)),
  }
}
