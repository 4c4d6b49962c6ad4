import { VaultError } from '../errors.ts'
import { keyIdLength } from '../keys/domain-key.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, fromHex, joined, sameBytes, textOf, toHex, utf8 } from '../primitives/bytes.ts'
import type { KeyPair } from '../primitives/key-pair.ts'
import { openBox, sealBox } from '../primitives/sealed-box.ts'
import { sign } from '../primitives/signature.ts'
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

// inside the box: author's id 16 | author's signature 64 | JSON
const authorLength = 16
const signatureLength = 64
const jsonAt = authorLength + signatureLength

/** Who writes into a domain that is closed to them: a member of staff with their Ed25519 key. */
export interface Author {
  id: string
  privateKey: CryptoKey
}

/** Every generation of the domain that is held. */
export type BoxKeys = readonly { sealing: KeyPair }[]

/** Whether the member of staff with this id made the signature. */
export type AuthorCheck = (id: string, statement: string, signature: Bytes) => Promise<boolean>

const keyIdOf = async (publicKey: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey)).slice(0, keyIdLength)

const sealingNamed = async (keys: BoxKeys, keyId: Bytes): Promise<KeyPair> => {
  for (const { sealing } of keys) if (sameBytes(await keyIdOf(sealing.publicKey), keyId)) return sealing
  throw new VaultError('WRONG_KEY')
}

const authored = (bound: string, author: string, json: string): string =>
  binding('anxin/authored/1', bound, author, json)

/**
 * Seals a JSON value for a domain of which only the public key is known. The author signs it, for anyone who gets
 * at the disk knows that key as well.
 */
export const sealForDomain = async (
  domainPublicKey: Bytes,
  author: Author,
  place: Place,
  value: unknown,
): Promise<Bytes> => {
  const header = writeHeader(suites.boxed, await keyIdOf(domainPublicKey), place)
  const bound = boundBy(place, header)
  const json = JSON.stringify(value)
  const signature = await sign(author.privateKey, authored(bound, author.id, json))
  return joined(
    header,
    await sealBox(domainPublicKey, bound, joined(fromHex(author.id), signature, utf8(json))),
  )
}

/** Opens what `sealForDomain` sealed; throws as `unseal` does, and UNKNOWN_AUTHOR when no member of staff wrote it. */
export const unsealForDomain = async (
  keys: BoxKeys,
  isAuthor: AuthorCheck,
  place: Place,
  envelope: Bytes,
): Promise<unknown> => {
  const header = readHeader(envelope)
  const sealing = await sealingNamed(keys, header.keyId)
  checkHeader(header, header.keyId, place)
  const bound = boundBy(place, header.bytes)
  const content = await openBox(sealing, bound, envelope.slice(headerLength)).catch((cause) => {
    throw new VaultError('DAMAGED_RECORD', { cause })
  })
  if (content.length < jsonAt) throw new VaultError('DAMAGED_RECORD')
  const author = toHex(content.slice(0, authorLength))
  const json = textOf(content.slice(jsonAt))
  if (!(await isAuthor(author, authored(bound, author, json), content.slice(authorLength, jsonAt))))
    throw new VaultError('UNKNOWN_AUTHOR')
  return readContent(json, header, place)
}
