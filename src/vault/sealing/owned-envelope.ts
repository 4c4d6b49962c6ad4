import { VaultError } from '../errors.ts'
import type { DomainKey, RecordKey } from '../keys/domain-key.ts'
import { type Bytes, fromHex, joined, textOf, toHex, utf8 } from '../primitives/bytes.ts'
import { decrypt, encrypt, nonceLength } from '../primitives/cipher.ts'
import { pad, unpad } from '../primitives/padding.ts'
import { drawBytes } from '../primitives/random.ts'
import { checkActive } from './envelope.ts'
import {
  boundBy,
  checkHeader,
  type EnvelopeHeader,
  headerLength,
  type Place,
  readContent,
  readHeader,
  suites,
  writeHeader,
} from './envelope-header.ts'

// header | generation u16 | nonce 12 | owner's id 16 and tag 16 | padded content, encrypted | tag 16
const nonceAt = headerLength + 2
const ownerAt = nonceAt + nonceLength
const contentAt = ownerAt + 32

/** A record of a client, still closed: whose it is only holders of the domain can tell. */
export interface OwnedEnvelope {
  header: EnvelopeHeader
  /** Of the domain. */
  generation: number
  nonce: Bytes
  owner: Bytes
  content: Bytes
}

const headOf = (header: Bytes, generation: number): Bytes =>
  joined(header, Uint8Array.of(generation >> 8, generation & 0xff))

/** Seals a JSON value of a client under the client's key. Owner and content have a key each, so they may share the nonce. */
export const sealOwned = async (
  { owner, generation }: DomainKey,
  { id, key }: RecordKey,
  place: Place,
  clientId: string,
  value: unknown,
): Promise<Bytes> => {
  checkActive(key, place)
  const head = headOf(writeHeader(suites.owned, id, place), generation)
  const nonce = drawBytes(nonceLength)
  const sealedOwner = await encrypt(owner, nonce, boundBy(place, head), fromHex(clientId))
  const bound = boundBy(place, joined(head, sealedOwner))
  return joined(head, nonce, sealedOwner, await encrypt(key, nonce, bound, pad(utf8(JSON.stringify(value)))))
}

/** Throws DAMAGED_RECORD for what is too short. */
export const readOwned = (envelope: Bytes): OwnedEnvelope => {
  if (envelope.length < contentAt) throw new VaultError('DAMAGED_RECORD')
  const [high = 0, low = 0] = envelope.subarray(headerLength, nonceAt)
  return {
    header: readHeader(envelope),
    generation: high * 256 + low,
    nonce: envelope.slice(nonceAt, ownerAt),
    owner: envelope.slice(ownerAt, contentAt),
    content: envelope.slice(contentAt),
  }
}

/** The client a record belongs to. Throws DAMAGED_RECORD for one that was changed or moved. */
export const ownerOf = async (
  key: DomainKey,
  place: Place,
  { header, generation, nonce, owner }: OwnedEnvelope,
): Promise<string> => {
  checkHeader(header, header.keyId, place)
  const bound = boundBy(place, headOf(header.bytes, generation))
  return toHex(await decrypt(key.owner, nonce, bound, owner, 'DAMAGED_RECORD'))
}

/** Opens a client's record; throws as `unseal` does. */
export const unsealOwned = async (
  { id, key }: RecordKey,
  place: Place,
  { header, generation, nonce, owner, content }: OwnedEnvelope,
): Promise<unknown> => {
  checkHeader(header, id, place)
  const bound = boundBy(place, joined(headOf(header.bytes, generation), owner))
  const opened = await decrypt(key, nonce, bound, content, 'DAMAGED_RECORD')
  return readContent(textOf(unpad(opened)), header, place)
}
