import type { Domain } from '../casework/record.ts'
import { binding } from './binding.ts'
import { type Bytes, toHex, utf8 } from './bytes.ts'
import { derivedBytes, derivedCipherKey, derivedMacKey, keyMaterial } from './hkdf.ts'
import { type KeyPair, sealingPair } from './key-pair.ts'

export const domainSecretLength = 32
export const keyIdLength = 16

/** Encrypts the records of one table. `id` commits to the key: it stands in every envelope. */
export interface RecordKey {
  id: Bytes
  key: CryptoKey
}

/** Everything that follows from one domain's secret. Nothing in it can be read back. */
export interface DomainKey {
  domain: Domain
  generation: number
  /** Opens what was sealed by those who hold only the public key. */
  sealing: KeyPair
  recordKey(table: string): Promise<RecordKey>
  /** Keyed hash (HMAC-SHA256, hex), the same for the same statement and of no meaning without the key. */
  hash(statement: string): Promise<string>
}

/** Derives a domain's keys from its 32 secret bytes. */
export const domainKey = async (domain: Domain, generation: number, secret: Bytes): Promise<DomainKey> => {
  const material = await keyMaterial(secret)
  const purpose = (use: string, table = '') => binding('anxin/domain/1', domain, generation, use, table)
  const seed = await derivedBytes(material, purpose('seal'), 32)
  const sealing = await sealingPair(seed)
  seed.fill(0)
  const indexKey = await derivedMacKey(material, purpose('index'))
  const recordKeys = new Map<string, Promise<RecordKey>>()

  const deriveRecordKey = async (table: string): Promise<RecordKey> => ({
    id: await derivedBytes(material, purpose('commit', table), keyIdLength),
    key: await derivedCipherKey(material, purpose('record', table)),
  })

  return {
    domain,
    generation,
    sealing,
    recordKey(table) {
      const key = recordKeys.get(table) ?? deriveRecordKey(table)
      recordKeys.set(table, key)
      return key
    },
    async hash(statement) {
      return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', indexKey, utf8(statement))))
    },
  }
}
