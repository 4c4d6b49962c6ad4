import { describe, expect, it } from 'vitest'
import { planUnitList } from '../../src/county/units/plan-unit-list.ts'
import type { Unit } from '../../src/county/units/unit.ts'
import { unitListSample } from '../../src/county/units/unit-list-sample.ts'
import { unitOfCard } from '../../src/county/units/unit-of-card.ts'
import { writeCsv } from '../../src/exchange/csv.ts'
import { codeOf, given } from '../support/outcome.ts'

const desk = { code: '330102', name: '示例县' }
const today = '2026-11-20'
const names = ['级别', '编码', '名称', '上级', '联系人', '报送周期', '常住人口', '起', '止']
const town = ['乡镇', '330102101', '城关镇', '330102', '', '', 45_000, '2020-01-01', '']
const firstRoom = [
  '咨询室',
  '330102901',
  '城关镇心理咨询室',
  '城关镇',
  '张 0571-1',
  '每月',
  '',
  '2024-01-01',
  '',
]

const listOf = (rows: (string | number)[][], header = names) =>
  new Uint8Array(writeCsv([header, ...rows])) as Uint8Array<ArrayBuffer>
const plan = async (
  rows: (string | number)[][],
  { entered = [], cards = [], header = names }: { entered?: Unit[]; cards?: Unit[]; header?: string[] } = {},
) => given(await planUnitList(listOf(rows, header), { entered, cards, desk, today }))
const faultsIn = ({ faulty }: Awaited<ReturnType<typeof plan>>) =>
  faulty.flatMap(({ faults }) => faults.map(({ row, field, code }) => [row, field, code]))

describe('a list of units', () => {
  it('is taken in by its column names, in either language, with parents by code or by name', async () => {
    const chinese = await plan([town, firstRoom])
    expect(chinese.faulty).toEqual([])
    expect(chinese.added.map(({ row, code, from }) => [row, code, from])).toEqual([
      [2, '330102101', '2020-01-01'],
      [3, '330102901', '2024-01-01'],
    ])
    expect(chinese.units).toEqual([
      {
        level: 'township',
        code: '330102101',
        name: '城关镇',
        parent: '330102',
        contact: '',
        duty: 'none',
        residents: 45_000,
        from: '2020-01-01',
        until: null,
      },
      {
        level: 'room',
        code: '330102901',
        name: '城关镇心理咨询室',
        parent: '330102101',
        contact: '张 0571-1',
        duty: 'month',
        residents: null,
        from: '2024-01-01',
        until: null,
      },
    ])
    const english = await plan(
      [
        ['township', '330102101', '城关镇', '330102', '', '', '45,000', '2020-01-01', ''],
        ['room', '330102901', '城关镇心理咨询室', '330102101', '张 0571-1', 'monthly', '', '2024-01-01', ''],
      ],
      { header: ['Level', 'Code', 'Name', 'Parent', 'Contact', 'Duty', 'Residents', 'From', 'Until'] },
    )
    expect(english.units).toEqual(chinese.units)
  })

  it('changes nothing the second time', async () => {
    const { units } = await plan([town, firstRoom])
    const again = await plan([town, firstRoom], { entered: units })
    expect(again).toMatchObject({ added: [], changed: [], same: 2, faulty: [] })
    expect(again.units).toEqual(units)
  })

  it('says what would be other than it is; an empty cell leaves what stands', async () => {
    const { units } = await plan([town, firstRoom])
    const moved = await plan(
      [
        ['乡镇', '330102102', '东山镇', '', '', '', '', '', ''],
        ['咨询室', '330102901', '新名', '东山镇', '', '每季', '', '', ''],
      ],
      { entered: units },
    )
    expect(moved.added).toMatchObject([{ code: '330102102', from: '2026-01-01', isNew: true }])
    expect(moved.changed).toMatchObject([
      { code: '330102901', from: today, changes: ['name', 'parent', 'duty'] },
    ])
    expect(moved.units.filter(({ code }) => code === '330102901')).toMatchObject([
      { name: '城关镇心理咨询室', until: today },
      { name: '新名', parent: '330102102', contact: '张 0571-1', duty: 'quarter', from: today, until: null },
    ])
    const ended = await plan([[...firstRoom.slice(0, 7), '', '2026-06-01']], { entered: units })
    expect(ended.changed).toMatchObject([{ changes: ['until'] }])
    expect(ended.units.at(-1)).toMatchObject({ from: '2024-01-01', until: '2026-06-01' })
  })

  it('gives a room known by its card what the card does not say', async () => {
    const cards = [unitOfCard({ unit: '330102901', name: '卡片上的名字', created: '2026-10-05' })]
    const named = await plan([town, [...firstRoom.slice(0, 7), '', '']], { cards })
    expect(named.changed).toMatchObject([{ changes: ['name', 'parent', 'contact', 'from'] }])
    expect(named.units.at(-1)).toMatchObject({ name: '城关镇心理咨询室', from: '2026-01-01' })
  })

  it('names every row that cannot be taken and why, and takes the others', async () => {
    const faulty = await plan([
      town,
      firstRoom,
      ['村', '330102902', '甲室', '城关镇', '', '', '', '', ''],
      ['咨询室', '3301', '乙室', '城关镇', '', '', '', '', ''],
      ['咨询室', '330102903', '', '城关镇', '', '', '', '', ''],
      ['咨询室', '330102904', '丙室', '没有的镇', '', '', '', '', ''],
      ['咨询室', '330102905', '丁室', '330102199', '', '', '', '', ''],
      ['咨询室', '330103901', '戊室', '', '', '', '', '', ''],
      ['咨询室', '330102906', '己室', '城关镇', '', '每周', '1.2万', '2026-13-01', ''],
      ['咨询室', '330102907', '庚室', '城关镇', '', '', '', '2026-05-01', '2026-04-01'],
      ['咨询室', '330102908', '辛室', '城关镇', '', '', '', '2019-01-01', ''],
      firstRoom,
      ['合计', '', '', '', '', '', '', '', ''],
    ])
    expect(faultsIn(faulty)).toEqual([
      [4, 'level', 'UNIT_LEVEL_UNCLEAR'],
      [5, 'code', 'UNIT_CODE_UNCLEAR'],
      [6, 'name', 'UNIT_FIELD_MISSING'],
      [7, 'parent', 'UNIT_PARENT_UNCLEAR'],
      [8, 'parent', 'UNIT_PARENT_MISSING'],
      [9, 'code', 'UNIT_OUTSIDE'],
      [10, 'duty', 'UNIT_DUTY_UNCLEAR'],
      [10, 'residents', 'UNIT_RESIDENTS_UNCLEAR'],
      [10, 'from', 'DATE_IMPOSSIBLE'],
      [11, 'until', 'UNIT_ENDS_FIRST'],
      [12, 'parent', 'UNIT_PARENT_NOT_IN_FORCE'],
      [13, 'code', 'UNIT_TWICE'],
      [14, 'level', 'UNIT_LEVEL_UNCLEAR'],
      [14, 'code', 'UNIT_FIELD_MISSING'],
      [14, 'name', 'UNIT_FIELD_MISSING'],
    ])
    expect(faulty.units.map(({ code }) => code)).toEqual(['330102101', '330102901'])
  })

  it('leaves out what belongs to a row that is left out, and does not leave rooms behind', async () => {
    const orphaned = await plan([
      ['乡镇', '330103101', '外镇', '', '', '', '', '', ''],
      [...firstRoom.slice(0, 3), '330103101'],
    ])
    expect(faultsIn(orphaned).map(([row, , code]) => [row, code])).toEqual([
      [2, 'UNIT_OUTSIDE'],
      [3, 'UNIT_OUTSIDE'],
    ])
    const { units } = await plan([town, firstRoom])
    const left = await plan([[...town.slice(0, 8), '2026-12-01']], { entered: units })
    expect(faultsIn(left)).toEqual([[2, 'until', 'UNIT_HAS_UNITS']])
    expect(left.units).toEqual(units)
  })

  it('has to say which unit a row is', async () => {
    const setting = { entered: [], cards: [], desk, today }
    expect(codeOf(await planUnitList(listOf([['示例']], ['名称']), setting))).toBe('LIST_COLUMNS_NEEDED')
    expect(codeOf(await planUnitList(new Uint8Array(), setting))).toBe('LIST_EMPTY')
  })

  it.each(['zh-CN', 'en'] as const)('has a sample that is taken as it stands, in %s', async (language) => {
    const { name, bytes } = await unitListSample('330102', '2026', language)
    expect(name).toMatch(/\.xlsx$/)
    const taken = given(await planUnitList(bytes, { entered: [], cards: [], desk, today }))
    expect(taken).toMatchObject({ changed: [], same: 0, faulty: [] })
    expect(taken.added).toHaveLength(3)
    expect(taken.units.map(({ duty }) => duty)).toEqual(['none', 'month', 'quarter'])
  })
})
