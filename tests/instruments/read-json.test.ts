import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../src/instruments/read-json.ts'

/** Codes with paths. */
const faultsOf = (text: string): string[] => {
  const read = readJson(text)
  return read.ok ? [] : read.refusal.map(({ code, path }) => `${code} ${path.join('/')}`)
}

describe('a JSON file somebody chose', () => {
  it('is read as JSON is, however it is laid out', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, space) => {
        const value: unknown = JSON.parse(text)
        fc.pre(!text.includes('__proto__'))
        expect(readJson(JSON.stringify(value, null, space))).toEqual({ ok: true, value })
      }),
    )
  })

  it('that holds a name twice is refused where it does', () => {
    expect(faultsOf('{"a": 1, "a": 2}')).toEqual(['DUPLICATE_KEY a'])
    expect(faultsOf('[0, {"b": [{}, {"c": 1, "d": {}, "c" : 2}]}]')).toEqual(['DUPLICATE_KEY 1/b/1/c'])
    expect(faultsOf('{"a": 1, "\\u0061": 2}')).toEqual(['DUPLICATE_KEY a'])
    expect(faultsOf('{"a": "a\\": {", "b": {"a": ",\\\\"}}')).toEqual([])
    expect(faultsOf('[{"a": 1}, {"a": 1}]')).toEqual([])
  })

  it('that would stand in for a prototype, nests too deep, or is none is refused', () => {
    expect(faultsOf('{"a": {"__proto__": {}}}')).toEqual(['UNKNOWN_KEY a/__proto__'])
    expect(faultsOf(`${'['.repeat(41)}${']'.repeat(41)}`)).toEqual(['TOO_DEEP '])
    expect(faultsOf(`${'['.repeat(40)}${']'.repeat(40)}`)).toEqual([])
    for (const text of ['', '{', '{"a": 1,}', "{'a': 1}", '{"a": NaN}', 'alert(1)'])
      expect(faultsOf(text), text).toEqual(['NOT_JSON '])
  })

  it('may hold very long texts and very many names', () => {
    const long = JSON.stringify({
      a: '"\\'.repeat(1_000_000),
      b: Array.from({ length: 100_000 }, () => ({ a: 1 })),
    })
    expect(readJson(long).ok).toBe(true)
  })
})
