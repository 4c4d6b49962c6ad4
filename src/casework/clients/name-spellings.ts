import { bareText, separators } from './folded-text.ts'
import { readingsOf } from './pinyin-index.ts'

/** How one name may be written. */
export interface NameSpellings {
  /** Anywhere, whatever stands between the characters. */
  anywhere: string[]
  /** As words of their own: too short to be looked for inside others. */
  words: string[]
  /** As people call one another: 小张, 张老师, 宁宁. */
  called: RegExp[]
}

const titles =
  '先生|女士|小姐|同学|老师|医生|主任|师傅|叔叔|阿姨|大爷|大妈|大哥|大姐|书记|所长|校长|奶奶|爷爷|某|总|工|姐|哥|叔|婶|嫂|妈|爸|氏'

const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text)
/** Letters as a pattern; only what `bareText` leaves comes here, so that nothing in it is special. */
const anyOf = (...letters: string[]): string => [...new Set(letters)].filter((one) => one !== '').join('|')

/** Every spelling of a name that is looked for. */
export function nameSpellings(name: string): NameSpellings {
  const whole = bareText(name)
  const parts = name.split(separators).map(bareText)
  const letters = isHan(whole) ? [...whole] : []
  const surnameLength = letters.length >= 4 ? 2 : 1
  const surname = letters.slice(0, surnameLength).join('')
  const given = letters.slice(surnameLength).join('')
  const last = letters.at(-1) ?? ''
  const readings = letters.length >= 2 ? readingsOf(name).flatMap(spelled) : []
  return {
    anywhere: [
      whole,
      ...parts.filter((part) => part.length >= (isHan(part) ? 2 : 4)),
      given.length >= 2 ? given : '',
      ...readings.map(({ full }) => full).filter((full) => full.length >= 5),
    ].filter((one) => one !== ''),
    words: [
      ...readings.flatMap(({ full, initials, turned }) => [full, initials, turned]),
      ...parts.filter((part) => !isHan(part)),
      isHan(whole) ? '' : parts.map(([letter = '']) => letter).join(''),
    ].filter((one) => one.length >= 2),
    called:
      letters.length < 2
        ? []
        : [
            new RegExp(`[小老阿大](?:${anyOf(surname, ...letters)})`, 'gu'),
            new RegExp(`(?:${anyOf(surname, letters[0] ?? '')})(?:${titles})`, 'gu'),
            new RegExp(`${last}{2}|${last}[儿子]`, 'gu'),
          ],
  }
}

/** Pinyin with `ü` in each of the ways it is typed, and with the given name first. */
const spelled = ({ full, starts, initials }: ReturnType<typeof readingsOf>[number]) =>
  [full, full.replaceAll('v', 'u'), full.replaceAll('v', 'yu')].map((one) => ({
    full: one,
    initials,
    turned: starts.length < 2 ? '' : full.slice(starts[1]) + full.slice(0, starts[1]),
  }))
