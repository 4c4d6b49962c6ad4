import { mnemonicToEntropy } from '@scure/bip39'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { describe, expect, test } from 'vitest'
import {
  checkWords,
  drawRecoveryHalves,
  drawRecoveryWords,
  recoveryIdentity,
  sheetCode,
} from '../../../src/vault/keys/recovery-words.ts'
import { drawBytes, drawId } from '../../../src/vault/primitives/random.ts'
import { codeOf } from '../sealing/places.ts'
import { mistyped } from './mistyped.ts'

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
    ['a whole sheet and a word', [...words, 'art']],
    ['a second half with a wrong word', [...words, ...words.with(3, 'ability')]],
    ['three halves', [...words, ...words, ...words]],
  ])('%s', async (_, typed) => {
    expect(await codeOf(recoveryIdentity(typed))).toBe('RECOVERY_WORDS_INVALID')
  })

  test('and the right ones are not', async () => {
    await expect(recoveryIdentity(words)).resolves.toBeDefined()
  })
})

describe('case 37: a sheet in two halves', () => {
  const bitsOf = (words: readonly string[]) => mnemonicToEntropy(words.join(' '), english)

  test('gives its keys with both, in any order, and others with one', async () => {
    const [first, second] = drawRecoveryHalves('zh-CN')
    expect([first.length, second.length]).toEqual([24, 24])
    const keys = await publicKeys([...first, ...second])
    expect(await publicKeys([...second, ...first])).toEqual(keys)
    expect(await publicKeys(first)).not.toEqual(keys)
    expect(await publicKeys(second)).not.toEqual(keys)
    const [other] = drawRecoveryHalves('zh-CN')
    expect(await publicKeys([...first, ...other])).not.toEqual(keys)
  })

  test('has halves written in two languages, if need be', async () => {
    const [first] = drawRecoveryHalves('zh-CN')
    const [, second] = drawRecoveryHalves('en')
    await expect(recoveryIdentity([...first, ...second])).resolves.toBeDefined()
  })

  test('names the half that is mistyped', async () => {
    const [first, second] = drawRecoveryHalves('en')
    await expect(recoveryIdentity([...mistyped(first), ...second])).rejects.toMatchObject({ at: '1' })
    await expect(recoveryIdentity([...first, ...mistyped(second)])).rejects.toMatchObject({ at: '2' })
  })

  test('one half says nothing: every bit of either is as often 1 as 0, and they do not go together', () => {
    const rounds = 600
    const ones = { first: new Uint16Array(256), second: new Uint16Array(256), same: new Uint16Array(256) }
    for (let round = 0; round < rounds; round += 1) {
      const [first, second] = drawRecoveryHalves('en').map(bitsOf)
      for (let bit = 0; bit < 256; bit += 1) {
        const [a, b] = [first, second].map((half) => ((half?.[bit >> 3] ?? 0) >> (bit & 7)) & 1)
        ones.first[bit] = (ones.first[bit] ?? 0) + (a ?? 0)
        ones.second[bit] = (ones.second[bit] ?? 0) + (b ?? 0)
        ones.same[bit] = (ones.same[bit] ?? 0) + (a === b ? 1 : 0)
      }
    }
    // Seven standard deviations: chance does not get there in the life of this program.
    const far = 7 * Math.sqrt(rounds / 4)
    for (const counts of Object.values(ones))
      for (const count of counts) expect(Math.abs(count - rounds / 2)).toBeLessThan(far)
  })
})

describe('while words are typed', () => {
  const words = [...Array<string>(23).fill('abandon'), 'art']

  test.each<[string, string[], { unknown: number[]; complete: boolean }]>([
    ['nothing yet', [], { unknown: [], complete: false }],
    ['right so far', ['abandon', 'Art '], { unknown: [], complete: false }],
    ['a slip is named', ['abandon', 'abondon', 'art'], { unknown: [1], complete: false }],
    ['a character of no list', ['的', '是', '龘'], { unknown: [2], complete: false }],
    ['a sheet that is right', words, { unknown: [], complete: true }],
    ['a sheet with words exchanged', words.toReversed(), { unknown: [], complete: false }],
  ])('%s', (_, typed, expected) => {
    expect(checkWords(typed)).toEqual(expected)
  })
})

test('a sheet has a code of its own: of the unit, its number and its keys', async () => {
  const signKey = drawBytes(32)
  const [vaultId, sheet] = [drawId(), 1]
  const code = await sheetCode(vaultId, { sheet, signKey })
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  expect(await sheetCode(vaultId, { sheet, signKey })).toBe(code)
  expect(await sheetCode(drawId(), { sheet, signKey })).not.toBe(code)
  expect(await sheetCode(vaultId, { sheet: 2, signKey })).not.toBe(code)
  expect(await sheetCode(vaultId, { sheet, signKey: drawBytes(32) })).not.toBe(code)
})
