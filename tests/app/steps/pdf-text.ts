import { inflateSync } from 'node:zlib'

/** The codes of one font, in hexadecimal, and the texts they stand for. */
type Letters = ReadonlyMap<string, string>

interface PdfObject {
  /** What is said before its stream. */
  head: string
  /** Its stream, unpacked; empty where there is none. */
  stream: string
}

/** What stands on the pages of a PDF as Chromium prints it, in the order it is drawn. */
export function textOf(pdf: Buffer): string {
  const objects = objectsOf(pdf)
  const fonts = fontsOf(objects)
  return [...objects.values()].map(({ stream }) => drawn(stream, fonts)).join('')
}

/** Codes are read by the font that was chosen last; where a text is given beside them, that is what they say. */
function drawn(stream: string, fonts: ReadonlyMap<string, Letters>): string {
  let letters: Letters = new Map()
  let said = false
  let text = ''
  for (const [token, font, actual, codes] of stream.matchAll(
    /\/(F\d+) [\d.]+ Tf|\/ActualText <FEFF(\w+)>|<(\w+)> Tj|EMC/g,
  )) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map()
    else if (actual !== undefined) text += utf16(actual)
    else if (codes !== undefined && !said) text += decoded(codes, letters)
    said = actual !== undefined || (said && token !== 'EMC')
  }
  return text
}

function decoded(codes: string, letters: Letters): string {
  const [{ length } = ''] = letters.keys()
  let text = ''
  for (let at = 0; length > 0 && at < codes.length; at += length)
    text += letters.get(codes.slice(at, at + length)) ?? ''
  return text
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>()
  for (const { 0: whole, 1: id = '', 2: head = '', index } of pdf
    .toString('latin1')
    .matchAll(/^(\d+) 0 obj\b([\s\S]*?)(?:endobj|stream\r?\n)/gm)) {
    const from = index + whole.length
    const packed = pdf.subarray(from, from + Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0))
    const stream = head.includes('/FlateDecode') ? inflateSync(packed).toString('latin1') : ''
    objects.set(id, { head, stream })
  }
  return objects
}

/** By the names that pages call fonts by. */
function fontsOf(objects: ReadonlyMap<string, PdfObject>): Map<string, Letters> {
  const fonts = new Map<string, Letters>()
  for (const { head } of objects.values())
    for (const [, name = '', id = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? ''
      fonts.set(name, lettersIn(objects.get(map)?.stream ?? ''))
    }
  return fonts
}

function lettersIn(characterMap: string): Letters {
  const [, map = ''] = characterMap.split('endcodespacerange')
  const letters = new Map<string, string>()
  for (const [, from = '', to = '', first = ''] of map.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
    for (let step = 0; step <= Number.parseInt(to, 16) - Number.parseInt(from, 16); step++)
      letters.set(
        (Number.parseInt(from, 16) + step).toString(16).toUpperCase().padStart(from.length, '0'),
        utf16((Number.parseInt(first, 16) + step).toString(16).padStart(first.length, '0')),
      )
  for (const [, code = '', text = ''] of map.matchAll(/^<(\w+)> <(\w+)>$/gm))
    letters.set(code.toUpperCase(), utf16(text))
  return letters
}
