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

test.each(['=1+1', '+1', '-1', '@SUM(A1)'])('abuse case 24, case 55: %j is never a formula', (text) => {
  expect(written([[text]])).toBe(`\ufeff'${text}\r\n`)
})

test('a formula that needs quotes is harmless within them', () => {
  expect(written([['=HYPERLINK("x","y")']])).toBe('\ufeff"\'=HYPERLINK(""x"",""y"")"\r\n')
})

test.each(['＝1+1', '＋1', '－1', '＠SUM(A1)', '﹢1', '﹫x', ' =1', '\u200b=1', '\ufeff=1', '\u00a0+1'])(
  '%j, which some programs fold or strip into a formula, is none either',
  (text) => {
    expect(written([[text]])).toBe(`\ufeff'${text}\r\n`)
  },
)

test('abuse case 24, case 55: neither is what begins with a tab or a line end', () => {
  expect(written([['\t=1', '\r1']])).toBe('\ufeff"\'\t=1","\'\r1"\r\n')
})

test('what a program set to semicolons or tabs would part stays one cell', () => {
  expect(written([['a;=1+1', 'b\t=1']])).toBe('\ufeff"a;=1+1","b\t=1"\r\n')
})

test.each(['女', '14–17岁', 'PHQ-9', 'a=b', '1+1', '', '60岁及以上'])('%j is left as it is', (text) => {
  expect(written([[text]])).toBe(`\ufeff${text}\r\n`)
})
