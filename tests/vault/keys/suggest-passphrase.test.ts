import { describe, expect, test, vi } from 'vitest'
import spelled from '../../../resources/passphrase-words.json'
import { passphraseStrength } from '../../../src/vault/keys/passphrase-strength.ts'
import { suggestPassphrase } from '../../../src/vault/keys/suggest-passphrase.ts'
import { drawBelow } from '../../../src/vault/primitives/random.ts'

describe('a suggested passphrase', () => {
  test.each(['zh-CN', 'en'] as const)('%s: five words, always acceptable, never the same', (language) => {
    const drawn = Array.from({ length: 200 }, () => suggestPassphrase(language))
    for (const { passphrase, meaning } of drawn) {
      expect(passphrase).toMatch(/^[a-z]+( [a-z]+){4}$/)
      expect(passphraseStrength(passphrase).acceptable, passphrase).toBe(true)
      if (language === 'en') expect(meaning).toBeNull()
      else expect(meaning).toMatch(/^\p{Script=Han}{2}( \p{Script=Han}{2}){4}$/u)
    }
    expect(new Set(drawn.map(({ passphrase }) => passphrase)).size).toBe(drawn.length)
  })

  test('is drawn again where its words repeat themselves too much to be accepted', () => {
    const weak = ['dongfang', 'ganggan', 'gege', 'shushu', 'lanqiu']
    expect(passphraseStrength(weak.join(' ')).acceptable).toBe(false)
    const places = weak.map((word) => Object.keys(spelled).indexOf(word))
    expect(places).not.toContain(-1)
    const draw = crypto.getRandomValues.bind(crypto)
    const drawing = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      const place = array instanceof Uint8Array ? places.shift() : undefined
      if (array instanceof Uint8Array && place !== undefined) {
        new Uint32Array(array.buffer).fill(place)
        return array
      }
      return draw(array)
    })
    const { passphrase } = suggestPassphrase('zh-CN')
    drawing.mockRestore()
    expect(places).toEqual([])
    expect(passphraseStrength(passphrase).acceptable, passphrase).toBe(true)
  })
})

describe('a number below a limit', () => {
  test('is drawn again where the last numbers would favour the first', () => {
    const draws = [2 ** 32 - 1, 2 ** 32 - 2, 4]
    const drawing = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      if (array instanceof Uint8Array) new Uint32Array(array.buffer).fill(draws.shift() ?? 0)
      return array
    })
    // 2³² leaves 4 over when divided by 6.
    expect(drawBelow(6)).toBe(4)
    expect(draws).toEqual([])
    drawing.mockRestore()
  })

  test('takes every value', () => {
    const seen = new Set(Array.from({ length: 400 }, () => drawBelow(7)))
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
  })
})
