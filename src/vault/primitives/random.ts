import { VaultError } from '../errors.ts'
import { type Bytes, toHex } from './bytes.ts'

let previous = ''

/**
 * Random bytes, at least 12. Throws RANDOMNESS_FAILED when the generator repeats itself or gives only zeros: with
 * AES-GCM a repeated nonce betrays the content.
 */
export const drawBytes = (length: number): Bytes => {
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  const beginning = toHex(bytes.subarray(0, 12))
  if (beginning === previous || bytes.every((byte) => byte === 0)) throw new VaultError('RANDOMNESS_FAILED')
  previous = beginning
  return bytes
}

/** A new record id: 128 random bits, 32 hex digits. */
export const drawId = (): string => toHex(drawBytes(16))

/** A whole number from 0 to below `limit` (at most 2³²), each as likely as any other. */
export const drawBelow = (limit: number): number => {
  const fair = 2 ** 32 - (2 ** 32 % limit)
  for (;;) {
    const drawn = Number(new Uint32Array(drawBytes(12).buffer)[0])
    if (drawn < fair) return drawn % limit
  }
}
