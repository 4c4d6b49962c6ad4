import { type Bytes, joined, textOf, utf8 } from './bytes.ts'
import { decrypt, encrypt, nonceLength } from './cipher.ts'
import type { RecordKey } from './domain-key.ts'
import {
  boundBy,
  checkHeader,
  headerLength,
  type Place,
  readContent,
  readHeader,
  suites,
  writeHeader,
} from './envelope-header.ts'
import { pad, unpad } from './padding.ts'
import { drawBytes } from './random.ts'

const contentAt = headerLength + nonceLength

/** Seals a JSON value for its place: header | nonce 12 | padded content | tag 16. */
export const seal = async ({ id, key }: RecordKey, place: Place, value: unknown): Promise<Bytes> => {
  const header = writeHeader(suites.keyed, id, place)
  const nonce = drawBytes(nonceLength)
  const content = pad(utf8(JSON.stringify(value)))
  return joined(header, nonce, await encrypt(key, nonce, boundBy(place, header), content))
}

/**
 * Opens an envelope. Throws WRONG_KEY, DAMAGED_RECORD (changed, cut, or moved from another place), UNKNOWN_SUITE or
 * NEWER_SCHEMA; nothing of the content is given then.
 */
export const unseal = async ({ id, key }: RecordKey, place: Place, envelope: Bytes): Promise<unknown> => {
  const header = readHeader(envelope)
  checkHeader(header, id, place)
  const nonce = envelope.slice(headerLength, contentAt)
  const bound = boundBy(place, header.bytes)
  const content = await decrypt(key, nonce, bound, envelope.slice(contentAt), 'DAMAGED_RECORD')
  return readContent(textOf(unpad(content)), header, place)
}
