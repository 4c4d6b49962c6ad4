import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordRow } from '../../../src/vault/store/database.ts'
import { drawSumKey } from '../../../src/vault/store/head.ts'
import { noRows, rowHash, rowSumKey, shifted } from '../../../src/vault/store/row-sum.ts'

const hash = fc.bigInt({ min: 0n, max: (1n << 256n) - 1n })

describe('the sum of rows', () => {
  test('is the same in any order, and what goes leaves no trace', () => {
    fc.assert(
      fc.property(fc.array(hash), fc.array(hash), (stay, go) => {
        const all = shifted(noRows, [...stay, ...go], [])
        expect(shifted(all, [], go)).toEqual(shifted(noRows, stay.toReversed(), []))
      }),
    )
  })

  test('tells every change of a row apart', async () => {
    const key = await rowSumKey(drawSumKey())
    const row: RecordRow = {
      id: 'a'.repeat(32),
      revision: 1,
      domain: 'case',
      index: ['client:01234567'],
      envelope: new Uint8Array(80).fill(1),
    }
    const otherTag = row.envelope.slice()
    otherTag[79] = 2
    const changed: [string, RecordRow][] = [
      ['notes', { ...row, id: 'b'.repeat(32) }],
      ['notes', { ...row, revision: 2 }],
      ['notes', { ...row, domain: 'hotline' }],
      ['notes', { ...row, index: [] }],
      ['notes', { ...row, envelope: otherTag }],
      ['plans', row],
    ]
    const hashes = [['notes', row] as const, ...changed].map(([table, one]) => rowHash(key, table, one))
    expect(new Set(hashes).size).toBe(changed.length + 1)
    expect(rowHash(key, 'notes', { ...row })).toBe(hashes[0])
    expect(rowHash(await rowSumKey(drawSumKey()), 'notes', row)).not.toBe(hashes[0])
  })
})
