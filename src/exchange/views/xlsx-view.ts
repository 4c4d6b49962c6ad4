import type { Language } from '../../casework/records/values.ts'
import { type SheetCell, writeWorkbook } from '../workbook/write-workbook.ts'
import { crossTable } from './cross-table.ts'
import { longRows } from './long-rows.ts'
import type { PackageView } from './package-view.ts'
import { headLines, words } from './view-words.ts'

/** A package as a workbook: what it is, a list to pivot, and the tables as one reads them. Never read back in. */
export const xlsxView = (view: PackageView, language: Language): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook([
    { name: words.about[language], rows: headLines(view, language), widths: [36, 70] },
    { name: words.data[language], rows: listRows(view, language), widths: [26, 34, 12, 30], isList: true },
    { name: words.tables[language], rows: tableRows(view, language), widths: [24] },
  ])

const listRows = (view: PackageView, language: Language): SheetCell[][] => {
  const [heading = [], ...rows] = longRows(view, language)
  return [heading.map((text) => ({ text: String(text), style: 'bold' })), ...rows]
}

const tableRows = ({ tables }: PackageView, language: Language): SheetCell[][] =>
  tables.flatMap((table): SheetCell[][] => {
    const { title, note, heading, rows } = crossTable(table, language)
    return [
      [{ text: title, style: 'title' }],
      [{ text: note, style: 'note' }],
      heading.map((text) => ({ text, style: 'bold' })),
      ...rows.map(({ labels, counts }) => [
        ...labels.map((text): SheetCell => ({ text, style: 'bold' })),
        ...counts.map((count) => count ?? words.withheld[language]),
      ]),
      [],
    ]
  })
