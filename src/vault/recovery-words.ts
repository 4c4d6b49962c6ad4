import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js'
import type { Language } from '../casework/values.ts'
import { binding } from './binding.ts'
import { VaultError } from './errors.ts'
import { derivedBytes, keyMaterial } from './hkdf.ts'
import { type KeyPair, sealingPair, signingPair } from './key-pair.ts'
import { drawBytes } from './random.ts'

const wordlists: Record<Language, string[]> = { 'zh-CN': chinese, en: english }
const secretLength = 32
const wordCount = 24

/** The keys that exist only on paper: one more recipient of every domain secret, and the root of trust in the staff. */
export interface RecoveryIdentity {
  sealing: KeyPair
  signing: KeyPair
}

/** A new recovery sheet: 256 random bits as 24 words (BIP-39), the last of which carries the checksum. */
export const drawRecoveryWords = (language: Language): string[] =>
  entropyToMnemonic(drawBytes(secretLength), wordlists[language]).split(/\s/)

const secretOf = (words: readonly string[]): Uint8Array => {
  const typed = words.map((word) => word.normalize('NFKC').trim().toLowerCase())
  const list = Object.values(wordlists).find((known) => typed.every((word) => known.includes(word)))
  if (typed.length !== wordCount || !list) throw new VaultError('RECOVERY_WORDS_INVALID')
  try {
    return mnemonicToEntropy(typed.join(' '), list)
  } catch (cause) {
    throw new VaultError('RECOVERY_WORDS_INVALID', { cause })
  }
}

/** Throws RECOVERY_WORDS_INVALID unless these are 24 words of one list with a right checksum. */
export const recoveryIdentity = async (words: readonly string[]): Promise<RecoveryIdentity> => {
  const material = await keyMaterial(new Uint8Array(secretOf(words)))
  const seed = (use: string) => derivedBytes(material, binding('anxin/recovery/1', use), 32)
  return {
    sealing: await sealingPair(await seed('seal')),
    signing: await signingPair(await seed('sign')),
  }
}
