import type { Language } from '../../casework/records/values.ts'
import { cellsOf, dimensionsIn, keyOf, type PackageView } from './package-view.ts'
import { protectionWord, unitWord, words } from './view-words.ts'

/**
 * All cells of all tables below one heading, a column for every dimension that any of them has: what a pivot table is made
 * from. A cell that is withheld has the one mark in place of its count, never a blank, which would be added up as nothing.
 */
export function longRows({ tables }: PackageView, language: Language): (string | number)[][] {
  const dims = dimensionsIn(tables)
  const heading = [
    words.table,
    words.title,
    words.counted,
    words.protection,
    words.row,
    words.cell,
    ...dims.map(({ title }) => title),
    words.count,
  ].map((word) => word[language])
  const rows = tables.flatMap((table) => {
    const { planned } = table
    const start = [
      planned.id,
      planned.title[language],
      unitWord(table, language),
      protectionWord(table, language),
    ]
    const positions = dims.map(({ id }) => table.axes.findIndex((dim) => dim.id === id))
    return cellsOf(table).map((cell) => [
      ...start,
      (cell.isTotal ? words.total : words.detail)[language],
      keyOf(cell),
      ...positions.map((position) => cell.codes[position]?.label[language] ?? ''),
      cell.count ?? words.withheld[language],
    ])
  })
  return [heading, ...rows]
}
