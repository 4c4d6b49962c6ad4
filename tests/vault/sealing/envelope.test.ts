import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seal, unseal } from '../../../src/vault/sealing/envelope.ts'
import { codeOf, otherPlaces, someDomainKey, somePlace } from './places.ts'

const recordKey = await (await someDomainKey()).recordKey('notes')
const note = { note: '示例记录', at: '2026-11-02' }
const typed = ['DAMAGED_RECORD', 'WRONG_KEY', 'UNKNOWN_SUITE']

describe('a sealed record', () => {
  test('comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.record({
          id: fc.string(),
          table: fc.string(),
          index: fc.array(fc.string()),
          revision: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
          version: fc.integer({ min: 1, max: 2 ** 16 - 1 }),
        }),
        async (value, where) => {
          const place = { ...somePlace, ...where }
          const sealed = await seal(recordKey, place, value)
          // JSON has one zero.
          expect(await unseal(recordKey, place, sealed)).toEqual(JSON.parse(JSON.stringify(value)))
        },
      ),
    )
  })

  test('case 30: is refused after any one bit has changed', async () => {
    const sealed = await seal(recordKey, somePlace, note)
    const codes = new Set<unknown>()
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = sealed.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const code = await codeOf(unseal(recordKey, somePlace, changed))
      expect(typed, `bit ${bit}`).toContain(code)
      codes.add(code)
    }
    expect([...codes].sort()).toEqual(typed.toSorted())
  })

  test('case 31: is refused when cut at any length, or longer', async () => {
    const sealed = await seal(recordKey, somePlace, note)
    for (let length = 0; length < sealed.length; length++)
      expect(await codeOf(unseal(recordKey, somePlace, sealed.slice(0, length)))).toBe('DAMAGED_RECORD')
    const longer = new Uint8Array(sealed.length + 1)
    longer.set(sealed)
    expect(await codeOf(unseal(recordKey, somePlace, longer))).toBe('DAMAGED_RECORD')
  })

  test.each(otherPlaces)('opens in no other place: %s', async (_, place) => {
    const sealed = await seal(recordKey, somePlace, note)
    expect(await codeOf(unseal(recordKey, place, sealed))).toBe('DAMAGED_RECORD')
  })

  test('does not mistake two index entries for one', async () => {
    const sealed = await seal(recordKey, { ...somePlace, index: ['a', 'b'] }, note)
    expect(await codeOf(unseal(recordKey, { ...somePlace, index: ['a,b'] }, sealed))).toBe('DAMAGED_RECORD')
    expect(await codeOf(unseal(recordKey, { ...somePlace, index: ['a","b'] }, sealed))).toBe('DAMAGED_RECORD')
  })

  test("names another key: another domain's, another table's", async () => {
    const sealed = await seal(recordKey, somePlace, note)
    const otherDomain = await (await someDomainKey()).recordKey('notes')
    expect(await codeOf(unseal(otherDomain, somePlace, sealed))).toBe('WRONG_KEY')
    const domain = await someDomainKey()
    const plans = await seal(await domain.recordKey('plans'), somePlace, note)
    expect(await codeOf(unseal(await domain.recordKey('notes'), somePlace, plans))).toBe('WRONG_KEY')
  })

  test('case 32: of a newer schema is named as such, of an older one opens', async () => {
    const sealed = await seal(recordKey, { ...somePlace, version: 2 }, note)
    expect(await codeOf(unseal(recordKey, { ...somePlace, version: 1 }, sealed))).toBe('NEWER_SCHEMA')
    expect(await unseal(recordKey, { ...somePlace, version: 3 }, sealed)).toEqual(note)
  })

  test('case 43: of 1 to 1,000 characters has at most six lengths', async () => {
    const lengths = new Set<number>()
    for (let characters = 1; characters <= 1000; characters++)
      lengths.add((await seal(recordKey, somePlace, { note: '示'.repeat(characters) })).length)
    expect(lengths.size).toBeLessThanOrEqual(6)
  })

  test('case 32: of a suite nobody knows is named as such', async () => {
    const sealed = await seal(recordKey, somePlace, note)
    for (const suite of [0, 4, 255]) {
      const other = sealed.slice()
      other[4] = suite
      expect(await codeOf(unseal(recordKey, somePlace, other))).toBe('UNKNOWN_SUITE')
    }
  })

  test('case 40: never uses a nonce twice', { timeout: 300_000 }, async () => {
    const rounds = process.env.ANXIN_LONG ? 1_000_000 : 20_000
    const at = 27
    const nonces = new Set<string>()
    for (let done = 0; done < rounds; done += 1000) {
      const sealed = await Promise.all(Array.from({ length: 1000 }, () => seal(recordKey, somePlace, 1)))
      for (const envelope of sealed) nonces.add(String.fromCharCode(...envelope.subarray(at, at + 12)))
    }
    expect(nonces.size).toBe(rounds)
  })
})
