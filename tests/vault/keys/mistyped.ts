import { wordlist as english } from '@scure/bip39/wordlists/english.js'
import { wordlist as chinese } from '@scure/bip39/wordlists/simplified-chinese.js'
import { checkWords } from '../../../src/vault/keys/recovery-words.ts'

/** The same paper with another word of its list for one of them; not one of the 256 that is a right paper by chance. */
export const mistyped = (words: readonly string[]): string[] => {
  const list = [english, chinese].find((candidate) => words.every((word) => candidate.includes(word))) ?? []
  const wrong = list.map((word) => words.with(2, word)).find((paper) => !checkWords(paper).complete)
  if (wrong === undefined) throw new Error('These are no words of a recovery sheet.')
  return wrong
}
