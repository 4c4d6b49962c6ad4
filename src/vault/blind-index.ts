import type { RecordKind } from '../casework/record.ts'
import { binding } from './binding.ts'
import type { DomainKey } from './domain-key.ts'
import { VaultError } from './errors.ts'

/** Short on purpose: two values may share an entry, so finding compares the values as well. */
const hashDigits = 8

const indexesOf = <T>({ clientOf, indexes }: RecordKind<T>): Record<string, (value: T) => string | null> => ({
  client: clientOf,
  ...indexes,
})

/** What a value is found by under an index; `client` always exists. Throws UNKNOWN_INDEX. */
export const indexedValue = <T>(kind: RecordKind<T>, index: string): ((value: T) => string | null) => {
  const of = indexesOf(kind)[index]
  if (!of) throw new VaultError('UNKNOWN_INDEX', { at: `${kind.table}.${index}` })
  return of
}

export const indexEntry = async (
  key: DomainKey,
  kind: RecordKind<unknown>,
  index: string,
  value: string,
): Promise<string> => {
  const hash = await key.hash(binding('anxin/index/1', kind.table, index, value))
  return `${index}:${hash.slice(0, hashDigits)}`
}

/** The entry of a record written without the index key; it has to be opened to know. */
export const unknownEntry = (index: string): string => `${index}:?`

/** All entries of a record; without the domain's key they stay unknown. */
export const indexEntries = async <T>(
  key: DomainKey | undefined,
  kind: RecordKind<T>,
  record: T,
): Promise<string[]> => {
  const entries = Object.entries(indexesOf(kind)).map(async ([index, of]) => {
    if (!key) return unknownEntry(index)
    const value = of(record)
    return value === null ? null : indexEntry(key, kind, index, value)
  })
  return (await Promise.all(entries)).filter((entry) => entry !== null)
}
