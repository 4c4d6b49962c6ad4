import type { RecordKind } from '../../casework/records/record.ts'
import { VaultError } from '../errors.ts'
import type { DomainKey } from '../keys/domain-key.ts'
import { binding } from '../primitives/binding.ts'

/** Short on purpose: two values may share an entry, so finding compares the values as well. */
const hashDigits = 8

/** What a record is found by under an index. */
type IndexedValue<T> = (value: T, id: string) => string | null

const indexesOf = <T>({ clientOf, indexes }: RecordKind<T>): Record<string, IndexedValue<T>> => ({
  client: clientOf,
  ...indexes,
})

/** What a value is found by under an index; `client` always exists. Throws UNKNOWN_INDEX. */
export const indexedValue = <T>(kind: RecordKind<T>, index: string): IndexedValue<T> => {
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
  { id, value: record }: { id: string; value: T },
): Promise<string[]> => {
  const entries = Object.entries(indexesOf(kind)).map(async ([index, of]) => {
    const value = of(record, id)
    if (value === null) return null
    return key ? indexEntry(key, kind, index, value) : unknownEntry(index)
  })
  return (await Promise.all(entries)).filter((entry) => entry !== null)
}
