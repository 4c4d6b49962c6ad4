import { describe, expect, it, test } from 'vitest'
import { peopleLists } from '../../../src/exchange/client-list/people-lists.ts'
import { writeCsv } from '../../../src/exchange/csv.ts'
import { textIn } from '../../../src/exchange/lists/list-table.ts'
import { readList } from '../../../src/exchange/lists/read-list.ts'
import { toGbk } from './gb18030.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const swapped = (bytes: Uint8Array) => new Uint8Array(Buffer.from(bytes).swap16())

const read = async (file: Uint8Array<ArrayBuffer>) => {
  const list = await readList(file, peopleLists)
  if (!list.ok) return list.refusal
  const [sheet] = list.value.sheets
  return {
    format: list.value.format,
    rows: sheet?.table.rows.map(({ number, cells }) => [number, ...cells.map((cell) => textIn(cell))]),
  }
}

const list = '姓名,性别,备注\r\n示例安宁,女,一\r\n单示例,男,最开始\r\n'
const rows = [
  [1, '姓名', '性别', '备注'],
  [2, '示例安宁', '女', '一'],
  [3, '单示例', '男', '最开始'],
]

describe('a text file', () => {
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['UTF-8', utf8(list), 'utf-8'],
    ['UTF-8 with its mark', utf8(`\ufeff${list}`), 'utf-8'],
    ['GBK', toGbk(list), 'gb18030'],
    ['UTF-16 with its mark', utf16(`\ufeff${list}`), 'utf-16le'],
    ['UTF-16 the other way round, with its mark', swapped(utf16(`\ufeff${list}`)), 'utf-16be'],
    ['UTF-16', utf16(list), 'utf-16le'],
    ['UTF-16 the other way round', swapped(utf16(list)), 'utf-16be'],
  ])('in %s is told by its content', async (_, file, format) => {
    expect(await read(file)).toEqual({ format, rows })
  })

  it('in GB 18030 may hold names GBK has no room for', async () => {
    // U+9FA6 龦 as four bytes.
    const file = new Uint8Array([...toGbk('姓名\n示例'), 0x82, 0x35, 0x8f, 0x33])
    expect(await read(file)).toEqual({
      format: 'gb18030',
      rows: [
        [1, '姓名'],
        [2, '示例龦'],
      ],
    })
  })

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    // 姓名,電話 / 林小明,王美玲 in Big5.
    ['Big5', new Uint8Array(Buffer.from('a96da6572cb971b8dc0aaa4ca470a9fa2ca4fdacfcacc20a', 'hex'))],
    ['a Latin encoding', new Uint8Array(Buffer.from('name,town\nJos\xe9 Mart\xednez,M\xe1laga\n', 'latin1'))],
    ['UTF-8 cut within a character', utf8('姓名\n示例').slice(0, -1)],
    ['what may be either', new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0x0a, 0xd3, 0xa2, 0xd4, 0xb2])],
  ])('in %s is refused', async (_, file) => {
    expect(await read(file)).toEqual({ code: 'LIST_ENCODING_UNKNOWN' })
  })

  it('with accents in UTF-8 is read', async () => {
    expect(await read(utf8('name,note\nJosé Example,“x”\n'))).toMatchObject({ format: 'utf-8' })
  })
})

describe('columns', () => {
  it.each([[','], ['\t'], [';']])('are told apart by %j', async (delimiter) => {
    const text = ['姓名,备注', '"示例,安宁",甲;乙\t丙']
      .join('\n')
      .replace('姓名,备注', `姓名${delimiter}备注`)
      .replace('",甲;乙\t丙', `"${delimiter}"甲;乙\t丙"`)
    expect(await read(utf8(text))).toMatchObject({
      rows: [
        [1, '姓名', '备注'],
        [2, '示例,安宁', '甲;乙\t丙'],
      ],
    })
  })
  it('keep quotation marks, commas and line ends that are quoted', async () => {
    expect(await read(utf8('姓名,备注\r\n"示""例","甲,\r\n乙"\r\n'))).toMatchObject({
      rows: [
        [1, '姓名', '备注'],
        [2, '示"例', '甲,\n乙'],
      ],
    })
  })
  it('keep the numbers of their rows past empty ones', async () => {
    expect(await read(utf8('姓名\n\n,,\n示例\n'))).toMatchObject({
      rows: [
        [1, '姓名'],
        [4, '示例'],
      ],
    })
  })
  it('may end with any line end', async () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(await read(utf8(`姓名${end}示例${end}`))).toMatchObject({
        rows: [
          [1, '姓名'],
          [2, '示例'],
        ],
      })
  })
  it.each([
    ['姓名\n"示例\n甲\n乙', '2'],
    ['姓名,备注\n"示"例,甲\n乙,丙', '2'],
    ['姓名\n示例\n"甲" 乙,"\n', '3'],
  ])('with a broken quotation are refused: %j', async (text, at) => {
    expect(await read(utf8(text))).toEqual({ code: 'LIST_QUOTES_BROKEN', at })
  })
  it('that a spreadsheet program was told to leave alone are read as they were meant', async () => {
    expect(await read(utf8('姓名,证件\n示例,"=""0123"""\n甲,="0456"\n'))).toMatchObject({
      rows: [
        [1, '姓名', '证件'],
        [2, '示例', '0123'],
        [3, '甲', '0456'],
      ],
    })
  })
})

test('a formula is a text like any other', async () => {
  const formula = '=HYPERLINK("http://example.invalid","x")'
  expect(await read(new Uint8Array(writeCsv([['姓名'], [formula]])))).toMatchObject({
    rows: [
      [1, '姓名'],
      [2, `'${formula}`],
    ],
  })
  expect(await read(utf8('姓名\n=1+1\n@x\n'))).toMatchObject({
    rows: [
      [1, '姓名'],
      [2, '=1+1'],
      [3, '@x'],
    ],
  })
})

test('too many rows are refused', async () => {
  expect(await read(utf8('姓名\n'.repeat(5_031)))).toEqual({ code: 'LIST_TOO_MANY_ROWS' })
})
