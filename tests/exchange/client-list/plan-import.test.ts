import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { clientSchema } from '../../../src/casework/clients/client.ts'
import { clientEntry } from '../../../src/casework/clients/client-entry.ts'
import { readPopulationTags } from '../../../src/casework/clients/population-tags.ts'
import type { ListField } from '../../../src/exchange/client-list/list-field.ts'
import { peopleLists } from '../../../src/exchange/client-list/people-lists.ts'
import { type ImportPlan, planImport } from '../../../src/exchange/client-list/plan-import.ts'
import type { ListedClient } from '../../../src/exchange/client-list/read-row.ts'
import { headerOf, type ListLayout } from '../../../src/exchange/lists/find-columns.ts'
import { readList } from '../../../src/exchange/lists/read-list.ts'
import type { Outcome } from '../../../src/instruments/outcome.ts'
import { addDays } from '../../../src/tiering/calendar.ts'
import { clientOf, idOf, stored } from '../../casework/records.ts'
import { toGbk } from '../lists/gb18030.ts'
import { inline, sheetOf, workbookOf } from '../lists/workbook.ts'
import { idNumber } from './people.ts'

const runs = process.env.ANXIN_LONG ? 1_000 : 60
const readTags = readPopulationTags(
  JSON.parse(readFileSync(new URL('../../../resources/population-tags.json', import.meta.url), 'utf8')),
)
const tags = readTags.ok ? readTags.value.tags : []
const setting = { today: '2026-11-22', townships: new Map([['示例镇', '000000001']]), tags }

async function planOf(
  file: Uint8Array<ArrayBuffer>,
  {
    registered = [],
    change = (layout) => layout,
  }: {
    registered?: Parameters<typeof clientOf>[0][]
    change?: (layout: ListLayout<ListField>) => ListLayout<ListField>
  } = {},
): Promise<Outcome<ImportPlan>> {
  const list = await readList(file, peopleLists)
  if (!list.ok) return list
  const [sheet] = list.value.sheets
  if (!sheet) throw new Error('a list without a sheet')
  const entries = registered.map((more, index) => clientEntry(stored(index + 1, clientOf(more))))
  const steps = planImport(sheet.table, change(headerOf(sheet.table, peopleLists)), { ...setting, entries })
  let last = 0
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    expect(step.value).toBeGreaterThanOrEqual(last)
    expect(step.value).toBeLessThanOrEqual(1)
    last = step.value
  }
}

async function planned(...[file, options]: Parameters<typeof planOf>): Promise<ImportPlan> {
  const plan = await planOf(file, options)
  if (!plan.ok) throw new Error(plan.refusal.code)
  return plan.value
}

const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'))
const faultsIn = ({ bad }: ImportPlan) =>
  bad.flatMap(({ faults }) => faults.map(({ row, column, code }) => [row, column, code]))
const isClient = (client: ListedClient) =>
  clientSchema.safeParse({
    ...client,
    fileNumber: '2026-0001',
    registeredAt: '2026-11-22T01:00:00.000Z',
    registeredBy: idOf(900),
  }).success

describe('a plan', () => {
  it('has everything a list tells of a person, and never the ID number', async () => {
    const id = idNumber('2016-05-03', 'female')
    const plan = await planned(
      csv(
        '序号,姓名,别名,身份证号,性别,出生日期,乡镇,联系电话,人群类别,监护人,与监护人关系,监护人电话',
        `1,示例安宁,小安,${id},女,2016年5月3日,示例镇,000-0000-0001,学生、留守儿童,示例家长,母亲,000-0000-0002`,
        '2,单示例,,,,,,,,,,',
      ),
    )
    expect(plan).toEqual({
      toAdd: [
        {
          row: 2,
          client: {
            name: '示例安宁',
            alias: '小安',
            birthDate: '2016-05-03',
            sex: 'female',
            township: '000000001',
            phone: '000-0000-0001',
            tags: ['student', 'leftBehindChild'],
            guardian: { name: '示例家长', relation: 'mother', phone: '000-0000-0002' },
          },
          registered: [],
          sameAs: [],
          asksForGuardian: false,
        },
        {
          row: 3,
          client: { name: '单示例', birthDate: null, sex: null, township: null, phone: null },
          registered: [],
          sameAs: [],
          asksForGuardian: false,
        },
      ],
      alike: [],
      bad: [],
    })
    expect(JSON.stringify(plan)).not.toContain(id)
  })

  it('reads birth date and sex from the ID number alone, and asks for a guardian', async () => {
    const plan = await planned(csv('姓名,身份证号', `示例安宁,${idNumber('2016-05-03', 'male')}`))
    expect(plan.toAdd).toMatchObject([
      { client: { birthDate: '2016-05-03', sex: 'male' }, asksForGuardian: true },
    ])
  })

  it('takes a word for nothing as an empty cell, but for a name', async () => {
    const plan = await planned(
      csv(
        '姓名,性别,出生日期,身份证号,联系电话,监护人,监护人电话',
        '示例甲,不详,不详,无,无,-,/',
        '示例乙,,,,暂无,—,N/A',
      ),
    )
    const nothingKnown = { birthDate: null, sex: null, phone: null }
    expect(plan.toAdd).toMatchObject([{ client: nothingKnown }, { client: nothingKnown }])
    expect(plan.toAdd.some(({ client }) => client.guardian !== undefined)).toBe(false)
    expect(plan.bad).toEqual([])
  })

  it('says of every bad row what is wrong where, all of it', async () => {
    const id = idNumber('1990-05-03', 'female')
    const plan = await planned(
      csv(
        '姓名,性别,出生日期,身份证号,联系电话,监护人,监护人电话',
        ',女,,,,,',
        '示例甲,是,1990-02-30,,问她妈妈,,',
        `示例乙,男,1990-05-04,${id},,,`,
        '示例丙,,2026-11-23,,,,',
        '示例丁,,1899-12-31,,,,',
        '示例戊,,,,,,000-0000-0001',
        '示例己,,,,,,,多出来的',
        '合计,,,,,,',
      ),
    )
    expect(faultsIn(plan)).toEqual([
      [2, 0, 'NAME_MISSING'],
      [3, 2, 'DATE_IMPOSSIBLE'],
      [3, 1, 'SEX_UNCLEAR'],
      [3, 4, 'PHONE_UNCLEAR'],
      [4, 2, 'BIRTH_DATE_DIFFERS'],
      [4, 1, 'SEX_DIFFERS'],
      [5, 2, 'BIRTH_DATE_IN_FUTURE'],
      [6, 2, 'BIRTH_DATE_TOO_EARLY'],
      [7, 5, 'GUARDIAN_NAME_MISSING'],
      [8, 7, 'ROW_TOO_LONG'],
      [9, 0, 'NAME_OF_NOBODY'],
    ])
    expect(plan.toAdd).toEqual([])
  })

  it('tells who may be registered already, and who stands further up', async () => {
    const plan = await planned(
      csv(
        '姓名,出生日期,联系电话',
        '示例安宁,1990-05-03,',
        '单示例,,000-0000-0002',
        '示例别人,1990-05-03,',
        '善示例,,000 0000 0002',
        '示例独一,,',
        '示例独一,,',
      ),
      { registered: [{ name: '示例安宁', birthDate: null, fileNumber: '2025-0001' }] },
    )
    expect(plan.toAdd.map(({ row }) => row)).toEqual([3, 4, 6])
    expect(plan.alike.map(({ row, registered, sameAs }) => [row, registered.length, sameAs])).toEqual([
      [2, 1, []],
      [5, 0, [3]],
      [7, 0, [6]],
    ])
    expect(plan.alike[0]?.registered[0]).toMatchObject({ fileNumber: '2025-0001', because: ['name'] })
  })

  it('leaves out rows in which nothing stands that counts', async () => {
    const plan = await planned(csv('序号,姓名', '1,示例安宁', '2,', '', '3,'))
    expect([plan.toAdd.length, plan.bad.length]).toEqual([1, 0])
  })

  it('goes by the columns a person chose', async () => {
    const file = csv('甲,乙,丙', '示例安宁,13,000-0000-0001')
    expect(await planOf(file)).toEqual({ ok: false, refusal: { code: 'LIST_NAME_COLUMN_NEEDED' } })
    const chosen = await planned(file, {
      change: ({ header }) => ({ header, columns: ['name', null, 'phone'] }),
    })
    expect(chosen.toAdd).toMatchObject([{ client: { name: '示例安宁', phone: '000-0000-0001' } }])
    const twice = planOf(file, { change: ({ header }) => ({ header, columns: ['name', 'name', null] }) })
    expect(await twice).toEqual({ ok: false, refusal: { code: 'LIST_COLUMN_TWICE' } })
    const headless = planOf(file, { change: () => ({ header: { first: 2, last: 2 }, columns: ['name'] }) })
    expect(await headless).toEqual({ ok: false, refusal: { code: 'LIST_NOBODY' } })
  })

  it('takes 5,000 people and no more', async () => {
    const people = (count: number) => csv('姓名', ...Array.from({ length: count }, (_, at) => `示例第${at}`))
    expect((await planned(people(5_000))).toAdd.length).toBeGreaterThan(0)
    expect(await planOf(people(5_001))).toEqual({ ok: false, refusal: { code: 'LIST_TOO_MANY_ROWS' } })
  })
})

describe('merged cells in a list', () => {
  const plan = (rows: string[][], ...areas: string[]) =>
    planned(workbookOf({ sheets: [sheetOf(rows, areas.map((ref) => `<mergeCell ref="${ref}"/>`).join(''))] }))

  it('stand for everybody they reach, where that can be', async () => {
    const { toAdd, bad } = await plan(
      [['姓名', '乡镇', '监护人'], ['示例甲', '示例镇', '示例家长'], ['示例乙'], ['示例丙']],
      'B2:B4',
      'C2:C3',
    )
    expect(bad).toEqual([])
    expect(toAdd.map(({ client }) => [client.township, client.guardian?.name])).toEqual([
      ['000000001', '示例家长'],
      ['000000001', '示例家长'],
      ['000000001', undefined],
    ])
  })
  it('are refused where they tell one person from the next', async () => {
    const result = await plan(
      [
        ['姓名', '联系电话'],
        ['示例甲', '000-0000-0001'],
        ['示例乙', ''],
        ['示例丙', '000-0000-0003'],
      ],
      'B2:B3',
    )
    expect(faultsIn(result)).toEqual([
      [2, 1, 'MERGED_CELLS'],
      [3, 1, 'MERGED_CELLS'],
    ])
    expect(result.toAdd.map(({ row }) => row)).toEqual([4])
  })
  it('over two columns belong to the first, and are refused in the second', async () => {
    const result = await plan(
      [
        ['姓名', '', '电话'],
        ['示例甲', '', '000-0000-0001'],
        ['示例乙', '', ''],
      ],
      'A1:B1',
      'A2:B2',
      'A3:C3',
    )
    expect(result.toAdd.map(({ client }) => client.name)).toEqual(['示例甲'])
    expect(faultsIn(result)).toEqual([[3, 2, 'MERGED_CELLS']])
  })
})

it('a formula counts by its value, and is refused without one', async () => {
  const row = (number: number, name: string, formula: string) =>
    `<row r="${number}">${inline(`A${number}`, name)}<c r="B${number}" t="str"><f>C1</f>${formula}</c></row>`
  const sheet = `<sheetData><row r="1">${inline('A1', '姓名')}${inline('B1', '性别')}</row>${row(2, '示例甲', '<v>女</v>')}${row(
    3,
    '示例乙',
    '',
  )}</sheetData>`
  const plan = await planned(workbookOf({ sheets: [sheet] }))
  expect(plan.toAdd).toMatchObject([{ row: 2, client: { name: '示例甲', sex: 'female' } }])
  expect(faultsIn(plan)).toEqual([[3, 1, 'FORMULA_WITHOUT_VALUE']])
})

// Lists made up by chance.

interface Person {
  name: string
  birthDate: string | null
  sex: 'female' | 'male' | null
  phone: string | null
  /** Which way things are written. */
  style: number
}

const surname = fc.constantFrom(...'示例单仇解查盖区任朴')
const given = fc.string({
  unit: fc.constantFrom(...'安宁春燕秋荷青松明月远山清泉'),
  minLength: 1,
  maxLength: 3,
})
const person: fc.Arbitrary<Person> = fc.record({
  name: fc.tuple(surname, given).map(([first, rest]) => `示${first}${rest}`),
  birthDate: fc.option(fc.integer({ min: 10, max: 46_000 }).map((day) => addDays('1900-03-01', day))),
  sex: fc.option(fc.constantFrom('female' as const, 'male' as const)),
  phone: fc.option(
    fc.integer({ min: 1, max: 99_999_999 }).map((number) => `000-${String(number).padStart(8, '0')}`),
  ),
  style: fc.nat(5),
})
const people = fc.array(person, { minLength: 1, maxLength: 30 })

const sexWords = { female: ['女', 'F', '女性'], male: ['男', 'M', '男性'] }
const sexOf = ({ sex, style }: Person) => (sex === null ? '' : (sexWords[sex][style % 3] ?? ''))
const dateText = ({ birthDate, style }: Person): string => {
  if (birthDate === null) return ''
  const [year, month, day] = birthDate.split('-').map(Number)
  return (
    [birthDate, `${year}/${month}/${day}`, `${year}年${month}月${day}日`, birthDate.replaceAll('-', '')][
      style % 4
    ] ?? ''
  )
}
const told = ({ name, birthDate, sex, phone }: Person) => ({ name, birthDate, sex, township: null, phone })
const clientsIn = ({ toAdd, alike }: ImportPlan) =>
  [...toAdd, ...alike].sort((a, b) => a.row - b.row).map(({ client }) => client)

type Way = 'text' | 'formula' | 'unsaved' | 'empty'
const writtenAs = {
  text: inline,
  formula: (address: string, text: string) => `<c r="${address}" t="str"><f>Z9</f><v>${text}</v></c>`,
  unsaved: (address: string) => `<c r="${address}" t="str"><f>Z9</f></c>`,
}

describe('any list', () => {
  it('as a text file in any encoding comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(
        people,
        fc.constantFrom(',', '\t', ';'),
        fc.nat(3),
        fc.boolean(),
        async (listed, by, encoding, quoted) => {
          const cell = (content: string) => (quoted && content !== '' ? `"${content}"` : content)
          const text = [
            ['姓名', '性别', '出生日期', '电话'],
            ...listed.map((one) => [one.name, sexOf(one), dateText(one), one.phone ?? '']),
          ]
            .map((line) => line.map(cell).join(by))
            .join('\r\n')
          const file = [
            new TextEncoder().encode(text),
            new TextEncoder().encode(`\ufeff${text}`),
            toGbk(text),
            new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
          ][encoding]
          const plan = await planned(file ?? new Uint8Array())
          expect(plan.bad).toEqual([])
          expect(clientsIn(plan)).toEqual(listed.map(told))
        },
      ),
      { numRuns: runs },
    )
  })

  it('as a workbook of another program comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(people, async (listed) => {
        const rows: SheetData = [
          ['姓名', '性别', '出生日期', '电话'].map((value) => ({ value, fontWeight: 'bold' })),
          ...listed.map((one) => [
            { value: one.name },
            one.sex === null ? null : { value: sexOf(one) },
            one.birthDate === null
              ? null
              : one.style < 3
                ? { value: new Date(one.birthDate), type: Date, format: 'yyyy"年"m"月"d"日"' }
                : { value: dateText(one) },
            one.phone === null ? null : { value: one.phone },
          ]),
        ]
        const plan = await planned(new Uint8Array(await writeXlsxFile(rows).toBuffer()))
        expect(plan.bad).toEqual([])
        expect(clientsIn(plan)).toEqual(listed.map(told))
      }),
      { numRuns: runs },
    )
  })

  it('by ID number comes out as it went in, or is refused where the number was rounded', async () => {
    const holder = fc.record({
      more: fc.nat(400),
      rounded: fc.boolean(),
      sex: fc.constantFrom('female', 'male'),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(holder, { minLength: 2, maxLength: 30 }),
        fc.boolean(),
        async (holders, exact) => {
          const ids = holders.map(({ more, sex }) => idNumber('1985-01-09', sex as 'female' | 'male', more))
          const cells = holders.map(({ rounded }, at) => {
            const [id = '', address] = [ids[at], `B${at + 2}`]
            const isNumber = rounded && !id.endsWith('X')
            const digits = exact ? id : Number(id).toPrecision(15).replace('e+', 'E+')
            return isNumber ? `<c r="${address}"><v>${digits}</v></c>` : inline(address, id)
          })
          const rows = cells.map(
            (cell, at) => `<row r="${at + 2}">${inline(`A${at + 2}`, `示例${at}`)}${cell}</row>`,
          )
          const head = `<row r="1">${inline('A1', '姓名')}${inline('B1', '身份证号码')}</row>`
          const result = await planOf(
            workbookOf({ sheets: [`<sheetData>${head}${rows.join('')}</sheetData>`] }),
          )
          if (!result.ok) throw new Error(result.refusal.code)
          for (const { row, client } of [...result.value.toAdd, ...result.value.alike]) {
            expect(client.birthDate).toBe('1985-01-09')
            expect(client.sex).toBe(holders[row - 2]?.sex)
          }
          for (const fault of faultsIn(result.value))
            expect(fault).toEqual([fault[0], 1, 'ID_NUMBER_DIGITS_LOST'])
          const refused = new Set(result.value.bad.map(({ row }) => row))
          for (const [at, { rounded }] of holders.entries())
            if (rounded && !exact && !ids[at]?.endsWith('X')) expect(refused).toContain(at + 2)
        },
      ),
      { numRuns: runs },
    )
  })

  it('with merged cells and formulas wherever they may stand comes out as it was meant, or names row and column', async () => {
    const ways = fc.constantFrom<Way>('text', 'formula', 'unsaved', 'empty')
    const column = fc.record({
      ways: fc.array(ways, { minLength: 12, maxLength: 12 }),
      /** How many rows one cell reaches over, from the first on. */
      reaches: fc.array(fc.constantFrom(1, 1, 1, 2, 3), { minLength: 12, maxLength: 12 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 12 }),
        fc.tuple(column, column, column),
        async (count, [sex, phone, township]) => {
          const told = [
            { letter: 'B', shared: false, ...sex, text: (at: number) => (at % 2 === 0 ? '女' : '男') },
            {
              letter: 'C',
              shared: false,
              ...phone,
              text: (at: number) => `000-${String(at).padStart(8, '0')}`,
            },
            { letter: 'D', shared: true, ...township, text: () => '示例镇' },
          ]
          const merges: string[] = []
          const cells: string[][] = Array.from({ length: count }, (_, at) => [
            inline(`A${at + 2}`, `示例第${at}位`),
          ])
          const expected = new Set<string>()
          const values: (string | null)[][] = cells.map(() => [])
          for (const [place, { letter, shared, ways: written, reaches, text }] of told.entries())
            for (let at = 0, next = 0; at < count; at += reaches[next++] ?? 1) {
              const last = Math.min(at + (reaches[next] ?? 1), count) - 1
              const way = written[next] ?? 'empty'
              if (last > at) merges.push(`<mergeCell ref="${letter}${at + 2}:${letter}${last + 2}"/>`)
              if (way !== 'empty') cells[at]?.push(writtenAs[way](`${letter}${at + 2}`, text(at)))
              for (let row = at; row <= last; row++) {
                const code =
                  way === 'empty'
                    ? null
                    : last > at && !shared
                      ? 'MERGED_CELLS'
                      : way === 'unsaved'
                        ? 'FORMULA_WITHOUT_VALUE'
                        : null
                if (code !== null) expected.add(`${row + 2} ${place + 1} ${code}`)
                values[row]?.push(way === 'empty' ? null : text(at))
              }
            }
          const head = ['姓名', '性别', '电话', '乡镇']
            .map((name, at) => inline(`${'ABCD'[at]}1`, name))
            .join('')
          const rows = cells.map((own, at) => `<row r="${at + 2}">${own.join('')}</row>`).join('')
          const area = merges.length === 0 ? '' : `<mergeCells>${merges.join('')}</mergeCells>`
          const plan = await planned(
            workbookOf({ sheets: [`<sheetData><row r="1">${head}</row>${rows}</sheetData>${area}`] }),
          )
          expect(new Set(faultsIn(plan).map((fault) => fault.join(' ')))).toEqual(expected)
          const bad = new Set([...expected].map((fault) => Number(fault.split(' ')[0])))
          expect(plan.bad.map(({ row }) => row)).toEqual([...bad].sort((a, b) => a - b))
          const taken = [...plan.toAdd, ...plan.alike]
          expect(taken).toHaveLength(count - bad.size)
          for (const { row, client } of taken) {
            const [ownSex, ownPhone, ownTownship] = values[row - 2] ?? []
            expect(client).toMatchObject({
              name: `示例第${row - 2}位`,
              sex: ownSex === '女' ? 'female' : ownSex === '男' ? 'male' : null,
              phone: ownPhone,
              township: ownTownship === null ? null : '000000001',
            })
          }
        },
      ),
      { numRuns: runs },
    )
  })

  it('of any cells at all gives clients that can be registered, or faults with their row and column', async () => {
    const anyCell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        '示例',
        '女',
        '1990-05-03',
        '=1+1',
        '-',
        '3.3E+17',
        '000-0000-0001',
        '学生',
        '合计',
        '000000001',
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyCell, { minLength: 7, maxLength: 8 }), { minLength: 1, maxLength: 12 }),
        async (lines) => {
          const quoted = lines.map((line) =>
            line.map((content) => `"${content.replaceAll('"', '""')}"`).join(','),
          )
          const file = csv('姓名,性别,出生日期,身份证号,电话,人群,乡镇', ...quoted)
          const result = await planOf(file)
          if (!result.ok) {
            expect(['LIST_NOBODY', 'LIST_WRONG_TYPE', 'LIST_ENCODING_UNKNOWN']).toContain(result.refusal.code)
            return
          }
          for (const client of clientsIn(result.value)) expect(isClient(client)).toBe(true)
          for (const { row, faults } of result.value.bad) {
            expect(faults.length).toBeGreaterThan(0)
            for (const fault of faults) {
              expect(fault.row).toBe(row)
              expect(fault.column).toBeGreaterThanOrEqual(0)
            }
          }
        },
      ),
      { numRuns: runs },
    )
  })

  it('of 1,000 people with 30 bad rows gives 970, and 30 with their row and column', async () => {
    const wrong: [number, string, string][] = [
      [0, '', 'NAME_MISSING'],
      [1, '是', 'SEX_UNCLEAR'],
      [2, '1990-02-30', 'DATE_IMPOSSIBLE'],
      [2, '05/03/1990', 'DATE_AMBIGUOUS'],
      [3, '1.38E+10', 'PHONE_DIGITS_LOST'],
    ]
    const expected: unknown[] = []
    const lines = Array.from({ length: 1_000 }, (_, at) => {
      const line = [`示例第${at}位`, '女', '1990年5月3日', `000-${String(at).padStart(8, '0')}`]
      const [column, content, code] =
        (at % 33 === 0 && expected.length < 30 && wrong[(at / 33) % wrong.length]) || []
      if (column === undefined || content === undefined) return line.join(',')
      line[column] = content
      expected.push([at + 2, column, code])
      return line.join(',')
    })
    const plan = await planned(csv('姓名,性别,出生日期,电话', ...lines))
    expect(expected).toHaveLength(30)
    expect(faultsIn(plan)).toEqual(expected)
    expect(plan.toAdd.length + plan.alike.length).toBe(970)
  })
})
