import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import spelled from '../../../resources/passphrase-words.json'
import type { Language } from '../../casework/records/values.ts'
import { drawBelow } from '../primitives/random.ts'
import { passphraseStrength } from './passphrase-strength.ts'

/** Words to type, and what they mean where they are spelled in pinyin. */
export interface SuggestedPassphrase {
  passphrase: string
  meaning: string | null
}

const wordCount = 5
const chinese = Object.entries(spelled)

const drawn = <T>(list: readonly T[]): T[] =>
  Array.from({ length: wordCount }, () => list[drawBelow(list.length)]).filter((word) => word !== undefined)

const suggestion = (language: Language): SuggestedPassphrase => {
  if (language === 'en') return { passphrase: drawn(english).join(' '), meaning: null }
  const words = drawn(chinese)
  return {
    passphrase: words.map(([pinyin]) => pinyin).join(' '),
    meaning: words.map(([, word]) => word).join(' '),
  }
}

/**
 * Five words drawn without favour: 50 bits of 1,024 everyday Chinese words in pinyin, 55 of 2,048 English ones. The few whose
 * spelling repeats itself so much that they would not be accepted are drawn again.
 */
export const suggestPassphrase = (language: Language): SuggestedPassphrase => {
  for (;;) {
    const suggested = suggestion(language)
    if (passphraseStrength(suggested.passphrase).acceptable) return suggested
  }
}
