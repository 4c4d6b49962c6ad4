/** The polynomial of Castagnoli, reflected. */
const POLYNOMIAL = 0x82f63b78

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? POLYNOMIAL : 0)
  return rest
})

/** CRC-32C (RFC 3720) of the bytes; of the bytes after others when `before` is the sum of those. */
export const crc32c = (bytes: Uint8Array, before = 0): number => {
  let rest = ~before
  for (const byte of bytes) rest = (rest >>> 8) ^ Number(TABLE[(rest ^ byte) & 0xff])
  return ~rest >>> 0
}
