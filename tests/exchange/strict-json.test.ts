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

  it.each(
    Object.entries({
      NOT_STRICT_JSON: [
        '',
        ' 1',
        '[1,]',
        '[1, 2]',
        '{"b":1,"1":2}',
        '{"\\u005f_proto__":1}',
        '{"a":1,"\\u0061":1}',
        '"\\u0041"',
        '"\\/"',
        "'a'",
        '"unfinished',
        '"\\"',
        '[tru]',
        '}',
        '{]',
      ],
      JSON_BOM: ['\ufeff1', '\ufeff'],
      JSON_NUMBER: [
        '01',
        '+1',
        '1.0',
        '1.5',
        '.5',
        '1e2',
        '1E2',
        '1e21',
        '-0',
        '-01',
        '--1',
        '1e999',
        'NaN',
        'Infinity',
        '-Infinity',
        '9007199254740993',
        '-9007199254740993',
        '0x10',
        '1n',
        '1_000',
      ],
      JSON_KEY_TWICE: ['{"a":1,"a":1}', '{"a":1,"a":2}', '{"a":{"b":1,"c":[{"b":1}],"b":1}}'],
      JSON_KEY_FORBIDDEN: [
        '{"__proto__":{"polluted":true}}',
        '{"a":{"__proto__":1}}',
        '{"a":[{"constructor":1}]}',
        '{"prototype":1}',
      ],
      JSON_TRAILING: ['1 ', '1\n', '1//', '{}{}', '[]\0', '"a"x', '1,2'],
      JSON_TOO_DEEP: ['[[[[[[[1]]]]]]]'],
    }).flatMap(([code, texts]) => texts.map((text) => [code, text])),
  )('refuses with %s: %s', (code, text) => {
    expect(codeOf(read(text))).toBe(code)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('takes a key or a text that only looks like a fault', () => {
    const text = '{"a":["a","a","__proto__","1.0","{\\"a\\":1}","\\\\"],"b":{"a":-1},"c":9007199254740991}'
    expect(given(read(text))).toEqual(JSON.parse(text))
  })

  it('refuses bytes that are no UTF-8', () => {
    for (const bytes of [
      [0x22, 0xff, 0x22],
      [0x22, 0xed, 0xa0, 0x80, 0x22],
      [0xff, 0xfe, 0x31, 0x00],
    ]) {
      expect(codeOf(readStrictJson(Uint8Array.from(bytes)))).toBe('JSON_NOT_UTF8')
    }
  })

  it('refuses depth before it parses', () => {
    expect(codeOf(read('['.repeat(2_000_000)))).toBe('JSON_TOO_DEEP')
    expect(codeOf(read('{"a":'.repeat(1_000_000)))).toBe('JSON_TOO_DEEP')
    expect(codeOf(read('"\\'.repeat(1_000_000)))).toBe('NOT_STRICT_JSON')
    expect(given(read('[[[[[["[[[[[[[[\\"["]]]]]]'))).toBeDefined()
  })

  it('refuses more keys and values than a file of ours has, before it parses', () => {
    const keys = (count: number) => `{${Array.from({ length: count }, (_, key) => `"k${key}":0`).join(',')}}`
    expect(codeOf(read(keys(1_000)))).toBe('ACCEPTED')
    expect(codeOf(read(keys(1_001)))).toBe('JSON_TOO_LARGE')
    expect(codeOf(read(`[${'0,'.repeat(99_999)}0]`))).toBe('ACCEPTED')
    expect(codeOf(read(`[${'0,'.repeat(100_000)}0]`))).toBe('JSON_TOO_LARGE')
    expect(codeOf(read(`[${'0,'.repeat(2_000_000)}0]`))).toBe('JSON_TOO_LARGE')
  })

  it('finds the same faults as a reader that builds every value', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-1',
      '0',
      'null',
      'true',
      '"\\"',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join('')
        const outcome = read(text)
        if (outcome.ok) expect(JSON.stringify(JSON.parse(text))).toBe(text)
        else expect(isPlain(text)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })
})

/** Whether parsing and writing gives the same text again: what the reader may not refuse, unless it is too deep. */
const isPlain = (text: string): boolean => {
  try {
    return JSON.stringify(JSON.parse(text)) === text
  } catch {
    return false
  }
}
