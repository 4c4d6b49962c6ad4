import { VaultError } from '../errors.ts'
import type { RecordKey } from '../keys/domain-key.ts'
import { type Bytes, joined, textOf, utf8 } from '../primitives/bytes.ts'
import { decrypt, encrypt, nonceLength } from '../primitives/cipher.ts'
import { pad, unpad } from '../primitives/padding.ts'
import { drawBytes } from '../primitives/random.ts'
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

const contentAt = headerLength + nonceLength

/** Throws RETIRED_KEY for a key of a generation that another has followed. */
export const checkActive = (key: CryptoKey, { domain }: Place): void => {
  if (!key.usages.includes('encrypt')) throw new VaultError('RETIRED_KEY', { at: domain })
}

/** Seals a JSON value for its place: header | nonce 12 | padded content | tag 16. */
export const seal = async ({ id, key }: RecordKey, place: Place, value: unknown): Promise<Bytes> => {
  checkActive(key, place)
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
