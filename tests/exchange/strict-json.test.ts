import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStrictJson } from '../../src/exchange/strict-json.ts'
import { codeOf, given } from '../support/exchange.ts'

const read = (text: string) => readStrictJson(new TextEncoder().encode(text))

describe('strict JSON', () => {
  it('reads what JSON.stringify writes', () => {
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', maxDepth: 5 },
        fc.integer(),
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie('value'), { noNullPrototype: true }),
      ),
    }))
    fc.assert(
      fc.property(value, (value) => {
        expect(given(read(JSON.stringify(value)))).toEqual(value)
      }),
    )
  })

  it.each([
    '',
    ' 1',
    '1 ',
    '1\n',
    '\ufeff1',
    '01',
    '+1',
    '1.0',
    '1e2',
    '1E2',
    '-0',
    '1e999',
    'NaN',
    'Infinity',
    '9007199254740993',
    '[1,]',
    '[1, 2]',
    '{"a":1,"a":1}',
    '{"a":1,"a":2}',
    '{"__proto__":{"polluted":true}}',
    '{"a":{"__proto__":1}}',
    '{"\\u005f_proto__":1}',
    '"\\u0041"',
    '"\\/"',
    "'a'",
    '1//',
    '[[[[[[[1]]]]]]]',
    '"unfinished',
  ])('refuses %s', (text) => {
    expect(codeOf(read(text))).toBe('NOT_STRICT_JSON')
  })

  it('refuses bytes that are no UTF-8', () => {
    for (const bytes of [
      [0x22, 0xff, 0x22],
      [0x22, 0xed, 0xa0, 0x80, 0x22],
      [0xff, 0xfe, 0x31, 0x00],
    ]) {
      expect(codeOf(readStrictJson(Uint8Array.from(bytes)))).toBe('NOT_STRICT_JSON')
    }
  })

  it('refuses depth before it parses', () => {
    expect(codeOf(read('['.repeat(2_000_000)))).toBe('NOT_STRICT_JSON')
    expect(codeOf(read('"\\'.repeat(1_000_000)))).toBe('NOT_STRICT_JSON')
    expect(given(read('[[[[[["[[[[[[[[\\"["]]]]]]'))).toBeDefined()
  })
})
