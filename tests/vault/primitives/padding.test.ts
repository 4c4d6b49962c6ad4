import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pad, unpad } from '../../../src/vault/primitives/padding.ts'

test('padding comes off again, and lengths are 256 · 2ⁿ', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (content) => {
      const padded = pad(new Uint8Array(content))
      expect(unpad(padded)).toEqual(new Uint8Array(content))
      expect(Number.isInteger(Math.log2(padded.length / 256))).toBe(true)
      expect(padded.length).toBeLessThan(Math.max(257, 2 * (content.length + 4)))
    }),
  )
})

test('a length that does not fit is refused', () => {
  const padded = pad(new Uint8Array(10))
  padded[3] = 253
  expect(() => unpad(padded)).toThrow('DAMAGED_RECORD')
  expect(() => unpad(new Uint8Array(3))).toThrow('DAMAGED_RECORD')
})
