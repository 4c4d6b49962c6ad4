import { ListError } from './list-error.ts'

/** Encodings that spreadsheet programs in China save text files in. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const strictly = (encoding: TextEncodingName, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * A text file as text; its encoding is told by its content alone. Throws LIST_ENCODING_UNKNOWN when it can not be told for certain,
 * LIST_WRONG_TYPE when the file is no text in columns.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncodingName } {
  const encoding = encodingOf(bytes)
  const text = strictly(encoding, bytes)
  if (text === null) throw new ListError('LIST_ENCODING_UNKNOWN')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text file has is looked for
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f]/.test(text) || /^\s*</.test(text)) throw new ListError('LIST_WRONG_TYPE')
  return { text, encoding }
}

function encodingOf(bytes: Uint8Array): TextEncodingName {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (bytes.includes(0)) {
    // Separators have a zero beside them in UTF-16; the other way round no Chinese character is one of them.
    const [little, big] = [separators(bytes, 0), separators(bytes, 1)]
    if (little === big) throw new ListError('LIST_WRONG_TYPE')
    return little > big ? 'utf-16le' : 'utf-16be'
  }
  const hasMark = first === 0xef && second === 0xbb && bytes[2] === 0xbf
  const utf8 = strictly('utf-8', bytes)
  if (hasMark || (utf8 !== null && !/[^\p{ASCII}]/u.test(utf8))) return 'utf-8'
  const isChinese = looksChinese(bytes)
  if (utf8 === null) {
    if (!isChinese) throw new ListError('LIST_ENCODING_UNKNOWN')
    return 'gb18030'
  }
  // Two-byte characters alone may be Latin letters with accents as well as Chinese ones.
  if (!/[\u0800-\u{10ffff}]/u.test(utf8) && isChinese && strictly('gb18030', bytes) !== null)
    throw new ListError('LIST_ENCODING_UNKNOWN')
  return 'utf-8'
}

/** How many separators there are if of every two bytes the one at `low` is the lower. */
function separators(bytes: Uint8Array, low: 0 | 1): number {
  let count = 0
  for (let at = 0; at + 1 < bytes.length; at += 2)
    if (bytes[at + 1 - low] === 0 && '\t\n\r ",;'.includes(String.fromCharCode(bytes[at + low] ?? 0))) count++
  return count
}

/**
 * Whether bytes read as GB 18030 are mostly characters of everyday use. Other encodings, Big5 above all, are read as rare ones:
 * that would be a list of wrong names.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let usual = 0
  let rare = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    if (trail >= 0x30 && trail <= 0x39) {
      at += 3
      continue
    }
    const isUsual = trail >= 0xa1 && (lead === 0xa1 || lead === 0xa3 || (lead >= 0xb0 && lead <= 0xf7))
    if (isUsual) usual++
    else rare++
    at++
  }
  return usual >= 2 * rare
}
