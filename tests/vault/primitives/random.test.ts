import { afterEach, expect, test, vi } from 'vitest'
import { drawBytes, drawId } from '../../../src/vault/primitives/random.ts'
import { seal } from '../../../src/vault/sealing/envelope.ts'
import { codeOf, someDomainKey, somePlace } from '../sealing/places.ts'

afterEach(() => vi.restoreAllMocks())

const generator = (fill: (bytes: Uint8Array) => void) =>
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    if (array instanceof Uint8Array) fill(array)
    return array
  })

test('ids are 32 hex digits and differ', () => {
  const ids = Array.from({ length: 5000 }, drawId)
  expect(new Set(ids).size).toBe(5000)
  expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true)
})

test('a generator that repeats itself is refused', () => {
  generator((bytes) => bytes.fill(7))
  drawBytes(32)
  expect(() => drawBytes(32)).toThrow('RANDOMNESS_FAILED')
  expect(() => drawBytes(12)).toThrow('RANDOMNESS_FAILED')
})

test('a generator that does nothing is refused', () => {
  generator(() => {})
  expect(() => drawBytes(16)).toThrow('RANDOMNESS_FAILED')
})

test('nothing is sealed without randomness', async () => {
  const recordKey = await (await someDomainKey()).recordKey('notes')
  generator(() => {
    throw new Error('no entropy')
  })
  await expect(seal(recordKey, somePlace, {})).rejects.toThrow('no entropy')
  vi.restoreAllMocks()
  generator((bytes) => bytes.fill(9))
  await seal(recordKey, somePlace, {})
  expect(await codeOf(seal(recordKey, somePlace, {}))).toBe('RANDOMNESS_FAILED')
})
