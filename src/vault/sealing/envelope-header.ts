import type { Domain } from '../../casework/records/record.ts'
import { VaultError } from '../errors.ts'
import { keyIdLength } from '../keys/domain-key.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, joined, sameBytes, toHex, utf8 } from '../primitives/bytes.ts'

// magic "AXE1" | suite u8 | key id 16 | schema version u16 | revision u32 | what the suite says
const magic = utf8('AXE1')
const keyIdAt = magic.length + 1
const versionAt = keyIdAt + keyIdLength
const revisionAt = versionAt + 2
export const headerLength = revisionAt + 4

/** AES-256-GCM under the table's record key, a signed box for the domain's public key, AES-256-GCM under a client's key. */
export const suites = { keyed: 1, boxed: 2, owned: 3 } as const
type Suite = (typeof suites)[keyof typeof suites]

/** Where a record stands. The seal binds all of it, so an envelope opens nowhere else. */
export interface Place {
  vaultId: string
  domain: Domain
  table: string
  id: string
  /** The row's blind index entries; the client a record belongs to is one of them. */
  index: readonly string[]
  /** Version of the record's schema. */
  version: number
  revision: number
}

/** The part of an envelope that is not encrypted. */
export interface EnvelopeHeader {
  bytes: Bytes
  suite: Suite
  keyId: Bytes
  version: number
  revision: number
}

export const writeHeader = (suite: Suite, keyId: Bytes, { version, revision }: Place): Bytes => {
  const header = joined(magic, Uint8Array.of(suite), keyId, new Uint8Array(6))
  const view = new DataView(header.buffer)
  view.setUint16(versionAt, version)
  view.setUint32(revisionAt, revision)
  return header
}

/** Throws DAMAGED_RECORD for what is no envelope, UNKNOWN_SUITE for one this release cannot open. */
export const readHeader = (envelope: unknown): EnvelopeHeader => {
  if (!(envelope instanceof Uint8Array) || envelope.length < headerLength)
    throw new VaultError('DAMAGED_RECORD')
  const bytes = new Uint8Array(envelope.subarray(0, headerLength))
  if (!sameBytes(bytes.subarray(0, magic.length), magic)) throw new VaultError('DAMAGED_RECORD')
  const suite = Object.values(suites).find((known) => known === bytes[magic.length])
  if (suite === undefined) throw new VaultError('UNKNOWN_SUITE')
  const view = new DataView(bytes.buffer)
  return {
    bytes,
    suite,
    keyId: bytes.slice(keyIdAt, versionAt),
    version: view.getUint16(versionAt),
    revision: view.getUint32(revisionAt),
  }
}

/** What the seal authenticates besides the content: the place and the header. */
export const boundBy = ({ vaultId, domain, table, id, index }: Place, header: Bytes): string =>
  binding('anxin/record/1', vaultId, domain, table, id, index, toHex(header))

/** Throws what a header that does not belong to this key and place deserves. */
export const checkHeader = (header: EnvelopeHeader, keyId: Bytes, place: Place): void => {
  if (!sameBytes(header.keyId, keyId)) throw new VaultError('WRONG_KEY')
  if (header.revision !== place.revision) throw new VaultError('DAMAGED_RECORD')
}

/** A value from an authentic envelope; throws NEWER_SCHEMA when a newer release wrote it. */
export const readContent = (json: string, header: EnvelopeHeader, place: Place): unknown => {
  if (header.version > place.version) throw new VaultError('NEWER_SCHEMA')
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new VaultError('DAMAGED_RECORD', { cause })
  }
}
