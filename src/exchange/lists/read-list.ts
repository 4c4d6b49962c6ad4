import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { decodeText, type TextEncodingName } from './decode-text.ts'
import { ListError } from './list-error.ts'
import type { ListKind } from './list-kind.ts'
import { listLimits } from './list-limits.ts'
import type { ListTable } from './list-table.ts'
import { readCsv } from './read-csv.ts'
import { readSheet } from './sheet-rows.ts'
import { readWorkbook } from './workbook-parts.ts'
import { openZip } from './zip-parts.ts'

/** A file with lists in it. */
export interface ListFile {
  format: 'xlsx' | TextEncodingName
  /** The sheets that show and have something in them; of a text file one without a name. */
  sheets: { name: string; table: ListTable }[]
}

/**
 * Reads an XLSX workbook or a CSV file as it stands, without yet asking what it means; what it is is told by its content, not
 * by its name. Refused with one of `listRefusals`, `at` the part or row where that shows.
 */
export async function readList(
  bytes: Uint8Array<ArrayBuffer>,
  kind: ListKind<string>,
): Promise<Outcome<ListFile>> {
  try {
    const file = await fileOf(bytes, kind)
    const sheets = file.sheets.filter(({ table }) => table.rows.length > 0)
    return sheets.length === 0 ? refused('LIST_EMPTY') : done({ ...file, sheets })
  } catch (problem) {
    if (!(problem instanceof ListError)) throw problem
    return refused(problem.code, problem.at === null ? {} : { at: problem.at })
  }
}

async function fileOf(bytes: Uint8Array<ArrayBuffer>, kind: ListKind<string>): Promise<ListFile> {
  if (bytes.length === 0) throw new ListError('LIST_EMPTY')
  if (bytes.length > listLimits.bytes) throw new ListError('LIST_TOO_LARGE')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new ListError(oldKind(bytes))
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes, kind)
  const { text, encoding } = decodeText(bytes)
  return { format: encoding, sheets: [{ name: '', table: readCsv(text, kind) }] }
}

async function readXlsx(bytes: Uint8Array<ArrayBuffer>, { atMost }: ListKind<string>): Promise<ListFile> {
  const zip = openZip(bytes)
  const workbook = await readWorkbook(zip)
  const sheets: ListFile['sheets'] = []
  for (const { name, part } of workbook.sheets) {
    const rows = readSheet(await zip.read(part), name, { workbook, atMost })
    sheets.push({ name, table: { rows, from1904: workbook.from1904, mayOverhang: true } })
  }
  return { format: 'xlsx', sheets }
}

const startsWith = (bytes: Uint8Array, first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte)

/** A workbook with a password stands in the same wrapping as the old kind, under this name in UTF-16. */
const oldKind = (bytes: Uint8Array) =>
  new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes('EncryptedPackage')
    ? 'LIST_LOCKED'
    : 'LIST_OLD_EXCEL'
