import { VaultError } from '../errors.ts'
import type { Bytes } from './bytes.ts'

const smallest = 256
const lengthField = 4

/** Pads to 256 · 2ⁿ bytes, so that a stored length says little about what was written. */
export const pad = (content: Bytes): Bytes => {
  let size = smallest
  while (size < content.length + lengthField) size *= 2
  const padded = new Uint8Array(size)
  new DataView(padded.buffer).setUint32(0, content.length)
  padded.set(content, lengthField)
  return padded
}

/** Throws DAMAGED_RECORD when the length stated inside does not fit. */
export const unpad = (padded: Bytes): Bytes => {
  if (padded.length < lengthField) throw new VaultError('DAMAGED_RECORD')
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0)
  if (length > padded.length - lengthField) throw new VaultError('DAMAGED_RECORD')
  return padded.slice(lengthField, lengthField + length)
}
