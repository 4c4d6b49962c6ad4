import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { VaultError } from '../../../src/vault/errors.ts'
import { decodeWrites, encoded, encodeWrites, type TableWrite } from '../../../src/vault/store/row-codec.ts'

const bytes = fc.uint8Array({ maxLength: 300 }).map((content) => Uint8Array.from(content))
const columns = fc.record({
  id: fc.string({ maxLength: 40 }),
  revision: fc.nat(),
  domain: fc.string({ maxLength: 12 }),
  index: fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 }),
  envelope: bytes,
  nested: fc.option(fc.record({ key: bytes, name: fc.string({ unit: 'grapheme', maxLength: 5 }) })),
})
const write: fc.Arbitrary<TableWrite> = fc.oneof(
  fc.record({ table: fc.string({ maxLength: 12 }), row: columns }),
  fc.record({ table: fc.string({ maxLength: 12 }), remove: fc.string({ maxLength: 40 }) }),
)

describe('rows as bytes', () => {
  test('come back as they were, with memory of their own', () => {
    fc.assert(
      fc.property(fc.array(write, { maxLength: 6 }), (writes) => {
        const back = decodeWrites(encodeWrites(writes))
        expect(back).toEqual(writes)
        for (const one of back)
          if ('row' in one && 'envelope' in one.row && one.row.envelope instanceof Uint8Array)
            expect(one.row.envelope.buffer.byteLength).toBe(one.row.envelope.length)
      }),
    )
  })

  test('are the same whatever order the fields were given in', () => {
    expect(encoded({ id: 'a', revision: 1 })).toEqual(encoded({ revision: 1, id: 'a' }))
  })

  test('case 52: anything else is refused by name', () => {
    const numRuns = process.env.ANXIN_LONG ? 100_000 : 2_000
    const valid = encodeWrites([{ table: 'notes', row: { id: 'a', revision: 1 } }])
    const spoilt = fc
      .tuple(fc.nat(valid.length - 1), fc.integer({ min: 1, max: 255 }))
      .map(([at, by]) => valid.map((byte, place) => (place === at ? byte ^ by : byte)))
    fc.assert(
      fc.property(fc.oneof(bytes, spoilt, fc.anything().map(encodeAnything)), (content) => {
        try {
          for (const one of decodeWrites(Uint8Array.from(content))) expect(typeof one.table).toBe('string')
        } catch (problem) {
          expect(problem).toBeInstanceOf(VaultError)
          expect(problem).toMatchObject({ code: 'DAMAGED_RECORD' })
        }
      }),
      { numRuns },
    )
  })
})

const encodeAnything = (content: unknown): Uint8Array<ArrayBuffer> => {
  try {
    return encoded(content)
  } catch {
    return new Uint8Array()
  }
}
