import fc from 'fast-check'
import { expect, test } from 'vitest'
import { staffKeys } from '../../src/vault/keys/staff-keys.ts'
import { type Owner, type OwnPlace, openOwn, sealOwn } from '../../src/vault/own-text.ts'
import { type Bytes, fromHex } from '../../src/vault/primitives/bytes.ts'
import { drawBytes } from '../../src/vault/primitives/random.ts'

const seed = Array.from({ length: 96 }, (_, at) => at.toString(16).padStart(2, '0')).join('')
const place: OwnPlace = { table: 'processNotes', id: '00000000000000000000000000000002' }
// Sealed once and never again: it stands for every private note already written.
const frozenText =
  '41419343e274ef4c89f4cef4c33db88a067b2e1bc342ba0820e11e60f4ebe6589c74bbe9f09b0dd661957a73f58058f56a6b' +
  'b67366632fd2c27c773341e0176607087a224e5204dc93b2a5eb27b8d02d32c4febe63bfa33f4b96281f66d03f64c39a3a38' +
  '92051c5d652317b81d7482d375148e6d0427a265bbdbf719d3eba233d2da5273203680f5a15c946d74ed2baf66693c4dbcc1' +
  'a4f1e63f9ced13f1b1ecb2efcc9ee1d7c60bef1d6b1822f98b1193da2860f4d984935e42bdf62d494334726b53e5ae307f5d' +
  '76e65e560defaa8e0ad088b025bcb3acee37572657f51b2545e31d61d6f307cd05c1838d8459973615826deddebfcd8365af' +
  'ee731f9b990e8c96886a7532a2178d5d7743714b6346a31c6da90eab11619d469a1e'

const ownerOf = async (secret: Bytes): Promise<Owner> => ({
  keys: await staffKeys(secret),
  header: { vaultId: '00000000000000000000000000000001' },
  staff: { id: '00000000000000000000000000000003' },
})
const frozenOwner = () => ownerOf(fromHex(seed))

/** What Node and Chromium both have to give. */
export const ownAnswers = (): void => {
  test('what an earlier release sealed for its writer still opens', async () => {
    expect(await openOwn(await frozenOwner(), place, fromHex(frozenText))).toBe('示例：只给自己看')
  })

  test('any text comes back to its writer, and its length is told only roughly', async () => {
    const owner = await ownerOf(drawBytes(96))
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (text) => {
        const sealed = await sealOwn(owner, place, text)
        expect(await openOwn(owner, place, sealed)).toBe(text)
        const padded = sealed.length - 28
        expect(padded & (padded - 1)).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  test('the same text is never sealed alike twice', async () => {
    const owner = await frozenOwner()
    expect(await sealOwn(owner, place, '示例')).not.toEqual(await sealOwn(owner, place, '示例'))
  })

  test.each<[string, (owner: Owner) => Promise<Owner>]>([
    ['somebody else', async () => ownerOf(drawBytes(96))],
    ['the same keys under another name', async (owner) => ({ ...owner, staff: { id: '4'.repeat(32) } })],
    ['another vault', async (owner) => ({ ...owner, header: { vaultId: '5'.repeat(32) } })],
  ])('%s does not open it', async (_, other) => {
    const owner = await frozenOwner()
    const sealed = await sealOwn(owner, place, '示例')
    await expect(openOwn(await other(owner), place, sealed)).rejects.toMatchObject({ code: 'WRONG_KEY' })
  })

  test.each([
    ['another record', { ...place, id: '6'.repeat(32) }],
    ['another table', { ...place, table: 'sessionNotes' }],
  ])('it does not open in %s', async (_, elsewhere) => {
    const owner = await frozenOwner()
    const sealed = await sealOwn(owner, place, '示例')
    await expect(openOwn(owner, elsewhere, sealed)).rejects.toMatchObject({ code: 'WRONG_KEY' })
  })

  test('whatever bit is changed, however much is missing, it does not open', async () => {
    const owner = await frozenOwner()
    const sealed = fromHex(frozenText)
    const refusedAs = { code: 'WRONG_KEY' }
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = sealed.slice()
        changed[at] = (changed[at] ?? 0) ^ flip
        await expect(openOwn(owner, place, changed)).rejects.toMatchObject(refusedAs)
        await expect(openOwn(owner, place, sealed.slice(0, at))).rejects.toMatchObject(refusedAs)
      }),
      { numRuns: 60 },
    )
  })
}
