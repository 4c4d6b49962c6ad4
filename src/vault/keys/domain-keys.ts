import type { Domain } from '../../casework/records/record.ts'
import { VaultError } from '../errors.ts'
import { type Bytes, sameBytes } from '../primitives/bytes.ts'
import type { DomainKey, RecordKey } from './domain-key.ts'

/** The generations of one domain that somebody holds, the newest first; only that one may be active. */
export type DomainKeys = readonly [DomainKey, ...DomainKey[]]

/** The key of a generation. Throws WRONG_KEY when it is not held. */
export const keyOfGeneration = (keys: DomainKeys, generation: number): DomainKey => {
  const key = keys.find((held) => held.generation === generation)
  if (!key) throw new VaultError('WRONG_KEY')
  return key
}

/** The table's record key that an envelope names. Throws WRONG_KEY when it is of none of these generations. */
export const recordKeyNamed = async (keys: DomainKeys, table: string, id: Bytes): Promise<RecordKey> => {
  for (const key of keys) {
    const recordKey = await key.recordKey(table)
    if (sameBytes(recordKey.id, id)) return recordKey
  }
  throw new VaultError('WRONG_KEY')
}

/** Keys by domain, each domain's newest first. */
export const keysByDomain = (keys: readonly DomainKey[]): Map<Domain, DomainKeys> => {
  const byDomain = new Map<Domain, DomainKeys>()
  for (const key of keys.toSorted((a, b) => a.generation - b.generation))
    byDomain.set(key.domain, [key, ...(byDomain.get(key.domain) ?? [])])
  return byDomain
}
