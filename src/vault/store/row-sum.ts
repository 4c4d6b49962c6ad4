import { createHMAC, createSHA256 } from 'hash-wasm'
import { type Bytes, fromHex } from '../primitives/bytes.ts'
import type { RecordRow, Row } from './database.ts'
import { encoded } from './row-codec.ts'

/** How many rows there are and the sum of their keyed hashes, modulo 2²⁵⁶: the same for the same rows in any order. */
export interface RowSum {
  count: number
  /** 64 hex digits. */
  sum: string
}

const modulus = 1n << 256n
const tagLength = 16

export const noRows: RowSum = { count: 0, sum: '0'.repeat(64) }

/** Hashes a statement with the key that the sums of a vault are made with. */
export type RowSumKey = (statement: Bytes) => Uint8Array

/**
 * HMAC-SHA256 in WebAssembly: a vault has hundreds of thousands of rows, and to hand each to WebCrypto takes longer than
 * hashing it and makes everything else wait that has to be opened.
 */
export const rowSumKey = async (secret: string): Promise<RowSumKey> => {
  const hmac = await createHMAC(createSHA256(), fromHex(secret))
  return (statement) => hmac.init().update(statement).digest('binary')
}

const isSealed = (row: Row | RecordRow): row is RecordRow =>
  'envelope' in row && row.envelope instanceof Uint8Array

// The tag of an envelope stands for the whole of it.
const identity = (row: Row): unknown =>
  isSealed(row) ? { ...row, envelope: row.envelope.slice(-tagLength) } : row

const numberOf = (hash: Uint8Array): bigint => {
  const view = new DataView(hash.buffer, hash.byteOffset)
  let number = 0n
  for (let at = 0; at < hash.length; at += 8) number = (number << 64n) | view.getBigUint64(at)
  return number
}

/** The keyed hash of a row: of a sealed one its columns and the tag of its envelope, of any other all of it. */
export const rowHash = (key: RowSumKey, table: string, row: Row): bigint =>
  numberOf(key(encoded([table, identity(row)])))

const written = (sum: bigint): string =>
  (((sum % modulus) + modulus) % modulus).toString(16).padStart(64, '0')

/** The sum after hashes of new rows came and those of the rows they replace went. */
export const shifted = ({ count, sum }: RowSum, come: readonly bigint[], gone: readonly bigint[]): RowSum => {
  const total = (hashes: readonly bigint[]) => hashes.reduce((all, hash) => all + hash, 0n)
  return {
    count: count + come.length - gone.length,
    sum: written(BigInt(`0x${sum}`) + total(come) - total(gone)),
  }
}
