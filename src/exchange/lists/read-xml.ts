import { SaxesParser } from 'saxes'
import { ListError } from './list-error.ts'

/** What is told of a part as it is read. Names come without their prefix. */
export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads one part of a workbook from its beginning to its end. Throws LIST_DAMAGED for what is not well-formed, has a document type, or
 * is in another encoding than the two that workbooks are written in.
 */
export function readXml(bytes: Uint8Array, part: string, reader: XmlReader): void {
  const damaged = (cause?: unknown) => new ListError('LIST_DAMAGED', part, { cause })
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  parser.on('error', (problem) => {
    throw damaged(problem)
  })
  parser.on('doctype', () => {
    throw damaged()
  })
  parser.on('opentag', ({ name, attributes }) => reader.open?.(local(name), withoutPrefixes(attributes)))
  parser.on('text', (text) => reader.text?.(text))
  parser.on('cdata', (text) => reader.text?.(text))
  parser.on('closetag', ({ name }) => reader.close?.(local(name)))
  parser.write(decoded(bytes, damaged)).close()
}

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const plain: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) plain[local(name)] ??= value
  return plain
}

function decoded(bytes: Uint8Array, damaged: (cause?: unknown) => ListError): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (problem) {
    throw damaged(problem)
  }
}

/** Characters that XML cannot hold are written as `_x000D_` in workbooks. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
