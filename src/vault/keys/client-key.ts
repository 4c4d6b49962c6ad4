import { VaultError } from '../errors.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, joined } from '../primitives/bytes.ts'
import { decrypt, encrypt, nonceLength } from '../primitives/cipher.ts'
import { derivedBytes, derivedCipherKey, keyMaterial } from '../primitives/hkdf.ts'
import { drawBytes } from '../primitives/random.ts'
import type { ClientKeyRow } from '../store/database.ts'
import { type DomainKey, type Generation, keyIdLength, type RecordKey, usagesOf } from './domain-key.ts'

const secretLength = 32

/** The key of one client's records in one generation of a domain. */
export interface ClientKey {
  recordKey(table: string): Promise<RecordKey>
}

export const clientKeyId = (clientId: string, { domain, generation }: Generation): string =>
  `${clientId}.${domain}.${generation}`

const boundTo = (vaultId: string, { domain, generation }: Generation, clientId: string): string =>
  binding('anxin/client-key/1', vaultId, domain, clientId, generation)

const clientKey = async (
  { domain, generation, state }: DomainKey,
  clientId: string,
  secret: Bytes,
): Promise<ClientKey> => {
  const material = await keyMaterial(secret)
  const purpose = (use: string, table: string) =>
    binding('anxin/client/1', domain, generation, clientId, use, table)
  const derive = async (table: string): Promise<RecordKey> => ({
    id: await derivedBytes(material, purpose('commit', table), keyIdLength),
    key: await derivedCipherKey(material, purpose('record', table), undefined, usagesOf(state)),
  })
  const recordKeys = new Map<string, Promise<RecordKey>>()
  return {
    recordKey(table) {
      const known = recordKeys.get(table) ?? derive(table)
      recordKeys.set(table, known)
      return known
    },
  }
}

/** A new key for a client, and the row that keeps it. Throws RETIRED_KEY under a generation that is not the newest. */
export const drawClientKey = async (
  vaultId: string,
  domainKey: DomainKey,
  clientId: string,
): Promise<{ key: ClientKey; row: ClientKeyRow }> => {
  if (domainKey.state !== 'active') throw new VaultError('RETIRED_KEY', { at: domainKey.domain })
  const { domain, generation, wrapping } = domainKey
  const secret = drawBytes(secretLength)
  const nonce = drawBytes(nonceLength)
  const wrapped = joined(nonce, await encrypt(wrapping, nonce, boundTo(vaultId, domainKey, clientId), secret))
  const key = await clientKey(domainKey, clientId, secret)
  secret.fill(0)
  const id = clientKeyId(clientId, domainKey)
  return { key, row: { id, revision: 1, clientId, domain, generation, wrapped } }
}

/** Throws WRONG_KEY when the row is not this client's, or not wrapped by this generation. */
export const openClientKey = async (
  vaultId: string,
  domainKey: DomainKey,
  clientId: string,
  { wrapped }: ClientKeyRow,
): Promise<ClientKey> => {
  const nonce = wrapped.slice(0, nonceLength)
  const bound = boundTo(vaultId, domainKey, clientId)
  const secret = await decrypt(domainKey.wrapping, nonce, bound, wrapped.slice(nonceLength), 'WRONG_KEY')
  const key = await clientKey(domainKey, clientId, secret)
  secret.fill(0)
  return key
}
