import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { normalPassphrase } from './key-derivation.ts'

/** What would make it better: `TOO_SHORT`, `REPETITION` (aaa, abcabc), `SEQUENCE` (1234, abcd), `DATE`. */
type PassphraseHint = 'TOO_SHORT' | 'REPETITION' | 'SEQUENCE' | 'DATE'

/** `score` from 0 (guessed at once) to 4; `hint` is null when there is nothing to say. */
export interface PassphraseStrength {
  score: 0 | 1 | 2 | 3 | 4
  acceptable: boolean
  hint: PassphraseHint | null
}

const estimator = new ZxcvbnFactory()
const goodScore = 3
const goodLength = 12
/** Length alone does not help a pattern: twelve equal digits score 0. */
const leastScore = 2

const hints: [string, PassphraseHint][] = [
  ['repeat', 'REPETITION'],
  ['sequence', 'SEQUENCE'],
  ['date', 'DATE'],
  ['regex', 'DATE'],
]

/** How well a passphrase withstands guessing. */
export const passphraseStrength = (passphrase: string): PassphraseStrength => {
  const normal = normalPassphrase(passphrase)
  const { score, sequence } = estimator.check(normal)
  const acceptable = score >= goodScore || ([...normal].length >= goodLength && score >= leastScore)
  if (acceptable) return { score, acceptable, hint: null }
  const found = hints.find(([pattern]) => sequence.some((part) => part.pattern === pattern))
  return { score, acceptable, hint: found?.[1] ?? 'TOO_SHORT' }
}
