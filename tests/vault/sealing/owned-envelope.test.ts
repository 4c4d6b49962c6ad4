import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawClientKey, openClientKey } from '../../../src/vault/keys/client-key.ts'
import { domainKey } from '../../../src/vault/keys/domain-key.ts'
import type { Bytes } from '../../../src/vault/primitives/bytes.ts'
import { drawBytes, drawId } from '../../../src/vault/primitives/random.ts'
import type { Place } from '../../../src/vault/sealing/envelope-header.ts'
import { ownerOf, readOwned, sealOwned, unsealOwned } from '../../../src/vault/sealing/owned-envelope.ts'
import { codeOf, otherPlaces, someDomainKey, somePlace } from './places.ts'

const domain = await someDomainKey()
const clientId = drawId()
const { key: client, row } = await drawClientKey(somePlace.vaultId, domain, clientId)
const recordKey = await client.recordKey(somePlace.table)
const note = { note: '示例记录' }

const sealNote = (place = somePlace, value: unknown = note) =>
  sealOwned(domain, recordKey, place, clientId, value)
const open = async (place: Place, envelope: Bytes) => {
  const read = readOwned(envelope)
  expect(read.generation).toBeGreaterThanOrEqual(0)
  return unsealOwned(recordKey, place, read)
}
const owner = async (place: Place, envelope: Bytes) => ownerOf(domain, place, readOwned(envelope))

describe('a record of a client', () => {
  test('comes back as it was, and says whose it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const sealed = await sealNote(somePlace, value)
        expect(await open(somePlace, sealed)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(await owner(somePlace, sealed)).toBe(clientId)
      }),
      { numRuns: 50 },
    )
  })

  test('case 30: is refused after any one bit has changed', async () => {
    const sealed = await sealNote()
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = sealed.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(['DAMAGED_RECORD', 'WRONG_KEY', 'UNKNOWN_SUITE'], `bit ${bit}`).toContain(
        await codeOf(open(somePlace, changed)),
      )
    }
  })

  test('case 31: is refused when cut at any length, or longer', async () => {
    const sealed = await sealNote()
    for (let length = 0; length < sealed.length; length++)
      expect(await codeOf(open(somePlace, sealed.slice(0, length)))).toBe('DAMAGED_RECORD')
    const longer = new Uint8Array(sealed.length + 1)
    longer.set(sealed)
    expect(await codeOf(open(somePlace, longer))).toBe('DAMAGED_RECORD')
  })

  test.each(otherPlaces)('opens in no other place: %s', async (_, place) => {
    const sealed = await sealNote()
    expect(await codeOf(open(place, sealed))).toBe('DAMAGED_RECORD')
    expect(await codeOf(owner(place, sealed))).toBe('DAMAGED_RECORD')
  })

  test('hides whose it is from everybody else, and never says it twice in the same way', async () => {
    const [one, two] = await Promise.all([sealNote(), sealNote()])
    expect(readOwned(one).owner).not.toEqual(readOwned(two).owner)
    const other = await someDomainKey()
    expect(await codeOf(ownerOf(other, somePlace, readOwned(one)))).toBe('DAMAGED_RECORD')
  })

  test('case 32: of another key or a newer schema is named as such', async () => {
    const other = await drawClientKey(somePlace.vaultId, domain, drawId())
    const otherKey = await other.key.recordKey(somePlace.table)
    const sealed = await sealNote()
    expect(await codeOf(unsealOwned(otherKey, somePlace, readOwned(sealed)))).toBe('WRONG_KEY')
    const newer = await sealNote({ ...somePlace, version: 2 })
    expect(await codeOf(open(somePlace, newer))).toBe('NEWER_SCHEMA')
  })

  test('case 43: of 1 to 1,000 characters has at most six lengths', async () => {
    const lengths = new Set<number>()
    for (let characters = 1; characters <= 1000; characters++)
      lengths.add((await sealNote(somePlace, { note: '示'.repeat(characters) })).length)
    expect(lengths.size).toBeLessThanOrEqual(6)
  })
})

describe('the key of a client', () => {
  test('opens again from its row, for that client, vault and generation alone', async () => {
    const sealed = await sealNote()
    const again = await openClientKey(somePlace.vaultId, domain, clientId, row)
    expect(await unsealOwned(await again.recordKey(somePlace.table), somePlace, readOwned(sealed))).toEqual(
      note,
    )
    const secret = drawBytes(32)
    const second = await domainKey('case', 2, new Uint8Array([...secret, ...secret]))
    const otherDomain = await someDomainKey()
    const attempts: [string, () => Promise<unknown>][] = [
      ['another client', () => openClientKey(somePlace.vaultId, domain, drawId(), row)],
      ['another vault', () => openClientKey(drawId(), domain, clientId, row)],
      ['another domain key', () => openClientKey(somePlace.vaultId, otherDomain, clientId, row)],
      ['another generation', () => openClientKey(somePlace.vaultId, second, clientId, row)],
      [
        'changed',
        () => openClientKey(somePlace.vaultId, domain, clientId, { ...row, wrapped: drawBytes(60) }),
      ],
      [
        'cut',
        () =>
          openClientKey(somePlace.vaultId, domain, clientId, { ...row, wrapped: row.wrapped.slice(0, 20) }),
      ],
    ]
    for (const [attempt, opening] of attempts) expect(await codeOf(opening()), attempt).toBe('WRONG_KEY')
  })

  test('is another for every client and every table', async () => {
    const other = await drawClientKey(somePlace.vaultId, domain, drawId())
    const ids = await Promise.all(
      [client, other.key].flatMap((key) => ['notes', 'plans'].map((table) => key.recordKey(table))),
    )
    expect(new Set(ids.map(({ id }) => id.join())).size).toBe(4)
  })
})
