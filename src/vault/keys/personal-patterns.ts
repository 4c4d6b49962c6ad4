import {
  type Match,
  type Matcher,
  MatcherBaseClass,
  type MatcherConstructor,
  type MatchOptions,
} from '@zxcvbn-ts/core'
import lists from '../../../resources/passphrase-patterns.json'

/** How many guesses a fact about a person takes whoever knows them, or knows what people here choose. */
export const personalGuesses = 300

const anyOf = (words: readonly string[]): string =>
  `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`

const surname = anyOf(lists.surnames)
const given = anyOf(lists.givenNames)
const year = '(?:19|20)\\d\\d'
const month = '(?:0?[1-9]|1[0-2])'
const day = '(?:0?[1-9]|[12]\\d|3[01])'

/** What is looked for at every place of a passphrase in lower case. */
const patterns: Record<PersonalPattern, RegExp> = {
  name: new RegExp(`${surname}${given}{1,2}|${given}{1,2}${surname}|${given}{2}`, 'y'),
  mobile: /(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}/y,
  landline: /(?:\(0\d{2,3}\)|0\d{2,3})[- ]?[2-9]\d{6,7}/y,
  idNumber: new RegExp(`[1-9]\\d{5}${year}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dx]`, 'y'),
  birthday: new RegExp(`(?:${year}|\\d\\d)年(?:${month}月(?:${day}[日号]?)?)?|${month}月${day}[日号]?`, 'y'),
}

export type PersonalPattern = 'name' | 'mobile' | 'landline' | 'idNumber' | 'birthday'

const matching = (name: string, pattern: RegExp): MatcherConstructor =>
  class extends MatcherBaseClass {
    override match({ password }: MatchOptions): Match[] {
      const text = password.toLowerCase()
      const found: Match[] = []
      for (let at = 0; at < text.length; at += 1) {
        pattern.lastIndex = at
        const [token = ''] = pattern.exec(text) ?? []
        if (token !== '') found.push({ pattern: name, i: at, j: at + token.length - 1, token })
      }
      return found
    }
  }

/** Names in pinyin, telephone and identity numbers, and birthdays as they are written here. */
export const personalMatchers: Record<string, Matcher> = Object.fromEntries(
  Object.entries(patterns).map(([name, pattern]) => [
    name,
    { Matching: matching(name, pattern), scoring: () => personalGuesses, feedback: () => null },
  ]),
)
