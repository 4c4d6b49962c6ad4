import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bytes, joined } from '../../../src/vault/primitives/bytes.ts'
import { signingPair } from '../../../src/vault/primitives/key-pair.ts'
import { drawBytes, drawId } from '../../../src/vault/primitives/random.ts'
import { sealBox } from '../../../src/vault/primitives/sealed-box.ts'
import { verify } from '../../../src/vault/primitives/signature.ts'
import {
  type AuthorCheck,
  sealForDomain,
  unsealForDomain,
} from '../../../src/vault/sealing/boxed-envelope.ts'
import { unseal } from '../../../src/vault/sealing/envelope.ts'
import { boundBy, type Place, readHeader } from '../../../src/vault/sealing/envelope-header.ts'
import { codeOf, otherPlaces, someDomainKey, somePlace } from './places.ts'

const domain = await someDomainKey()
const signing = await signingPair(drawBytes(32))
const author = { id: drawId(), privateKey: signing.privateKey }
const isAuthor: AuthorCheck = async (id, statement, signature) =>
  id === author.id && verify(signing.publicKey, statement, signature)

const note = { note: '示例来电' }
const sealNote = () => sealForDomain(domain.sealing.publicKey, author, somePlace, note)
const open = (place: Place, envelope: Bytes, check = isAuthor) =>
  unsealForDomain([domain], check, place, envelope)

describe('a record sealed for a domain that is closed to its author', () => {
  test('is read by the domain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const sealed = await sealForDomain(domain.sealing.publicKey, author, somePlace, value)
        expect(await open(somePlace, sealed)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
      { numRuns: 30 },
    )
  })

  test('is refused after any one bit has changed', async () => {
    const sealed = await sealNote()
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = sealed.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(['DAMAGED_RECORD', 'WRONG_KEY', 'UNKNOWN_SUITE'], `bit ${bit}`).toContain(
        await codeOf(open(somePlace, changed)),
      )
    }
  })

  test('is refused when cut at any length', async () => {
    const sealed = await sealNote()
    for (let length = 0; length < sealed.length; length++)
      expect(await codeOf(open(somePlace, sealed.slice(0, length)))).toBe('DAMAGED_RECORD')
  })

  test('is refused when it says less than who wrote it', async () => {
    const sealed = await sealNote()
    const header = readHeader(sealed)
    for (const length of [1, 16, 79]) {
      const bound = boundBy(somePlace, header.bytes)
      const box = await sealBox(domain.sealing.publicKey, bound, drawBytes(length))
      expect(await codeOf(open(somePlace, joined(header.bytes, box)))).toBe('DAMAGED_RECORD')
    }
  })

  test.each(otherPlaces)('opens in no other place: %s', async (_, place) => {
    expect(await codeOf(open(place, await sealNote()))).toBe('DAMAGED_RECORD')
  })

  test('is refused from anyone who is not staff, though they know the public key', async () => {
    const stranger = await signingPair(drawBytes(32))
    const forged = await sealForDomain(
      domain.sealing.publicKey,
      { id: author.id, privateKey: stranger.privateKey },
      somePlace,
      note,
    )
    expect(await codeOf(open(somePlace, forged))).toBe('UNKNOWN_AUTHOR')
  })

  test("is not taken for a record under the table's own key", async () => {
    const recordKey = await domain.recordKey(somePlace.table)
    expect(await codeOf(unseal(recordKey, somePlace, await sealNote()))).toBe('WRONG_KEY')
  })

  test('names another domain, and a newer schema', async () => {
    const other = await someDomainKey()
    expect(await codeOf(unsealForDomain([other], isAuthor, somePlace, await sealNote()))).toBe('WRONG_KEY')
    const newer = await sealForDomain(domain.sealing.publicKey, author, { ...somePlace, version: 2 }, note)
    expect(await codeOf(open(somePlace, newer))).toBe('NEWER_SCHEMA')
  })
})
