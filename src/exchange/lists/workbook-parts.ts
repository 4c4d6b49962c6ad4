import { type FormatMeaning, formatMeaning } from './date-format.ts'
import { ListError } from './list-error.ts'
import { readXml, unescaped } from './read-xml.ts'
import type { ZipParts } from './zip-parts.ts'

/** Where one part points to another; `type` is the last word of its kind, the same in both dialects of the format. */
interface Relationship {
  id: string
  type: string
  part: string
}

export interface Workbook {
  /** The sheets that show, in their order. */
  sheets: { name: string; part: string }[]
  from1904: boolean
  strings: string[]
  /** What numbers mean, by the style of their cell. */
  styles: FormatMeaning[]
}

/** Reads all of a workbook but its sheets. Throws LIST_WRONG_TYPE for other files that are zip files too, LIST_DAMAGED. */
export async function readWorkbook(zip: ZipParts): Promise<Workbook> {
  const wrongType = new ListError('LIST_WRONG_TYPE')
  if (!zip.has('_rels/.rels')) throw wrongType
  const main = (await relationshipsOf(zip, '')).find(({ type }) => type === 'officeDocument')?.part
  if (main === undefined || !main.endsWith('.xml')) throw wrongType
  const { root, sheets, from1904 } = readMain(await zip.read(main), main)
  if (root !== 'workbook') throw wrongType
  const related = await relationshipsOf(zip, main)
  const partOf = (type: string) => related.find((one) => one.type === type)?.part
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')]
  return {
    from1904,
    sheets: sheets.flatMap(({ id, name, shows }) => {
      const sheet = related.find((one) => one.id === id)
      if (!sheet) throw new ListError('LIST_DAMAGED', main)
      return shows && sheet.type === 'worksheet' ? [{ name, part: sheet.part }] : []
    }),
    strings: strings === undefined ? [] : readStrings(await zip.read(strings), strings),
    styles: styles === undefined ? [] : readStyles(await zip.read(styles), styles),
  }
}

async function relationshipsOf(zip: ZipParts, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1
  const [folder, file] = [part.slice(0, slash), part.slice(slash)]
  const path = `${folder}_rels/${file}.rels`
  if (!zip.has(path)) return []
  const found: Relationship[] = []
  readXml(await zip.read(path), path, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: resolved(folder, Target) })
    },
  })
  return found
}

function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function readMain(bytes: Uint8Array, part: string) {
  let root: string | null = null
  let from1904 = false
  const sheets: { id: string; name: string; shows: boolean }[] = []
  readXml(bytes, part, {
    open(tag, { date1904, id = '', name = '', state = 'visible' }) {
      root ??= tag
      if (tag === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true'
      if (tag === 'sheet') sheets.push({ id, name, shows: state === 'visible' })
    },
  })
  return { root, sheets, from1904 }
}

/** The texts that cells point to; of each only what is seen, without the reading marks above it. */
function readStrings(bytes: Uint8Array, part: string): string[] {
  const strings: string[] = []
  let text = ''
  let isRead = false
  let isMark = false
  readXml(bytes, part, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 't') isRead = true
      if (name === 'rPh') isMark = true
    },
    text(more) {
      if (isRead && !isMark) text += more
    },
    close(name) {
      if (name === 't') isRead = false
      if (name === 'rPh') isMark = false
      if (name === 'si') strings.push(unescaped(text))
    },
  })
  return strings
}

function readStyles(bytes: Uint8Array, part: string): FormatMeaning[] {
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCells = false
  readXml(bytes, part, {
    open(name, { numFmtId = '0', formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode)
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) formats.push(Number(numFmtId))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats.map((id) => formatMeaning(id, codes.get(id) ?? null))
}
