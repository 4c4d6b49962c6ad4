import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What Chromium writes before the state of a page's fields: their texts, and which choices are made. */
export const formState = 'Blink serialized form state'

/** A text as it could lie on a disk. */
interface Trace {
  text: string
  encoding: string
  bytes: Buffer
}

/** A text found where it must not be. */
export interface Find {
  file: string
  encoding: string
  text: string
}

/** Which bytes stand for a character in GBK, the encoding of older Chinese programs. */
const gbk = (() => {
  const decoder = new TextDecoder('gbk', { fatal: true })
  const bytesOf = new Map<string, number[]>()
  const learn = (bytes: number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes))
      if (!bytesOf.has(character)) bytesOf.set(character, bytes)
    } catch {
      // These bytes stand for nothing.
    }
  }
  for (let low = 0; low < 0x80; low++) learn([low])
  for (let high = 0x81; high <= 0xfe; high++) for (let low = 0x40; low <= 0xfe; low++) learn([high, low])
  return (text: string): Buffer => Buffer.from([...text].flatMap((character) => bytesOf.get(character) ?? []))
})()

/** Base64 of bytes that begin at any place in a longer text: the ends, which depend on their neighbours, are left out. */
const base64At = (bytes: Buffer, shift: 0 | 1 | 2): string =>
  Buffer.concat([Buffer.alloc(shift), bytes])
    .toString('base64')
    .slice(shift === 0 ? 0 : shift + 1)
    .replace(/=+$/, '')
    .slice(0, (bytes.length + shift) % 3 === 0 ? undefined : -1)

export const tracesOf = (text: string): Trace[] => {
  const utf8 = Buffer.from(text, 'utf8')
  const utf16le = Buffer.from(text, 'utf16le')
  const base64 = ([0, 1, 2] as const).map((shift) => base64At(utf8, shift))
  const urlSafe = base64.map((letters) => letters.replaceAll('+', '-').replaceAll('/', '_'))
  const forms: [string, Buffer][] = [
    ['utf-8', utf8],
    ['utf-16le', utf16le],
    ['utf-16be', Buffer.from(utf16le).swap16()],
    ['gbk', gbk(text)],
    ...base64.map((letters, shift): [string, Buffer] => [`base64+${shift}`, Buffer.from(letters)]),
    ...urlSafe.map((letters, shift): [string, Buffer] => [`base64url+${shift}`, Buffer.from(letters)]),
  ]
  const isNew = ([, bytes]: [string, Buffer], at: number) =>
    !forms.slice(0, at).some(([, earlier]) => earlier.equals(bytes))
  return forms.filter(isNew).map(([encoding, bytes]) => ({ text, encoding, bytes }))
}

/** Looks for traces of texts in bytes, whatever lies around them. */
export const scanBytes = (file: string, bytes: Buffer, traces: readonly Trace[]): Find[] =>
  traces
    .filter((trace) => bytes.includes(trace.bytes))
    .map(({ encoding, text }) => ({ file, encoding, text }))

/** Looks for traces of texts in every file of a folder, in its name and in all its bytes. */
export const scanFolder = (folder: string, traces: readonly Trace[]): Find[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return scanBytes(path, Buffer.concat([Buffer.from(`${name}\n`), readFileSync(path)]), traces)
    })
