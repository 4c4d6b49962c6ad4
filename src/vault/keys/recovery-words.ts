import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js'
import type { Language } from '../../casework/records/values.ts'
import { VaultError } from '../errors.ts'
import { binding } from '../primitives/binding.ts'
import { type Bytes, toHex, utf8 } from '../primitives/bytes.ts'
import { derivedBytes, keyMaterial } from '../primitives/hkdf.ts'
import { type KeyPair, sealingPair, signingPair } from '../primitives/key-pair.ts'
import { drawBytes } from '../primitives/random.ts'
import type { SheetKeys } from '../store/database.ts'

const wordlists: Record<Language, string[]> = { 'zh-CN': chinese, en: english }
const known = Object.values(wordlists)
const secretLength = 32

/** Words on one paper: 256 bits and their checksum (BIP-39). */
export const wordsOnPaper = 24

/** The keys that exist only on paper: one more recipient of every domain secret, and the root of trust in the staff. */
export interface RecoveryIdentity {
  sealing: KeyPair
  signing: KeyPair
}

const asWords = (secret: Bytes, language: Language): string[] =>
  entropyToMnemonic(secret, wordlists[language]).split(/\s/)

const xor = (a: Bytes, b: Bytes): Bytes => a.map((byte, at) => byte ^ Number(b[at]))

/** A new recovery secret on one paper: 256 random bits as 24 words, the last of which carries the checksum. */
export const drawRecoveryWords = (language: Language): string[] => asWords(drawBytes(secretLength), language)

/** A new recovery secret on two papers of 24 words each. Either alone is chance, and says nothing about the secret. */
export const drawRecoveryHalves = (language: Language): [string[], string[]] => {
  const secret = drawBytes(secretLength)
  const first = drawBytes(secretLength)
  const second = xor(secret, first)
  secret.fill(0)
  return [asWords(first, language), asWords(second, language)]
}

/** A word as it is compared, however it was typed. */
export const normalWord = (word: string): string => word.normalize('NFKC').trim().toLowerCase()

/** Whether all words stand in one list, which those do not (by place, from 0), and whether a whole paper has its checksum. */
export const checkWords = (words: readonly string[]): { unknown: number[]; complete: boolean } => {
  const typed = words.map(normalWord)
  const misses = known.map((list) => typed.flatMap((word, at) => (list.includes(word) ? [] : [at])))
  const unknown = misses.reduce((fewest, missed) => (missed.length < fewest.length ? missed : fewest))
  return { unknown, complete: onPaper(typed) !== null }
}

/** The 256 bits of one paper; null unless these are 24 words of one list with a right checksum. */
const onPaper = (words: readonly string[]): Bytes | null => {
  const list = known.find((candidate) => words.every((word) => candidate.includes(word)))
  if (words.length !== wordsOnPaper || !list) return null
  try {
    return new Uint8Array(mnemonicToEntropy(words.join(' '), list))
  } catch {
    return null
  }
}

/** Throws RECOVERY_WORDS_INVALID, with the number of the paper in `at`, for anything but one or two whole papers. */
const secretOf = (words: readonly string[]): Bytes => {
  const typed = words.map(normalWord)
  const papers = [typed.slice(0, wordsOnPaper), typed.slice(wordsOnPaper)].filter(({ length }) => length > 0)
  const [first, second] = papers.map((paper, at) => {
    const bits = onPaper(paper)
    if (!bits) throw new VaultError('RECOVERY_WORDS_INVALID', { at: String(at + 1) })
    return bits
  })
  if (!first) throw new VaultError('RECOVERY_WORDS_INVALID')
  return second ? xor(first, second) : first
}

/** The identity behind 24 words of a whole sheet, or 48 of both halves in any order. Throws RECOVERY_WORDS_INVALID. */
export const recoveryIdentity = async (words: readonly string[]): Promise<RecoveryIdentity> => {
  const secret = secretOf(words)
  const material = await keyMaterial(secret)
  secret.fill(0)
  const seed = (use: string) => derivedBytes(material, binding('anxin/recovery/1', use), 32)
  return {
    sealing: await sealingPair(await seed('seal')),
    signing: await signingPair(await seed('sign')),
  }
}

/** What a vault keeps of a sheet of these words. */
export const sheetKeys = (
  sheet: number,
  words: readonly string[],
  { sealing, signing }: RecoveryIdentity,
): SheetKeys => ({
  sheet,
  halves: words.length > wordsOnPaper,
  sealKey: sealing.publicKey,
  signKey: signing.publicKey,
})

/** Digits and letters that are not taken for one another. */
const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 8

/**
 * What stands on every paper of a sheet, so that papers that belong together are found: follows from the unit, the sheet's
 * number and its public key, which stand in the vault, and so tells nothing. Eight letters and digits.
 */
export const sheetCode = async (
  vaultId: string,
  { sheet, signKey }: Pick<SheetKeys, 'sheet' | 'signKey'>,
): Promise<string> => {
  const statement = utf8(binding('anxin/sheet/1', vaultId, sheet, toHex(signKey)))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', statement))
  return Array.from(digest.slice(0, codeLength), (byte) =>
    codeLetters.charAt(byte % codeLetters.length),
  ).join('')
}
