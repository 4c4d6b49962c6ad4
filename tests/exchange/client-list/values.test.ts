import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnIsRounded, readIdNumber } from '../../../src/exchange/client-list/id-number.ts'
import {
  readPhone,
  readRelation,
  readSex,
  readTags,
  readTownship,
} from '../../../src/exchange/client-list/read-field.ts'
import { dayOfText } from '../../../src/exchange/lists/day-of-text.ts'
import { dayOfSerial } from '../../../src/exchange/lists/excel-day.ts'
import { columnLetters } from '../../../src/exchange/lists/list-table.ts'
import { readDay } from '../../../src/exchange/lists/read-day.ts'
import { readName } from '../../../src/exchange/lists/read-text.ts'
import type { Outcome } from '../../../src/instruments/outcome.ts'
import { addDays } from '../../../src/tiering/calendar.ts'
import { idNumber } from './people.ts'

const text = (content: string) => ({ kind: 'text', text: content }) as const
const number = (content: string) => ({ kind: 'number', text: content }) as const
const date = (day: string | null) => ({ kind: 'date', day }) as const
const result = <T>(outcome: Outcome<T>) => (outcome.ok ? outcome.value : outcome.refusal.code)

describe('a date as text', () => {
  it.each([
    ['1990-05-03', '1990-05-03'],
    ['1990-5-3', '1990-05-03'],
    ['1990/5/3', '1990-05-03'],
    ['1990.05.03', '1990-05-03'],
    ['19900503', '1990-05-03'],
    ['１９９０－０５－０３', '1990-05-03'],
    ['1990年5月3日', '1990-05-03'],
    ['1990 年 05 月 03 日', '1990-05-03'],
    ['1990年5月3号', '1990-05-03'],
    ['一九九〇年五月三日', '1990-05-03'],
    ['二零零一年十二月三十一日', '2001-12-31'],
    ['二○一〇年十月二十日', '2010-10-20'],
    ['二〇一二年一月十五日', '2012-01-15'],
    ['1990-05-03 00:00:00', '1990-05-03'],
    ['1990-05-03T00:00:00.000', '1990-05-03'],
    ['1990/5/3 0:00', '1990-05-03'],
    ['2000-02-29', '2000-02-29'],
    ['1900-02-29', 'DATE_IMPOSSIBLE'],
    ['1990-02-30', 'DATE_IMPOSSIBLE'],
    ['1990-13-01', 'DATE_IMPOSSIBLE'],
    ['19901301', 'DATE_IMPOSSIBLE'],
    ['1990年5月', 'DATE_INCOMPLETE'],
    ['1990-05', 'DATE_INCOMPLETE'],
    ['1990.5', 'DATE_INCOMPLETE'],
    ['1990', 'DATE_INCOMPLETE'],
    ['1990年', 'DATE_INCOMPLETE'],
    ['199005', 'DATE_INCOMPLETE'],
    ['05/03/1990', 'DATE_AMBIGUOUS'],
    ['3-5-90', 'DATE_AMBIGUOUS'],
    ['90年5月3日', 'DATE_AMBIGUOUS'],
    ['1990-05/03', 'DATE_AMBIGUOUS'],
    ['1990-05-02T16:00:00.000Z', 'DATE_AMBIGUOUS'],
    ['1990-05-03T00:00:00+08:00', 'DATE_AMBIGUOUS'],
    ['1990-05-02 23:54:17', 'DATE_AMBIGUOUS'],
    ['1990-05-03至今', 'DATE_AMBIGUOUS'],
    ['一九九〇年五月十十日', 'NOT_A_DATE'],
    ['农历五月初三', 'NOT_A_DATE'],
    ['32996', 'NOT_A_DATE'],
    ['不详', 'NOT_A_DATE'],
    ['', 'NOT_A_DATE'],
  ])('%j: %s', (written, expected) => {
    expect(result(dayOfText(written))).toBe(expected)
  })

  const days = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1900-01-01', count))
  const numerals = '〇一二三四五六七八九'
  const chinese = (count: number): string =>
    count < 10
      ? (numerals[count] ?? '')
      : `${count < 20 ? '' : numerals[Math.floor(count / 10)]}十${count % 10 === 0 ? '' : numerals[count % 10]}`
  it('comes out as it went in, whichever way it is written', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = '', month = '', of = ''] = day.split('-')
        const years = [...year].map((digit) => numerals[Number(digit)]).join('')
        for (const written of [
          `${year}/${Number(month)}/${Number(of)}`,
          `${year}年${Number(month)}月${Number(of)}日`,
          `${year}${month}${of}`,
          `${years}年${chinese(Number(month))}月${chinese(Number(of))}日`,
        ])
          expect(result(dayOfText(written))).toBe(day)
      }),
    )
  })
  it('is a day, whatever is taken for one', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/.年月日十一二〇 T:Z') }), (written) => {
        const outcome = dayOfText(written)
        if (outcome.ok) expect(addDays(outcome.value, 0)).toBe(outcome.value)
      }),
    )
  })
})

describe('a birth date in a cell', () => {
  it.each([
    [date('1990-05-03'), '1990-05-03'],
    [date(null), 'DATE_INCOMPLETE'],
    [number('32996'), '1990-05-03'],
    [number('32996.0'), '1990-05-03'],
    [number('19900503'), '1990-05-03'],
    // A year or a month is not the serial number of some day.
    [number('1990'), 'DATE_INCOMPLETE'],
    [number('199005'), 'DATE_INCOMPLETE'],
    [number('32996.6667'), 'NOT_A_DATE'],
    [number('9999'), 'NOT_A_DATE'],
    [number('-1'), 'NOT_A_DATE'],
    [number('1990.5'), 'NOT_A_DATE'],
    [text('1990年5月3日'), '1990-05-03'],
  ])('%o: %s', (cell, expected) => {
    expect(result(readDay(cell, false))).toBe(expected)
  })
  it('is four years and a day later where days count from 1904', () => {
    expect(result(readDay(number('31534'), true))).toBe('1990-05-03')
  })
  it('follows the day before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 100_000 }), fc.boolean(), (serial, from1904) => {
        const [day, next] = [dayOfSerial(serial, from1904), dayOfSerial(serial + 1, from1904)]
        expect(next).toBe(addDays(day ?? '', 1))
      }),
    )
  })
})

describe('an ID number', () => {
  const exact = { columnIsRounded: false }
  const read = (cell: Parameters<typeof readIdNumber>[0], column = exact) =>
    result(readIdNumber(cell, column))
  const female = idNumber('1990-05-03', 'female')
  const told = { birthDate: '1990-05-03', sex: 'female' }

  it('tells birth date and sex', () => {
    expect(read(text(female))).toEqual(told)
    expect(read(text(` ${female.slice(0, 6)} ${female.slice(6)}`))).toEqual(told)
    expect(read(text(`'${female}`))).toEqual(told)
    expect(read(text(idNumber('2001-12-31', 'male')))).toEqual({ birthDate: '2001-12-31', sex: 'male' })
  })
  it('with X at its end is read in small letters too', () => {
    const one = Array.from({ length: 40 }, (_, more) => idNumber('1990-05-03', 'female', more)).find((id) =>
      id.endsWith('X'),
    )
    expect(read(text(one?.toLowerCase() ?? ''))).toEqual(told)
  })
  it.each([
    ['330102199005034', 'ID_NUMBER_LENGTH'],
    ['900503', 'ID_NUMBER_LENGTH'],
    ['无', 'ID_NUMBER_LENGTH'],
    ['3.30102E+17', 'ID_NUMBER_DIGITS_LOST'],
    ['3.3010219900503e17', 'ID_NUMBER_DIGITS_LOST'],
    ['330102199005034000', 'ID_NUMBER_DIGITS_LOST'],
    ['330102199005034500.0', 'ID_NUMBER_DIGITS_LOST'],
    [idNumber('1990-02-30', 'male'), 'ID_NUMBER_DATE'],
  ])('%s: %s', (written, code) => {
    expect(read(text(written))).toBe(code)
    expect(read(number(written))).toBe(code)
  })
  it('with any one character changed is refused', () => {
    fc.assert(
      fc.property(fc.nat(17), fc.nat(9), fc.nat(400), (at, digit, more) => {
        const right = idNumber('1990-05-03', 'female', more)
        const wrong = `${right.slice(0, at)}${digit}${right.slice(at + 1)}`
        if (wrong !== right) expect(readIdNumber(text(wrong), exact).ok).toBe(false)
      }),
    )
  })
  it('that went through a number is never taken', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.constantFrom('female' as const, 'male' as const), (more, sex) => {
        const right = idNumber('1985-01-09', sex, more)
        fc.pre(!right.endsWith('X'))
        const rounded = Number(right)
        for (const written of [
          String(rounded),
          BigInt(rounded).toString(),
          rounded.toExponential(),
          rounded.toPrecision(15),
          `${right.slice(0, 15)}000`,
        ]) {
          expect(readIdNumber(number(written), exact).ok).toBe(false)
          const column = columnIsRounded([text(written), text('110101199001010X')])
          expect(readIdNumber(text(written), { columnIsRounded: column }).ok).toBe(false)
        }
      }),
    )
  })
  it('as a number that was written digit by digit is taken', () => {
    const many = Array.from({ length: 200 }, (_, more) => idNumber('1990-05-03', 'female', more)).filter(
      (id) => !id.endsWith('X'),
    )
    const taken = many.filter((id) => readIdNumber(number(id), exact).ok)
    expect(taken.length).toBeGreaterThan(many.length * 0.9)
  })
  it('in a column of several is told from a rounded one', () => {
    const ids = Array.from({ length: 5 }, (_, more) => text(idNumber('1990-05-03', 'female', 7 * more + 1)))
    expect(columnIsRounded(ids)).toBe(false)
    expect(columnIsRounded(ids.map((id) => text(String(Number(id.text.replace('X', '1'))))))).toBe(true)
    expect(columnIsRounded([])).toBe(false)
    expect(columnIsRounded([null, text('无')])).toBe(false)
  })
})

describe('a name', () => {
  it.each([
    ['示例安宁', '示例安宁'],
    ['示  例', '示例'],
    ['示\u3000例', '示例'],
    ['Example   Anna', 'Example Anna'],
    ['=1+1', '=1+1'],
    ['合计', 'NAME_OF_NOBODY'],
    ['合 计：', 'NAME_OF_NOBODY'],
    ['示\ufffd例', 'TEXT_DAMAGED'],
    ['Ann\u202ea', 'TEXT_DAMAGED'],
    ['Ann\na', 'TEXT_DAMAGED'],
    ['示'.repeat(101), 'TEXT_TOO_LONG'],
  ])('%j: %s', (written, expected) => {
    expect(result(readName(text(written)))).toBe(expected)
  })
  it('is no number and no date', () => {
    expect(result(readName(number('12')))).toBe('NOT_TEXT')
    expect(result(readName(date('1990-05-03')))).toBe('NOT_TEXT')
  })
})

describe('a phone number', () => {
  it.each([
    [text('000-0000-0001'), '000-0000-0001'],
    [text('+86 000 0000 0001'), '+86 000 0000 0001'],
    [text('（0000）0000001 转 12'), '(0000)0000001 转 12'],
    [text('00000000001、00000000002'), '00000000001、00000000002'],
    [text("'00000000001"), '00000000001'],
    [number('10000000001'), '10000000001'],
    [number('1.38E+10'), 'PHONE_DIGITS_LOST'],
    [text('1.38E+10'), 'PHONE_DIGITS_LOST'],
    [number('-5'), 'PHONE_UNCLEAR'],
    [number('0.5'), 'PHONE_UNCLEAR'],
    [number('123456789012345678'), 'PHONE_UNCLEAR'],
    [date('1990-05-03'), 'PHONE_UNCLEAR'],
    [text('没有'), 'PHONE_UNCLEAR'],
    [text('12'), 'PHONE_UNCLEAR'],
    [text('0'.repeat(41)), 'TEXT_TOO_LONG'],
  ])('%o: %s', (cell, expected) => {
    expect(result(readPhone(cell))).toBe(expected)
  })
})

describe('words of a list', () => {
  const townships = new Map([['示例镇', '000000001']])
  const tags = [
    { id: 'student', label: { 'zh-CN': '学生', en: 'Student' }, alsoCalled: ['在校学生'] },
    { id: 'elderly', label: { 'zh-CN': '老年人', en: 'Older person' }, alsoCalled: [] },
  ]
  it.each<[string, Outcome<unknown>, unknown]>([
    ['sex in Chinese', readSex(text('女')), 'female'],
    ['sex in English', readSex(text('Male')), 'male'],
    ['sex by its code', readSex(number('2')), 'female'],
    ['sex not said', readSex(text('未知')), null],
    ['sex nobody understands', readSex(text('是')), 'SEX_UNCLEAR'],
    ['sex as a date', readSex(date('1990-05-03')), 'SEX_UNCLEAR'],
    ['a township by its code', readTownship(text('000000001'), townships), '000000001'],
    ['a township by a village in it', readTownship(number('000000001005'), townships), '000000001'],
    ['a township by its name', readTownship(text('示例 镇'), townships), '000000001'],
    ['another township', readTownship(text('别的镇'), townships), 'TOWNSHIP_UNKNOWN'],
    ['tags', readTags(text('学生、Older Person; 在校学生'), tags), ['student', 'elderly']],
    ['a tag nobody knows', readTags(text('学生,重点人员'), tags), 'TAG_UNKNOWN'],
    ['a date for tags', readTags(date(null), tags), 'TAG_UNKNOWN'],
    ['a relation', readRelation(text('奶奶')), 'grandparent'],
    ['a relation in English', readRelation(text('Mother')), 'mother'],
    ['a relation nobody knows', readRelation(text('邻居')), 'RELATION_UNCLEAR'],
  ])('%s', (_, outcome, expected) => {
    expect(result(outcome)).toEqual(expected)
  })
})

it('columns have the letters of a spreadsheet', () => {
  expect([0, 25, 26, 51, 52, 199, 701, 702].map(columnLetters)).toEqual([
    ...['A', 'Z', 'AA', 'AZ', 'BA', 'GR', 'ZZ', 'AAA'],
  ])
})
