import { crc32, deflateRawSync } from 'node:zlib'

/** A zip file made by hand, so that it can be made wrong. */
export interface ZipEntry {
  name: string
  content: string | Uint8Array
  /** What the directory says instead of the truth. */
  size?: number
  crc?: number
  flags?: number
  method?: number
}

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

export function zipOf(entries: readonly ZipEntry[], comment = ''): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, size, crc, flags = 0, method = 8 } of entries) {
    const plain = bytesOf(content)
    const packed = method === 8 ? deflateRawSync(plain) : Buffer.from(plain)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    local.writeUInt16LE(method, 8)
    local.writeUInt16LE(Buffer.byteLength(name), 26)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50)
    head.writeUInt16LE(flags, 8)
    head.writeUInt16LE(method, 10)
    head.writeUInt32LE(crc ?? crc32(plain), 16)
    head.writeUInt32LE(packed.length, 20)
    head.writeUInt32LE(size ?? plain.length, 24)
    head.writeUInt16LE(Buffer.byteLength(name), 28)
    head.writeUInt32LE(offset, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(head, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(Buffer.byteLength(comment), 20)
  return new Uint8Array(Buffer.concat([...parts, listing, end, Buffer.from(comment)]))
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export interface WorkbookParts {
  /** What stands in `worksheet`, by sheet. */
  sheets: string[]
  /** Name, and attributes of the sheet's entry. */
  names?: [string, string][]
  strings?: string
  numFmts?: string
  /** Format numbers by style. */
  formats?: number[]
  from1904?: boolean
  strict?: boolean
}

/** The parts of a workbook, as entries of a zip file. */
export function workbookEntries({
  sheets,
  names = sheets.map((_, index) => [`Sheet${index + 1}`, '']),
  strings,
  numFmts = '',
  formats = [0],
  from1904 = false,
  strict = false,
}: WorkbookParts): ZipEntry[] {
  const type = strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : relations
  const rels = (targets: readonly [string, string, string][]) =>
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="x">${targets
      .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`)
      .join('')}</Relationships>`
  const listed = names.map(
    ([name, more], index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}" ${more}/>`,
  )
  return [
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: rels([['w', 'officeDocument', '/xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${
        from1904 ? ' date1904="1"' : ''
      }/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: rels([
        ...sheets.map((_, index): [string, string, string] => [
          `s${index}`,
          'worksheet',
          `worksheets/sheet${index + 1}.xml`,
        ]),
        ...(strings === undefined
          ? []
          : [['t', 'sharedStrings', 'sharedStrings.xml'] as [string, string, string]]),
        ['y', 'styles', 'styles.xml'],
      ]),
    },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: `<sst>${strings}</sst>` }]),
    {
      name: 'xl/styles.xml',
      content: `<styleSheet><numFmts>${numFmts}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats
        .map((id) => `<xf numFmtId="${id}"/>`)
        .join('')}</cellXfs></styleSheet>`,
    },
    ...sheets.map((content, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<worksheet xmlns="${main}">${content}</worksheet>`,
    })),
  ]
}

export const workbookOf = (parts: WorkbookParts): Uint8Array<ArrayBuffer> => zipOf(workbookEntries(parts))

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '')

/** A cell holding a text. */
export const inline = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

/** A sheet of texts, from A1 on. */
export const sheetOf = (rows: readonly (readonly string[])[], after = ''): string =>
  `<sheetData>${rows
    .map(
      (cells, index) =>
        `<row r="${index + 1}">${cells
          .map((text, column) =>
            text === '' ? '' : inline(`${String.fromCharCode(65 + column)}${index + 1}`, text),
          )
          .join('')}</row>`,
    )
    .join('')}</sheetData>${after}`
