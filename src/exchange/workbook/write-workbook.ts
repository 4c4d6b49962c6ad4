import { harmlessText } from '../harmless-text.ts'
import { writeZip } from './write-zip.ts'

/** A number is written as one, a text as text; null leaves the cell empty. */
export type SheetCell = string | number | { text: string; style: 'bold' | 'title' | 'note' } | null

export interface Sheet {
  name: string
  rows: readonly (readonly SheetCell[])[]
  /** In characters, from the first column on. */
  widths?: readonly number[]
  /** The first row stays in sight and filters the others. */
  isList?: boolean
}

const styles = { plain: 0, bold: 1, title: 2, note: 3 }
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * Writes a workbook (Office Open XML). Texts are stored as texts, so that no program computes them, and those that another
 * would take for a formula when it saves the sheet as CSV get an apostrophe. The same sheets make the same bytes.
 *
 * Not write-excel-file: it packs larger sheets in a worker made from a blob, which our content policy forbids, and writes the
 * minute of its making into the file.
 */
export const writeWorkbook = (sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> =>
  writeZip([
    {
      name: '[Content_Types].xml',
      content: `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${sheets
        .map(
          (_, index) =>
            `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
        )
        .join('')}</Types>`,
    },
    { name: '_rels/.rels', content: relationships([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
        .map(
          ({ name }, index) =>
            `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets>${filters(sheets)}</workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    },
    {
      name: 'xl/styles.xml',
      content: `${declaration}<styleSheet xmlns="${main}"><fonts count="4"><font><sz val="11"/></font><font><b/><sz val="11"/></font><font><b/><sz val="13"/></font><font><i/><sz val="10"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">${[
        0, 1, 2, 3,
      ]
        .map((font) => `<xf fontId="${font}" applyFont="1"/>`)
        .join('')}</cellXfs></styleSheet>`,
    },
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: sheetXml(sheet),
    })),
  ])

const relationships = (targets: readonly [string, string][]): string =>
  `${declaration}<Relationships xmlns="${packaged}/relationships">${targets
    .map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

/** A list's filter is a name of the workbook as well: without it some programs call the file damaged. */
const filters = (sheets: readonly Sheet[]): string => {
  const names = sheets.flatMap(({ name, rows, isList }, index) =>
    isList
      ? [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${escaped(
            name.replaceAll("'", "''"),
          )}'!$A$1:$${columnName(width(rows) - 1)}$${rows.length}</definedName>`,
        ]
      : [],
  )
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
}

function sheetXml({ rows, widths = [], isList = false }: Sheet): string {
  const pane =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  const columns = widths.map(
    (chars, index) => `<col min="${index + 1}" max="${index + 1}" width="${chars}" customWidth="1"/>`,
  )
  const lines = rows.map(
    (row, line) =>
      `<row r="${line + 1}">${row.map((cell, column) => cellXml(cell, `${columnName(column)}${line + 1}`)).join('')}</row>`,
  )
  const filter = isList ? `<autoFilter ref="A1:${columnName(width(rows) - 1)}${rows.length}"/>` : ''
  return `${declaration}<worksheet xmlns="${main}">${isList ? pane : ''}${
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
  }<sheetData>${lines.join('')}</sheetData>${filter}</worksheet>`
}

function cellXml(cell: SheetCell, at: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  const { text, style } = typeof cell === 'string' ? { text: cell, style: 'plain' as const } : cell
  return `<c r="${at}" s="${styles[style]}" t="inlineStr"><is><t xml:space="preserve">${escaped(
    harmlessText(text),
  )}</t></is></c>`
}

const width = (rows: Sheet['rows']): number => Math.max(1, ...rows.map((row) => row.length))

/** A, B … Z, AA, AB … */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** XML text; what XML cannot hold is left out, and what a workbook would read as a character's number is told apart. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
