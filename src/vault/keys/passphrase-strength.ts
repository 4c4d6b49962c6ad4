import { type MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core'
import lists from '../../../resources/passphrase-patterns.json'
import { readingsOf } from '../../casework/clients/pinyin-index.ts'
import { VaultError } from '../errors.ts'
import { normalPassphrase } from './key-derivation.ts'
import { keyboardGraph } from './keyboard-graph.ts'
import { type PersonalPattern, personalGuesses, personalMatchers } from './personal-patterns.ts'

/**
 * What makes it weak: `COMMON` passwords, `PERSONAL` (one's own or the unit's name), `PHONE`, `ID_NUMBER`, `DATE`, `NAME`,
 * `KEYBOARD` walks, `SEQUENCE` (1234, abcd), `REPETITION` (aaa, abcabc), `EVERYDAY` words, well-known `PHRASE`s; `TOO_SHORT`
 * when nothing else.
 */
export type PassphraseHint =
  | 'COMMON'
  | 'PERSONAL'
  | 'PHONE'
  | 'ID_NUMBER'
  | 'DATE'
  | 'NAME'
  | 'KEYBOARD'
  | 'SEQUENCE'
  | 'REPETITION'
  | 'EVERYDAY'
  | 'PHRASE'
  | 'TOO_SHORT'

/** `score` from 0 (guessed at once) to 4; `hint` is null when there is nothing to say. */
export interface PassphraseStrength {
  score: 0 | 1 | 2 | 3 | 4
  acceptable: boolean
  hint: PassphraseHint | null
}

const { passwords, words, phrases } = lists
const dictionary = { passwords, words, phrases }
const estimator = new ZxcvbnFactory({ dictionary, graphs: { keyboard: keyboardGraph } }, personalMatchers)

type Pattern = PersonalPattern | 'spatial' | 'sequence' | 'repeat' | 'date' | 'regex'
const hintOfPattern: Record<Pattern, PassphraseHint> = {
  name: 'NAME',
  mobile: 'PHONE',
  landline: 'PHONE',
  idNumber: 'ID_NUMBER',
  birthday: 'DATE',
  spatial: 'KEYBOARD',
  sequence: 'SEQUENCE',
  repeat: 'REPETITION',
  date: 'DATE',
  regex: 'DATE',
}
const hintOfDictionary: Record<string, PassphraseHint> = {
  userInputs: 'PERSONAL',
  passwords: 'COMMON',
  words: 'EVERYDAY',
  phrases: 'PHRASE',
}
/** The first that was found is told of. */
const byWeight: readonly PassphraseHint[] = [
  'PERSONAL',
  'COMMON',
  'ID_NUMBER',
  'PHONE',
  'DATE',
  'NAME',
  'KEYBOARD',
  'SEQUENCE',
  'REPETITION',
  'PHRASE',
  'EVERYDAY',
]

/** What a part is good for at most: walks over the keyboard are few, and a date is known or soon tried. */
const mostGuesses: Record<string, number> = {
  spatial: 60,
  sequence: 60,
  date: personalGuesses,
  regex: personalGuesses,
}

const goodScore = 3
const goodLength = 12
const goodWords = 5
/** Guesses from which on the scores 1 to 4 are given. */
const steps = [1e3, 1e6, 1e8, 1e10]

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const longEnough = (normal: string): boolean =>
  [...normal].length >= goodLength ||
  [...segmenter.segment(normal)].filter(({ isWordLike }) => isWordLike).length >= goodWords

const hintOf = ({ pattern, dictionaryName }: MatchExtended): PassphraseHint | undefined =>
  pattern === 'dictionary' ? hintOfDictionary[dictionaryName] : hintOfPattern[pattern as Pattern]

/** As somebody would spell it who takes it for a passphrase. */
const spellings = (text: string): string[] => {
  const normal = text.normalize('NFKC').toLowerCase()
  const readings = readingsOf(normal).flatMap(({ full, initials }) => [full, initials])
  return [normal, ...readings].filter((spelling) => spelling.length > 1)
}

const judged = (text: string, known: readonly string[]) => {
  const { sequence } = estimator.check(text, [...known])
  // The estimator's own total rewards many parts, however weak each is.
  const guesses = sequence.reduce(
    (product, { pattern, guesses: own }) => product * Math.min(own, mostGuesses[pattern] ?? own),
    1,
  )
  return { sequence, guesses }
}

/** How well a passphrase withstands guessing by those who know what is `known` here: names and codes. */
export const passphraseStrength = (passphrase: string, known: readonly string[] = []): PassphraseStrength => {
  const normal = normalPassphrase(passphrase)
  const spelled = known.flatMap(spellings)
  const asTyped = judged(normal, spelled)
  // Blanks and marks between the parts of a date or a name do not hide them.
  const closedUp = judged(normal.replace(/[\s\p{P}]/gu, ''), spelled)
  const { sequence, guesses } = closedUp.guesses < asTyped.guesses ? closedUp : asTyped
  const score = steps.filter((least) => guesses >= least).length as PassphraseStrength['score']
  const strong = score >= goodScore
  if (strong && longEnough(normal)) return { score, acceptable: true, hint: null }
  const found = new Set(strong ? [] : sequence.map(hintOf))
  return { score, acceptable: false, hint: byWeight.find((hint) => found.has(hint)) ?? 'TOO_SHORT' }
}

/** Throws WEAK_PASSPHRASE when a new passphrase is not acceptable. */
export const checkPassphrase = (passphrase: string, known: readonly string[]): void => {
  if (!passphraseStrength(passphrase, known).acceptable) throw new VaultError('WEAK_PASSPHRASE')
}
