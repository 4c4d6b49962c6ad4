import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../src/vault/primitives/bytes.ts'
import { sealingPair } from '../../../src/vault/primitives/key-pair.ts'
import { drawBytes } from '../../../src/vault/primitives/random.ts'
import { openBox, sealBox } from '../../../src/vault/primitives/sealed-box.ts'
import { codeOf } from '../sealing/places.ts'

const pair = await sealingPair(drawBytes(32))

describe('a sealed box', () => {
  test('gives back what was put in, for the same purpose', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.string(), async (content, purpose) => {
        const box = await sealBox(pair.publicKey, purpose, new Uint8Array(content))
        expect(await openBox(pair, purpose, box)).toEqual(new Uint8Array(content))
      }),
      { numRuns: 50 },
    )
  })

  test('opens for nobody else and for no other purpose', async () => {
    const box = await sealBox(pair.publicKey, 'answer', utf8('示例'))
    expect(await codeOf(openBox(await sealingPair(drawBytes(32)), 'answer', box))).toBe('DAMAGED_BOX')
    expect(await codeOf(openBox(pair, 'grant', box))).toBe('DAMAGED_BOX')
  })

  test('is refused after any one bit has changed or when cut', async () => {
    const box = await sealBox(pair.publicKey, 'answer', utf8('示例'))
    for (let bit = 0; bit < box.length * 8; bit++) {
      const changed = box.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(await codeOf(openBox(pair, 'answer', changed)), `bit ${bit}`).toBe('DAMAGED_BOX')
    }
    for (let length = 0; length < box.length; length++)
      expect(await codeOf(openBox(pair, 'answer', box.slice(0, length)))).toBe('DAMAGED_BOX')
  })

  test('is refused when its key was chosen to make the secret known', async () => {
    const box = await sealBox(pair.publicKey, 'answer', utf8('示例'))
    box.fill(0, 4, 36) // a point of small order: X25519 gives zero with every key
    expect(await codeOf(openBox(pair, 'answer', box))).toBe('DAMAGED_BOX')
  })

  test('does not show how long the content is', async () => {
    const one = await sealBox(pair.publicKey, 'answer', utf8('1'))
    const many = await sealBox(pair.publicKey, 'answer', utf8('示例'.repeat(30)))
    expect(many.length).toBe(one.length)
  })
})
