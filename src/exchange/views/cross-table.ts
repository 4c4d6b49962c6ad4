import type { Language } from '../../casework/records/values.ts'
import { cellsOf, type TableView } from './package-view.ts'
import { protectionWord, unitWord, words } from './view-words.ts'

/** A table as it is read: headings down and across, totals at the ends. */
export interface CrossTable {
  title: string
  note: string
  heading: string[]
  /** Labels of the row, then its counts; null where nothing is told. */
  rows: { labels: string[]; counts: (number | null)[] }[]
}

/**
 * The last axis across, the others down. A table of class S has its totals among its cells; of the others they are added up
 * here from what is shown, which is the total by definition where every cell is rounded for itself. Duties have no total.
 */
export function crossTable(table: TableView, language: Language): CrossTable {
  const { planned, axes } = table
  const across = axes.at(-1)
  const down = axes.slice(0, -1)
  const columns = across?.codes.map(({ label }) => label[language]) ?? [words.count[language]]
  const cells = cellsOf(table)
  const rows = Array.from({ length: cells.length / columns.length }, (_, row) => {
    const line = cells.slice(row * columns.length, (row + 1) * columns.length)
    const labels = (line[0]?.codes ?? []).slice(0, down.length).map(({ label }) => label[language])
    return { labels, counts: line.map(({ count }) => count) }
  })
  const addsUp = axes.length > 0 && planned.class !== 'S' && planned.unit !== 'duty'
  const total = words.totals[language]
  return {
    title: planned.title[language],
    note: `${words.counted[language]}: ${unitWord(table, language)} · ${protectionWord(table, language)}`,
    heading: [...down.map(({ title }) => title[language]), ...columns, ...(addsUp ? [total] : [])],
    rows: addsUp ? withTotals(rows, down.length, total) : rows,
  }
}

function withTotals(rows: CrossTable['rows'], depth: number, total: string): CrossTable['rows'] {
  const wide = rows.map(({ labels, counts }) => ({ labels, counts: [...counts, sum(counts)] }))
  if (depth === 0) return wide
  const columns =
    wide[0]?.counts.map((_, column) => sum(wide.map(({ counts }) => counts[column] ?? null))) ?? []
  const labels = [total, ...Array.from({ length: depth - 1 }, () => '')]
  return [...wide, { labels, counts: columns }]
}

/** Null as soon as one part is not told. */
const sum = (counts: readonly (number | null)[]): number | null =>
  counts.reduce<number | null>((all, count) => (all === null || count === null ? null : all + count), 0)
