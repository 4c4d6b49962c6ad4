import { expect, test } from 'vitest'
import { crc32c } from '../../src/journal/crc32c.ts'

// Answers of RFC 3720, appendix B.4, and the check value of the catalogue of parametrised CRCs.
test.each([
  ['32 zeros', new Uint8Array(32), 0x8a9136aa],
  ['32 ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
  ['counting up', Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
  ['counting down', Uint8Array.from({ length: 32 }, (_, index) => 31 - index), 0x113fdb5c],
  ['123456789', new TextEncoder().encode('123456789'), 0xe3069283],
  ['nothing', new Uint8Array(), 0],
])('the sum of %s is the published one', (_, bytes, sum) => {
  expect(crc32c(bytes)).toBe(sum)
})

test('a sum goes on where the one before ended', () => {
  const bytes = new TextEncoder().encode('示例甲')
  expect(crc32c(bytes.subarray(4), crc32c(bytes.subarray(0, 4)))).toBe(crc32c(bytes))
})
