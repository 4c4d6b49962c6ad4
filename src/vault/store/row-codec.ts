import { decode, encode } from '@msgpack/msgpack'
import { VaultError } from '../errors.ts'
import type { Bytes } from '../primitives/bytes.ts'
import type { Row } from './database.ts'

/** A row and its table. */
export type StoredRow = { table: string; row: Row }

/** A row to store, or to take away. */
export type TableWrite = StoredRow | { table: string; remove: string }

export const isRemoval = (write: TableWrite): write is { table: string; remove: string } => 'remove' in write

export const idOf = (write: TableWrite): string => (isRemoval(write) ? write.remove : write.row.id)

/** What is left to do of these writes of one table: of several of one row the last one counts. */
export const lastOf = (writes: readonly TableWrite[]): { removed: string[]; rows: Row[] } => {
  const last = [...new Map(writes.map((write) => [idOf(write), write])).values()]
  return {
    removed: last.filter(isRemoval).map(({ remove }) => remove),
    rows: last.flatMap((write) => (isRemoval(write) ? [] : [write.row])),
  }
}

/** The same bytes for the same content, whatever order its fields were given in. */
export const encoded = (content: unknown): Bytes => encode(content, { sortKeys: true, maxDepth: 12 }).slice()

/** Rows as MessagePack. */
export const encodeWrites = (writes: readonly TableWrite[]): Bytes => encoded(writes)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)

// What is decoded are views of one buffer; stored so, each row would drag all of it along.
const own = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return value.slice()
  if (Array.isArray(value)) return value.map(own)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, own(field)]))
}

const isRow = (value: unknown): value is Row =>
  isObject(value) && typeof value.id === 'string' && Number.isSafeInteger(value.revision)

const writeOf = (content: unknown): TableWrite => {
  if (isObject(content) && typeof content.table === 'string') {
    const { table, remove } = content
    if (typeof remove === 'string') return { table, remove }
    const row = own(content.row)
    if (isRow(row)) return { table, row }
  }
  throw new VaultError('DAMAGED_RECORD')
}

/** Throws DAMAGED_RECORD for anything that `encodeWrites` did not make. */
export const decodeWrites = (bytes: Bytes): TableWrite[] => {
  let content: unknown
  try {
    content = decode(bytes)
  } catch (cause) {
    throw new VaultError('DAMAGED_RECORD', { cause })
  }
  if (!Array.isArray(content)) throw new VaultError('DAMAGED_RECORD')
  return content.map(writeOf)
}
