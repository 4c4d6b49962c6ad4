import { inflateRawSync } from 'node:zlib'
import { SaxesParser } from 'saxes'

/** The rows of a CSV file, as RFC 4180 has them read. */
export const rowsOfCsv = (bytes: Uint8Array): string[][] =>
  fieldsOfCsv(bytes).map((row) => row.map(({ text }) => text))

/** Its rows, and which fields stood in quotes. */
export const fieldsOfCsv = (bytes: Uint8Array): { text: string; quoted: boolean }[][] => {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n)/gy
  const rows: { text: string; quoted: boolean }[][] = []
  let row: { text: string; quoted: boolean }[] = []
  let read = 0
  for (const [whole, quoted, plain = '', end] of text.matchAll(field)) {
    read += whole.length
    row.push({ text: quoted?.replaceAll('""', '"') ?? plain, quoted: quoted !== undefined })
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  if (read !== text.length || row.length > 0) throw new Error(`no CSV from character ${read} on`)
  return rows
}

/** The files in a zip archive, by name: read from its directory, without the program's own reader. */
export const filesOfZip = (bytes: Uint8Array): Map<string, string> => {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const files = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const offset = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
    files.set(name, inflateRawSync(zip.subarray(start, start + packed)).toString('utf8'))
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

/** A cell as it is stored: a number, a text, or nothing. */
export type StoredCell = number | string | null

/** The rows of a sheet, cells in their columns. Throws at what is no XML, and at a formula. */
export const rowsOfSheet = (xml: string): StoredCell[][] => {
  const rows: StoredCell[][] = []
  let type = ''
  let column = 0
  let content: string | null = null
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const say = (attribute: string) => attributes[attribute]?.value ?? ''
    if (name === 'row') rows[Number(say('r')) - 1] = []
    if (name === 'c') {
      type = say('t')
      column = columnOf(say('r'))
    }
    if (name === 'f') throw new Error('a formula')
    if (name === 'v' || name === 't') content = ''
  })
  parser.on('text', (text) => {
    if (content !== null) content += text
  })
  parser.on('closetag', ({ name }) => {
    if (name !== 'v' && name !== 't') return
    const row = rows.at(-1) ?? []
    while (row.length < column) row.push(null)
    row[column] = type === 'inlineStr' ? unescaped(content ?? '') : Number(content)
    content = null
  })
  parser.write(xml).close()
  return Array.from(rows, (row) => row ?? [])
}

const columnOf = (address: string): number =>
  [...address.replace(/\d/g, '')].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1

const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
