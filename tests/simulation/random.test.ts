import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../src/simulation/random.ts'

describe('chance from a seed', () => {
  it('is the same for the same seed, today and in any later version', () => {
    const random = createRandom('demo')
    expect([
      random.hex(32),
      random.int(1, 6),
      random.int(1, 6),
      random.pick(['a', 'b', 'c']),
    ]).toMatchInlineSnapshot(`
      [
        "9174b745ac0bdeabc3e28844d447eab7",
        1,
        3,
        "a",
      ]
    `)
  })

  it('is another for another seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one !== other)
        expect(createRandom(one).hex(32)).not.toBe(createRandom(other).hex(32))
      }),
    )
  })

  it('stays within its limits and reaches them', () => {
    const random = createRandom('limits')
    const drawn = Array.from({ length: 2000 }, () => random.int(-2, 2))
    expect([...new Set(drawn)].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2])
    for (let draw = 0; draw < 2000; draw++) {
      const value = random.next()
      expect(value >= 0 && value < 1).toBe(true)
    }
  })

  it('is even: each of 16 digits comes up about as often', () => {
    const counts = new Map<string, number>()
    for (const digit of createRandom('even').hex(16_000)) counts.set(digit, (counts.get(digit) ?? 0) + 1)
    expect(counts.size).toBe(16)
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThan(200)
  })
})
