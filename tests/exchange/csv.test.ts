import { expect, test } from 'vitest'
import { writeCsv } from '../../src/exchange/csv.ts'

const written = (rows: (string | number)[][]) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(rows))

test('begins with a byte order mark and ends every row', () => {
  expect(
    written([
      ['题目', 3],
      ['好', -1],
    ]),
  ).toBe('\ufeff题目,3\r\n好,-1\r\n')
})

test('quotes what would break a row, and doubles quotes', () => {
  expect(written([['a,b', '"c"', 'd\ne', '']])).toBe('\ufeff"a,b","""c""","d\ne",\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('%j is never a formula', (text) => {
  expect(written([[text]])).toBe(`\ufeff'${text}\r\n`)
})

test('a formula that needs quotes is harmless within them', () => {
  expect(written([['=HYPERLINK("x","y")']])).toBe('\ufeff"\'=HYPERLINK(""x"",""y"")"\r\n')
})
