import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { dayOfText } from '../lists/day-of-text.ts'
import type { Cell } from '../lists/list-table.ts'
import type { Written } from '../lists/row-cells.ts'

/** What an ID-card number (GB 11643) tells of its holder; the number itself goes no further. */
export interface ToldByIdNumber {
  birthDate: string
  sex: 'female' | 'male'
}

const checkCharacters = '10X98765432'
const weights = Array.from({ length: 17 }, (_, place) => 2 ** (17 - place) % 11)

/**
 * Reads a number whose check character is right. Refused with ID_NUMBER_DIGITS_LOST when it was kept as a number once, which has
 * room for 15 digits only, ID_NUMBER_LENGTH (also for the old ones of 15 digits, which cannot be checked), ID_NUMBER_CHECKSUM or
 * ID_NUMBER_DATE. `columnIsRounded`: see there.
 */
export function readIdNumber(
  cell: Written,
  { columnIsRounded }: { columnIsRounded: boolean },
): Outcome<ToldByIdNumber> {
  if (cell.kind === 'date') return refused('ID_NUMBER_DIGITS_LOST')
  const number = plainNumber(cell.text)
  if (/^\d+(\.\d+)?e\+?\d+$|^\d{15,}\.\d*$/i.test(number)) return refused('ID_NUMBER_DIGITS_LOST')
  if (!/^\d{17}[\dX]$/.test(number)) return refused('ID_NUMBER_LENGTH')
  if (number.endsWith('000') || (mayBeRounded(number) && (cell.kind === 'number' || columnIsRounded)))
    return refused('ID_NUMBER_DIGITS_LOST')
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0)
  if (checkCharacters[sum % 11] !== number[17]) return refused('ID_NUMBER_CHECKSUM')
  const birthDate = dayOfText(number.slice(6, 14))
  if (!birthDate.ok) return refused('ID_NUMBER_DATE')
  return done({ birthDate: birthDate.value, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' })
}

/**
 * Whether every number of a column is one that a computer's number can hold or would be written as. Of those typed as text one in 32
 * is, so that a whole column of them was rounded on its way.
 */
export function columnIsRounded(cells: Iterable<Cell | null>): boolean {
  const numbers = [...cells].flatMap((cell) => (cell?.kind === 'text' ? plainNumber(cell.text) : []))
  const whole = numbers.filter((number) => /^\d{18}$/.test(number))
  return whole.length > 0 && whole.every(mayBeRounded)
}

const plainNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^['’`]/, '')
    .replace(/\s/g, '')

const mayBeRounded = (number: string): boolean =>
  /^\d+$/.test(number) && (BigInt(number) === BigInt(Number(number)) || String(Number(number)) === number)
