import { argon2id } from 'hash-wasm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  checkKdf,
  defaultKdf,
  type KdfParameters,
  kdfCeiling,
  kdfFloor,
  measureDerivation,
  passphraseKey,
} from '../../../src/vault/keys/key-derivation.ts'
import { unwrapSecret, wrapSecret } from '../../../src/vault/keys/passphrase-wrap.ts'
import { drawBytes } from '../../../src/vault/primitives/random.ts'
import { codeOf } from '../sealing/places.ts'

vi.mock('hash-wasm', { spy: true })
beforeEach(() => {
  vi.mocked(argon2id).mockClear()
})

const owner = { vaultId: 'v', staffId: 's' }
const passphrase = '示例的长长的口令句子一二三'

describe('cost of deriving a key', () => {
  test.each<[string, Partial<KdfParameters>, string]>([
    ['4 GiB', { memorySize: 4 * 1024 * 1024 }, 'KDF_EXCESSIVE'],
    ['a million passes', { iterations: 1_000_000 }, 'KDF_EXCESSIVE'],
    ['64 lanes', { parallelism: 64 }, 'KDF_EXCESSIVE'],
    ['one KiB over', { memorySize: kdfCeiling.memorySize + 1 }, 'KDF_EXCESSIVE'],
    ['8 KiB', { memorySize: 8 }, 'KDF_DOWNGRADE'],
    ['one KiB under', { memorySize: kdfFloor.memorySize - 1 }, 'KDF_DOWNGRADE'],
    ['two passes', { iterations: 2 }, 'KDF_DOWNGRADE'],
    ['no lane', { parallelism: 0 }, 'KDF_DOWNGRADE'],
    ['negative', { iterations: -3 }, 'KDF_DOWNGRADE'],
    ['a fraction', { iterations: 3.5 }, 'KDF_DOWNGRADE'],
    ['no number', { memorySize: Number.NaN }, 'KDF_DOWNGRADE'],
    ['endless', { memorySize: Number.POSITIVE_INFINITY }, 'KDF_DOWNGRADE'],
    ['negative memory', { memorySize: -131072 }, 'KDF_DOWNGRADE'],
    ['a fraction of memory', { memorySize: 131072.5 }, 'KDF_DOWNGRADE'],
    ['half a lane', { parallelism: 1.5 }, 'KDF_DOWNGRADE'],
  ])('case 34: is refused before deriving: %s', async (_, change, code) => {
    const kdf = { ...defaultKdf, ...change }
    expect(await codeOf(passphraseKey(passphrase, drawBytes(16), kdf, 'test'))).toBe(code)
    const wrap = { kdf, salt: drawBytes(16), wrapped: drawBytes(60) }
    expect(await codeOf(unwrapSecret(passphrase, wrap, owner))).toBe(code)
    expect(await codeOf(wrapSecret(passphrase, kdf, owner, drawBytes(32)))).toBe(code)
    expect(argon2id).not.toHaveBeenCalled()
  })

  test('may be anything from floor to ceiling', () => {
    for (const allowed of [kdfFloor, defaultKdf, kdfCeiling]) expect(() => checkKdf(allowed)).not.toThrow()
  })

  test('is measured by deriving once', async () => {
    expect(await measureDerivation(kdfFloor)).toBeGreaterThan(0)
    expect(argon2id).toHaveBeenCalledTimes(1)
  })

  test('needs a whole salt', async () => {
    expect(await codeOf(passphraseKey(passphrase, drawBytes(15), kdfFloor, 'test'))).toBe('KDF_DOWNGRADE')
  })
})

describe('a wrapped secret', () => {
  test('opens with the passphrase in any spelling of the same characters, and with no other', async () => {
    const secret = drawBytes(96)
    const wrap = await wrapSecret('Ａｎｘｉｎ 示例口令 caf\u00e9', kdfFloor, owner, secret)
    expect(await unwrapSecret(' Anxin 示例口令 cafe\u0301 ', wrap, owner)).toEqual(secret)
    expect(await codeOf(unwrapSecret('anxin 示例口令 café', wrap, owner))).toBe('WRONG_PASSPHRASE')
    expect(await codeOf(unwrapSecret('', wrap, owner))).toBe('WRONG_PASSPHRASE')
  })

  test('opens only for its owner and at the cost it was made with', async () => {
    const wrap = await wrapSecret(passphrase, kdfFloor, owner, drawBytes(96))
    for (const other of [
      { ...owner, staffId: 't' },
      { ...owner, vaultId: 'w' },
    ])
      expect(await codeOf(unwrapSecret(passphrase, wrap, other))).toBe('WRONG_PASSPHRASE')
    const dearer = { ...wrap, kdf: { ...kdfFloor, iterations: 4 } }
    expect(await codeOf(unwrapSecret(passphrase, dearer, owner))).toBe('WRONG_PASSPHRASE')
  })
})
