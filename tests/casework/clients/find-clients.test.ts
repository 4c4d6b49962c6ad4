import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Client } from '../../../src/casework/clients/client.ts'
import { clientEntry } from '../../../src/casework/clients/client-entry.ts'
import { findClients } from '../../../src/casework/clients/find-clients.ts'
import { syntheticName } from '../../../src/simulation/synthetic-person.ts'
import { clientOf, idOf, stored } from '../records.ts'

const people: Partial<Client>[] = [
  { name: '示例安宁', fileNumber: '2026-0001', phone: '000-0000-0001' },
  { name: '示例安', fileNumber: '2026-0002', phone: '000 0000 1234' },
  { name: '单示例', fileNumber: '2026-0017', phone: null },
  { name: '例安宁示', fileNumber: '2025-0007', phone: '+86 00000000001' },
  { name: 'Example Anna', fileNumber: '2024-0107', phone: null },
]
const entries = people.map((more, index) => clientEntry(stored(index + 1, clientOf(more))))
const found = (query: string) => findClients(entries, query).map((id) => Number(`0x${id}`))

describe('finding a client', () => {
  it.each([
    ['', [1, 2, 3, 4, 5]],
    ['   ', [1, 2, 3, 4, 5]],
    ['示例安', [2, 1]],
    ['安宁', [1, 4]],
    ['shilianning', [1]],
    ['shili an', [2, 1]],
    ['slan', [1]],
    ['sla', [2, 1]],
    ['SLAN', [1]],
    ['anning', [1, 4]],
    ['shan', [3]],
    ['dan', [3]],
    ['danshili', [3]],
    ['ssl', [3]],
    ['anna', [5]],
    ['ea', [5]],
    ['2026-0017', [3]],
    ['20260017', [3]],
    ['0007', [4]],
    ['7', [3, 4, 5]],
    ['1234', [2]],
    ['0000-1234', [2]],
    ['nobody', []],
    ['张', []],
    ['(', []],
  ])('%j gives %j', (query, ids) => {
    expect(found(query)).toEqual(ids)
  })

  it('puts the best match first: name, then its beginning, then pinyin, then initials', () => {
    const named = ['例示安', '示安', '安例示', '示安例', '石安'].map((name, index) =>
      clientEntry(stored(index, clientOf({ name, fileNumber: `2026-00${index}9` }))),
    )
    expect(findClients(named, '示安').map((id) => Number(`0x${id}`))).toEqual([1, 3, 0])
    expect(findClients(named, 'shian').map((id) => Number(`0x${id}`))).toEqual([1, 4, 3, 0])
  })

  it('finds everybody by name, full pinyin and initials', () => {
    const many = Array.from({ length: 400 }, (_, number) =>
      clientEntry(stored(number, clientOf({ name: syntheticName(number), fileNumber: `2026-${number}` }))),
    )
    fc.assert(
      fc.property(fc.constantFrom(...many), ({ id, client, readings: [reading] }) => {
        for (const query of [client.name ?? '', reading?.full ?? '', reading?.initials ?? '']) {
          expect(findClients(many, query)).toContain(id)
        }
        expect(findClients(many, client.name ?? '')[0]).toBe(id)
        expect(findClients(many, client.fileNumber)[0]).toBe(id)
      }),
    )
  })

  it('gives nobody twice, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 8 }), (query) => {
        const ids = findClients(entries, query)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.every((id) => id <= idOf(5))).toBe(true)
      }),
    )
  })
})
