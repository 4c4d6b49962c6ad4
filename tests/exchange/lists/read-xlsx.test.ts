import { describe, expect, it, test } from 'vitest'
import { peopleLists } from '../../../src/exchange/client-list/people-lists.ts'
import { headerOf } from '../../../src/exchange/lists/find-columns.ts'
import { readList } from '../../../src/exchange/lists/read-list.ts'
import { inline, sheetOf, type WorkbookParts, workbookEntries, workbookOf, zipOf } from './workbook.ts'

const read = (parts: WorkbookParts) => readList(workbookOf(parts), peopleLists)
const tableOf = async (parts: WorkbookParts) => {
  const list = await read(parts)
  if (!list.ok) throw new Error(list.refusal.code)
  const [sheet] = list.value.sheets
  if (!sheet) throw new Error('no sheet')
  return sheet.table
}
/** The one cell of a sheet. */
const cellOf = async (cell: string, parts: Partial<WorkbookParts> = {}) =>
  (await tableOf({ sheets: [`<sheetData><row r="1">${cell}</row></sheetData>`], ...parts })).rows[0]?.cells[0]
const text = (content: string) => ({ kind: 'text', text: content })
const flaw = (code: string) => ({ kind: 'flaw', code })

describe('a cell', () => {
  const strings =
    '<si><t>示例</t></si><si><r><rPr><b/></rPr><t>示</t></r><r><t xml:space="preserve"> 例</t></r></si>' +
    '<si><t>单</t><rPh sb="0" eb="1"><t>shan</t></rPh></si><si><t>a_x000D_b</t></si>'
  it.each<[string, string, unknown]>([
    ['text of its own', inline('A1', '示例 & <甲>'), text('示例 & <甲>')],
    ['text in runs', '<c r="A1" t="inlineStr"><is><r><t>示</t></r><r><t>例</t></r></is></c>', text('示例')],
    ['shared text', '<c r="A1" t="s"><v>0</v></c>', text('示例')],
    ['shared text in runs', '<c r="A1" t="s"><v>1</v></c>', text('示 例')],
    ['text with its reading above', '<c r="A1" t="s"><v>2</v></c>', text('单')],
    ['text with a character XML cannot hold', '<c r="A1" t="s"><v>3</v></c>', text('a\rb')],
    ['shared text there is none of', '<c r="A1" t="s"><v>9</v></c>', flaw('CELL_DAMAGED')],
    [
      'a number',
      '<c r="A1"><v>3.30102199003074E+17</v></c>',
      { kind: 'number', text: '3.30102199003074E+17' },
    ],
    ['no number', '<c r="A1"><v>abc</v></c>', flaw('CELL_DAMAGED')],
    ['a truth value', '<c r="A1" t="b"><v>1</v></c>', { kind: 'boolean' }],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', flaw('CELL_ERROR')],
    ['a date as text', '<c r="A1" t="d"><v>1990-05-03</v></c>', text('1990-05-03')],
    ['of an unknown kind', '<c r="A1" t="zz"><v>1</v></c>', flaw('CELL_DAMAGED')],
    ['in a style there is none of', '<c r="A1" s="7"><v>1</v></c>', flaw('CELL_DAMAGED')],
    ['a formula with its value', '<c r="A1" t="str"><f>B1&amp;"x"</f><v>示例x</v></c>', text('示例x')],
    ['a formula with a number', '<c r="A1"><f>1+1</f><v>2</v></c>', { kind: 'number', text: '2' }],
    ['a formula without a value', '<c r="A1"><f>1+1</f></c>', flaw('FORMULA_WITHOUT_VALUE')],
    ['a formula with an empty value', '<c r="A1"><f>1+1</f><v></v></c>', flaw('FORMULA_WITHOUT_VALUE')],
    ['a text formula without a value', '<c r="A1" t="str"><f>B1</f></c>', flaw('FORMULA_WITHOUT_VALUE')],
    ['without an address', '<c t="inlineStr"><is><t>示例</t></is></c>', text('示例')],
    ['in another name space', '<x:c xmlns:x="y" r="A1"><x:v>5</x:v></x:c>', { kind: 'number', text: '5' }],
  ])('%s', async (_, cell, expected) => {
    expect(await cellOf(cell, { strings })).toEqual(expected)
  })

  it.each([
    ['nothing', '<c r="A1"/>'],
    ['spaces', inline('A1', ' \u3000\u200b ')],
    ['an empty text', '<c r="A1" t="str"><f>""</f><v></v></c>'],
  ])('that holds %s is none', async (_, cell) => {
    expect(await read({ sheets: [`<sheetData><row r="1">${cell}</row></sheetData>`] })).toEqual({
      ok: false,
      refusal: { code: 'LIST_EMPTY' },
    })
  })
})

describe('a date', () => {
  const date = (serial: number | string, format: number | string, from1904 = false) =>
    cellOf(`<c r="A1" s="1"><v>${serial}</v></c>`, {
      from1904,
      formats: [0, typeof format === 'number' ? format : 200],
      numFmts:
        typeof format === 'string'
          ? `<numFmt numFmtId="200" formatCode="${format.replaceAll('"', '&quot;')}"/>`
          : '',
    })
  it.each<[number, number | string, string]>([
    [32996, 14, '1990-05-03'],
    [32996, 31, '1990-05-03'],
    [32996, 'yyyy"年"m"月"d"日"', '1990-05-03'],
    [32996, '[$-804]yyyy"年"m"月"d"日";@', '1990-05-03'],
    [32996, '[DBNum1][$-804]yyyy"年"m"月"d"日"', '1990-05-03'],
    [32996, 'yyyy\\-mm\\-dd', '1990-05-03'],
    [32996, 'yyyy/m/d h:mm AM/PM', '1990-05-03'],
    [32996.0000001, 14, '1990-05-03'],
    [32995.9999999, 14, '1990-05-03'],
    [1, 14, '1900-01-01'],
    [59, 14, '1900-02-28'],
    [61, 14, '1900-03-01'],
    [2958465, 14, '9999-12-31'],
  ])('%d in format %s is %s', async (serial, format, day) => {
    expect(await date(serial, format)).toEqual({ kind: 'date', day })
  })
  it.each([
    ['there never was', 60, 'CELL_DAMAGED'],
    ['before the first', 0, 'CELL_DAMAGED'],
    ['that is negative', -5, 'CELL_DAMAGED'],
    ['after the last', 2958466, 'CELL_DAMAGED'],
    // Midnight in China in 1990, as a program wrote it that counted 43 seconds too few.
    ['just before midnight', 32995.9995, 'DATE_WITH_TIME'],
    ['in the middle', 32996.5, 'DATE_WITH_TIME'],
  ])('%s is refused', async (_, serial, code) => {
    expect(await date(serial, 14)).toEqual(flaw(code))
  })
  it.each<[string, number | string, number | string]>([
    ['shown without its day', 32996, 17],
    ['shown without its day, in Chinese', 32996, 'yyyy"年"m"月"'],
    ['shown without its year', 32996, 'm"月"d"日"'],
    ['shown as a time', 0.5, 20],
  ])('%s is no whole date', async (_, serial, format) => {
    expect(await date(serial, format)).toEqual({ kind: 'date', day: null })
  })
  it.each([
    ['0'],
    ['General'],
    ['0.00E+00'],
    ['"d"0'],
    ['[Red]0;-0'],
    ['@'],
    ['#,##0_);(#,##0)'],
    ['G/通用格式'],
  ])('a number in format %s is a number', async (format) => {
    expect(await date(32996, format)).toEqual({ kind: 'number', text: '32996' })
  })
  it('is counted from 1904 where the workbook says so', async () => {
    expect(await date(31534, 14, true)).toEqual({ kind: 'date', day: '1990-05-03' })
    expect(await date(0, 14, true)).toEqual({ kind: 'date', day: '1904-01-01' })
  })
})

describe('merged cells', () => {
  it('hold what stands in the first of them', async () => {
    const { rows } = await tableOf({
      sheets: [
        sheetOf(
          [['甲', '', '乙'], ['', '', '丙'], ['丁']],
          '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        ),
      ],
    })
    const merged = { kind: 'merged', cell: text('甲'), top: 1, bottom: 2, left: 0 }
    expect(rows.map(({ cells }) => cells)).toEqual([
      [merged, merged, text('乙')],
      [merged, merged, text('丙')],
      [text('丁')],
    ])
  })
  it.each([['A1:B2', 'B2:C3'], ['B2:A1'], ['nonsense'], ['']])(
    'that make no sense: %s %s',
    async (...refs) => {
      const cells = refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
      const list = await read({
        sheets: [
          sheetOf(
            [
              ['甲', '乙', '丙'],
              ['丁', '戊', '己'],
            ],
            cells,
          ),
        ],
      })
      expect(list).toEqual({ ok: false, refusal: { code: 'LIST_DAMAGED', at: 'Sheet1' } })
    },
  )
  it('may be as large as a sheet', async () => {
    const list = await read({ sheets: [sheetOf([['甲']], '<mergeCell ref="A1:XFD1048576"/>')] })
    expect(list.ok).toBe(true)
  })
})

describe('a workbook', () => {
  it('gives the sheets that show and hold something, in their order', async () => {
    const list = await read({
      sheets: [sheetOf([['甲']]), sheetOf([['乙']]), sheetOf([]), sheetOf([['丙']])],
      names: [
        ['第一张', ''],
        ['藏起来的', 'state="hidden"'],
        ['空的', ''],
        ['最后', 'state="visible"'],
      ],
    })
    expect(list.ok && list.value.sheets.map(({ name }) => name)).toEqual(['第一张', '最后'])
  })
  it('of the strict dialect is read as well', async () => {
    expect((await read({ sheets: [sheetOf([['甲']])], strict: true })).ok).toBe(true)
  })
  it('keeps the numbers of its rows, empty ones between them', async () => {
    const { rows } = await tableOf({
      sheets: [
        `<sheetData><row r="3">${inline('B3', '甲')}</row><row r="1048576">${inline('A1048576', '乙')}</row></sheetData>`,
      ],
    })
    expect(rows).toEqual([
      { number: 3, cells: [null, text('甲')] },
      { number: 1048576, cells: [text('乙')] },
    ])
  })
  it.each([
    [
      'a row that stands twice',
      `<row r="2">${inline('A2', '甲')}</row><row r="2">${inline('A2', '乙')}</row>`,
    ],
    ['rows in disorder', `<row r="2">${inline('A2', '甲')}</row><row r="1">${inline('A1', '乙')}</row>`],
    ['a cell that stands twice', `<row r="1">${inline('A1', '甲')}${inline('A1', '乙')}</row>`],
    ['a cell of another row', `<row r="1">${inline('A2', '甲')}</row>`],
    ['an address that is none', `<row r="1">${inline('1A', '甲')}</row>`],
    ['broken XML', '<row r="1"><c r="A1"></row>'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><row r="1"/>'],
    ['an unknown entity', `<row r="1"><c r="A1" t="str"><v>&boom;</v></c></row>`],
  ])('with %s is refused', async (_, rows) => {
    const list = await read({ sheets: [`<sheetData>${rows}</sheetData>`] })
    expect(list).toEqual({ ok: false, refusal: { code: 'LIST_DAMAGED', at: 'Sheet1' } })
  })
  it('with too many rows or columns is refused', async () => {
    const many = Array.from({ length: 5031 }, () => ['甲'])
    expect(await read({ sheets: [sheetOf(many)] })).toEqual({
      ok: false,
      refusal: { code: 'LIST_TOO_MANY_ROWS', at: 'Sheet1' },
    })
    const wide = `<sheetData><row r="1">${inline('GS1', '甲')}</row></sheetData>`
    expect(await read({ sheets: [wide] })).toEqual({
      ok: false,
      refusal: { code: 'LIST_TOO_MANY_COLUMNS', at: 'Sheet1' },
    })
  })
})

describe('column names', () => {
  const layoutOf = async (sheet: string) => headerOf(await tableOf({ sheets: [sheet] }), peopleLists)
  it('are found below a title', async () => {
    const sheet = sheetOf(
      [['服务对象登记表'], ['填表单位：示例镇'], ['序号', '*姓名', '性别（男/女）', '联系 电话', '备注']],
      '<mergeCells><mergeCell ref="A1:E1"/></mergeCells>',
    )
    expect(await layoutOf(sheet)).toEqual({
      header: { first: 3, last: 3 },
      columns: [null, 'name', 'sex', 'phone', null],
    })
  })
  it('in two rows are read together', async () => {
    const sheet = sheetOf(
      [
        ['姓名', '监护人', '', '家庭成员', ''],
        ['', '姓名', '电话', '姓名', '电话'],
        ['示例安宁', '示例家长', '', '示例某某', ''],
      ],
      '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>',
    )
    expect(await layoutOf(sheet)).toEqual({
      header: { first: 1, last: 2 },
      columns: ['name', 'guardianName', 'guardianPhone', null, null],
    })
  })
  it('in English, and each only once', async () => {
    expect(
      await layoutOf(sheetOf([['Name', 'Date of Birth', 'Gender', 'Phone', 'Mobile', 'ID no.']])),
    ).toEqual({
      header: { first: 1, last: 1 },
      columns: ['name', 'birthDate', 'sex', 'phone', null, 'idNumber'],
    })
  })
  it('nobody knows: the first row, and nothing said of any', async () => {
    expect(
      await layoutOf(
        sheetOf([
          ['甲', '乙'],
          ['丙', '丁'],
        ]),
      ),
    ).toEqual({
      header: { first: 1, last: 1 },
      columns: [null, null],
    })
  })
})

test('a text part in UTF-16 is read', async () => {
  const entries = workbookEntries({ sheets: [''] }).map((entry) =>
    entry.name === 'xl/worksheets/sheet1.xml'
      ? {
          ...entry,
          content: Buffer.from(
            `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet>${sheetOf([['甲']])}</worksheet>`,
            'utf16le',
          ),
        }
      : entry,
  )
  expect((await readList(zipOf(entries), peopleLists)).ok).toBe(true)
})
