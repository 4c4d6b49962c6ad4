import { describe, expect, test } from 'vitest'
import { drawRecoveryWords, recoveryIdentity } from '../../src/vault/recovery-words.ts'
import { codeOf } from './places.ts'

const publicKeys = async (words: readonly string[]) => {
  const { sealing, signing } = await recoveryIdentity(words)
  return [sealing.publicKey, signing.publicKey]
}

describe.each(['zh-CN', 'en'] as const)('a recovery sheet in %s', (language) => {
  test('has 24 words that always give the same keys', async () => {
    const words = drawRecoveryWords(language)
    expect(words).toHaveLength(24)
    expect(await publicKeys(words.map((word) => ` ${word.toUpperCase()} `))).toEqual(await publicKeys(words))
    expect(await publicKeys(drawRecoveryWords(language))).not.toEqual(await publicKeys(words))
  })
})

test('gives other keys for sealing than for signing', async () => {
  const [sealing, signing] = await publicKeys(drawRecoveryWords('en'))
  expect(sealing).not.toEqual(signing)
})

describe('mistyped words are named', () => {
  // BIP-39's own vector for 256 zero bits.
  const words = [...Array<string>(23).fill('abandon'), 'art']

  test.each([
    ['one wrong word', words.with(3, 'ability')],
    ['two swapped', [...words.slice(0, 22), 'art', 'abandon']],
    ['a word of no list', words.with(5, 'anxin')],
    ['words of two lists', words.with(5, '的')],
    ['half a sheet', words.slice(0, 12)],
    ['a valid sheet of 12 words', [...Array<string>(11).fill('abandon'), 'about']],
    ['nothing', []],
  ])('%s', async (_, typed) => {
    expect(await codeOf(recoveryIdentity(typed))).toBe('RECOVERY_WORDS_INVALID')
  })

  test('and the right ones are not', async () => {
    await expect(recoveryIdentity(words)).resolves.toBeDefined()
  })
})
