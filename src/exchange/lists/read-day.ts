import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { dayOfText } from './day-of-text.ts'
import { dayOfSerial } from './excel-day.ts'
import type { Written } from './row-cells.ts'

/** A day in a cell: a date, a date as text, eight digits, or the serial number of a day in this century or the last. */
export function readDay(cell: Written, from1904: boolean): Outcome<string> {
  if (cell.kind === 'date') return cell.day === null ? refused('DATE_INCOMPLETE') : done(cell.day)
  if (cell.kind === 'text') return dayOfText(cell.text)
  if (/^\d{8}$/.test(cell.text)) return dayOfText(cell.text)
  // 1990 as a number is a year, and not the day in 1905 that it would be the serial number of.
  if (/^(19|20)\d\d$|^(19|20)\d{4}$/.test(cell.text)) return refused('DATE_INCOMPLETE')
  const day = /^\d{5}(\.0*)?$/.test(cell.text) ? dayOfSerial(Number(cell.text), from1904) : null
  return day === null ? refused('NOT_A_DATE') : done(day)
}
