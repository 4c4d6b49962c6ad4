import { done, type Outcome, refused } from '../../instruments/outcome.ts'

const digitOf = '〇一二三四五六七八九'

/** `二〇〇一年十二月三十一日` in digits; anything else as it was. */
function inDigits(text: string): string {
  const [, year, month, day] =
    /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$/.exec(
      text,
    ) ?? []
  if (year === undefined || month === undefined || day === undefined) return text
  const digits = [...year.replace(/[零○]/g, '〇')].map((digit) => digitOf.indexOf(digit)).join('')
  return `${digits}年${numberOf(month)}月${numberOf(day)}日`
}

/** `十` 10, `十二` 12, `二十` 20, `二十三` 23; NaN for what is written otherwise. */
function numberOf(text: string): number {
  const [, tens, ten = '', ones = ''] =
    /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text) ?? []
  if (ten === '') return text.length === 1 ? digitOf.indexOf(text) : Number.NaN
  return (tens === undefined ? 1 : digitOf.indexOf(tens)) * 10 + (ones === '' ? 0 : digitOf.indexOf(ones))
}

const whole = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]|(\d{2})(\d{2}))$/
const partly = /^\d{4}年?$|^\d{4}[-/.年]\d{1,2}月?$|^\d{6}$/
const unclear = /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}[日号]?/
const midnight = /^(.*\d)(?:t| )0{1,2}:00(?::00(?:\.0+)?)?$/i

/**
 * A date as text: year first (`1990-05-03`, `1990/5/3`, `1990.5.3`, `19900503`), or Chinese (`1990年5月3日`, in Chinese numerals too), at
 * midnight if a time is given. Refused with DATE_INCOMPLETE, DATE_AMBIGUOUS (the order, the century or the place is a guess),
 * DATE_IMPOSSIBLE or NOT_A_DATE.
 */
export function dayOfText(text: string): Outcome<string> {
  const written = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const tight = inDigits((midnight.exec(written)?.[1] ?? written).replace(/ ?([-/.年月日号]) ?/g, '$1'))
  const [, year, , month, day, chineseMonth, chineseDay, plainMonth, plainDay] = whole.exec(tight) ?? []
  if (year !== undefined) {
    const parts = [month ?? chineseMonth ?? plainMonth, day ?? chineseDay ?? plainDay]
    return existing(`${year}-${parts.map((part = '') => part.padStart(2, '0')).join('-')}`)
  }
  if (partly.test(tight)) return refused('DATE_INCOMPLETE')
  return refused(unclear.test(tight) ? 'DATE_AMBIGUOUS' : 'NOT_A_DATE')
}

const existing = (day: string): Outcome<string> => {
  const time = Date.parse(`${day}T00:00:00Z`)
  const isThere = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
  return isThere ? done(day) : refused('DATE_IMPOSSIBLE')
}
