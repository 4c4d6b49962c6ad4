import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  asByteLimit,
  asBytes,
  asExtensions,
  asText,
  BridgeArgumentError,
} from '../../src/main/argument-guards.ts'

test('what the contract says comes through unchanged', () => {
  expect(asText('a.anxin')).toBe('a.anxin')
  expect(asBytes(Uint8Array.of(1))).toEqual(Uint8Array.of(1))
  expect(asByteLimit(5_000_000)).toBe(5_000_000)
  expect(asExtensions(['anxin', 'json'])).toEqual(['anxin', 'json'])
  expect(asExtensions(['anxin-key-change'])).toEqual(['anxin-key-change'])
})

test.each([
  [asText, ['x'.repeat(401), 1, null, undefined, {}, ['a']]],
  [asBytes, [[1, 2], 'a', new ArrayBuffer(2), new Uint16Array(1), null, undefined, { length: 1 }]],
  [asByteLimit, [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '5', 2 ** 40, null, 5n]],
  [
    asExtensions,
    [[], 'anxin', ['.anxin'], ['*'], ['a/b'], ['-a'], ['a-'], [1], [''], Array(11).fill('a'), null],
  ],
])('%o refuses everything else', (guard, values) => {
  for (const value of values) expect(() => guard(value)).toThrow(BridgeArgumentError)
})

test('a guard either names a value or refuses it, whatever comes', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      for (const guard of [asText, asBytes, asByteLimit, asExtensions]) {
        try {
          expect(guard(value)).toEqual(value)
        } catch (problem) {
          expect(problem).toBeInstanceOf(BridgeArgumentError)
        }
      }
    }),
  )
})
