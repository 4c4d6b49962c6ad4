import type { Domain } from '../../casework/records/record.ts'
import { VaultError } from '../errors.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, toHex, utf8 } from '../primitives/bytes.ts'
import { derivedBytes, derivedCipherKey, keyMaterial, macKey } from '../primitives/hkdf.ts'
import { type KeyPair, sealingPair } from '../primitives/key-pair.ts'
import { drawBytes } from '../primitives/random.ts'

export const keyIdLength = 16
const secretLength = 32

/** Encrypts the records of one table. `id` commits to the key: it stands in every envelope. */
export interface RecordKey {
  id: Bytes
  key: CryptoKey
}

/** An active key seals and opens; of a generation that another followed only what is sealed already is opened. */
export type KeyState = 'active' | 'decrypt-only'

/** Which secret of which domain: generations count from 1, and the newest seals. */
export interface Generation {
  domain: Domain
  generation: number
}

/** Everything that follows from one generation of a domain's secret. Nothing in it can be read back. */
export interface DomainKey extends Generation {
  state: KeyState
  /** Opens what was sealed by those who hold only the public key. */
  sealing: KeyPair
  /** Wraps the keys of clients. */
  wrapping: CryptoKey
  /** Hides from others which client a record belongs to. */
  owner: CryptoKey
  recordKey(table: string): Promise<RecordKey>
  /** Keyed hash (HMAC-SHA256, hex), the same for the same statement and of no meaning without the key. */
  hash(statement: string): Promise<string>
  /** As `hash`, and the same in every generation of the domain. */
  lastingHash(statement: string): Promise<string>
}

/** What a record key may still do. */
export const usagesOf = (state: KeyState): KeyUsage[] =>
  state === 'active' ? ['encrypt', 'decrypt'] : ['decrypt']

const purposeOf = ({ domain, generation }: Generation, use: string, table = ''): string =>
  binding('anxin/domain/1', domain, generation, use, table)

// The second half of a secret, from the second generation on; the first generation derives it.
const lastingSecret = async (of: Generation, material: CryptoKey, secret: Bytes): Promise<Bytes> =>
  secret.length > secretLength
    ? secret.slice(secretLength)
    : derivedBytes(material, purposeOf(of, 'index'), secretLength)

/** A new domain's secret. */
export const drawDomainSecret = (): Bytes => drawBytes(secretLength)

/** The secret of a generation that follows this one: new, but for what has to stay the same. */
export const drawNextSecret = async (of: Generation, secret: Bytes): Promise<Bytes> => {
  const lasting = await lastingSecret(of, await keyMaterial(secret.slice(0, secretLength)), secret)
  const next = new Uint8Array(2 * secretLength)
  next.set(drawBytes(secretLength))
  next.set(lasting, secretLength)
  lasting.fill(0)
  return next
}

const hasherOf =
  (key: CryptoKey) =>
  async (statement: string): Promise<string> =>
    toHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(statement))))

/** Derives a domain's keys from a generation's secret: 32 bytes, and 32 that last from the second generation on. */
export const domainKey = async (
  domain: Domain,
  generation: number,
  secret: Bytes,
  state: KeyState = 'active',
): Promise<DomainKey> => {
  const of: Generation = { domain, generation }
  if (secret.length !== (generation === 1 ? secretLength : 2 * secretLength))
    throw new VaultError('DAMAGED_VAULT', { at: domain })
  const material = await keyMaterial(secret.slice(0, secretLength))
  const lasting = await lastingSecret(of, material, secret)
  const seed = await derivedBytes(material, purposeOf(of, 'seal'), secretLength)
  const sealing = await sealingPair(seed)
  seed.fill(0)
  const index = await derivedBytes(material, purposeOf(of, 'index'), secretLength)
  const recordKeys = new Map<string, Promise<RecordKey>>()
  const usages = usagesOf(state)

  const deriveRecordKey = async (table: string): Promise<RecordKey> => ({
    id: await derivedBytes(material, purposeOf(of, 'commit', table), keyIdLength),
    key: await derivedCipherKey(material, purposeOf(of, 'record', table), undefined, usages),
  })

  const key: DomainKey = {
    ...of,
    state,
    sealing,
    wrapping: await derivedCipherKey(material, purposeOf(of, 'client'), undefined, usages),
    owner: await derivedCipherKey(material, purposeOf(of, 'owner'), undefined, usages),
    recordKey(table) {
      const known = recordKeys.get(table) ?? deriveRecordKey(table)
      recordKeys.set(table, known)
      return known
    },
    hash: hasherOf(await macKey(index)),
    lastingHash: hasherOf(await macKey(lasting)),
  }
  index.fill(0)
  lasting.fill(0)
  return key
}
