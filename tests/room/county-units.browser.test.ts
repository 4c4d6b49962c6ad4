import { beforeEach, expect, test } from 'vitest'
import { writeCsv } from '../../src/exchange/csv.ts'
import { readCard } from '../../src/exchange/unit-card.ts'
import type { UnitEntry, UnitOnShow } from '../../src/room/contract/county-units.ts'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { addDays, dayOf } from '../../src/tiering/calendar.ts'
import { codeOf, given, makeUnit, packageOf } from '../support/exchange.ts'
import { countyCode, setUp, unlock } from './set-up.ts'
import { emptyStorage, openWindow } from './windows.ts'

beforeEach(emptyStorage)

const today = dayOf(new Date().toISOString())
const lastYear = `${Number(today.slice(0, 4)) - 1}-01-01`
const thisMonth = today.slice(0, 7)

const township: UnitEntry = {
  level: 'township',
  code: `${countyCode}201`,
  name: '示例镇',
  parent: countyCode,
  contact: '',
  duty: 'none',
  residents: 45_000,
  from: lastYear,
}
const entry = (code: string, more: Partial<UnitEntry> = {}): UnitEntry => ({
  ...township,
  level: 'room',
  code,
  name: `示例室${code.slice(6)}`,
  parent: township.code,
  contact: '0571-00000000',
  duty: 'month',
  residents: null,
  ...more,
})
const [first, second, third] = ['901', '902', '903'].map((number) => `${countyCode}${number}`) as [
  string,
  string,
  string,
]

const namesIn = (nodes: readonly UnitOnShow[]): unknown[] =>
  nodes.map(({ unit, under }) => (under.length === 0 ? unit.name : [unit.name, ...namesIn(under)]))
const tree = async (county: RoomApi) => namesIn((await county.countyUnits()).tree)
const list = (...rows: (string | number)[][]) => ({
  name: '单位名单.csv',
  bytes: writeCsv([['级别', '编码', '名称', '上级', '联系人', '报送周期', '起'], ...rows]),
})

test('units are entered from a day on, from a list, or by their cards; what was entered wins', async () => {
  const { room: county, close } = openWindow()
  await setUp(county, 'county')
  const one = await makeUnit(first)
  given(await county.enrolCard(one.file))
  expect(await tree(county)).toEqual(['示例县心理服务中心', `示例 ${first}`])

  given(await county.enterUnit(township))
  given(await county.enterUnit(entry(first)))
  expect(await tree(county)).toEqual([['示例县心理服务中心', ['示例镇', '示例室901']]])
  const shown = await county.countyUnit({ level: 'room', code: first })
  expect(shown).toMatchObject({ parent: '示例镇', reports: [], versions: [{ from: lastYear, until: null }] })
  expect(shown.fingerprint).toMatch(/^\d{4} /)

  expect(codeOf(await county.enterUnit(entry(second, { parent: `${countyCode}299` })))).toBe(
    'UNIT_PARENT_MISSING',
  )
  expect(codeOf(await county.enterUnit(entry('990102901')))).toBe('UNIT_OUTSIDE')
  expect(codeOf(await county.enterUnit(entry(second, { name: ' ' })))).toBe('UNIT_INVALID')
  expect(codeOf(await county.endUnit({ ...township, from: today }))).toBe('UNIT_HAS_UNITS')
  expect(codeOf(await county.endUnit({ level: 'room', code: first, from: lastYear }))).toBe('UNIT_HAS_CARD')

  const preview = given(
    await county.checkUnitList(
      list(
        ['咨询室', first, '改名室', '示例镇', '', '', today],
        ['咨询室', second, '示例室902', '示例镇', '李 0571-2', '每季', lastYear],
        ['咨询室', third, '', '示例镇', '', '', ''],
      ),
    ),
  )
  expect(preview).toMatchObject({
    added: [{ row: 3, code: second }],
    changed: [{ row: 2, code: first, changes: ['name'] }],
    same: 0,
    faulty: [{ row: 4, faults: [{ column: 'C', field: 'name', code: 'UNIT_FIELD_MISSING' }] }],
  })
  expect(await tree(county)).toEqual([['示例县心理服务中心', ['示例镇', '示例室901']]])
  given(await county.enterUnit(entry(third)))
  expect(codeOf(await county.takeUnitList())).toBe('UNIT_LIST_OUTDATED')
  const again = list(
    ['咨询室', first, '改名室', '示例镇', '', '', today],
    ['咨询室', second, '示例室902', '示例镇', '李 0571-2', '每季', lastYear],
  )
  given(await county.checkUnitList(again))
  expect(given(await county.takeUnitList())).toEqual({ added: 1, changed: 1 })
  expect(codeOf(await county.takeUnitList())).toBe('LIST_NOT_OPEN')
  given(await county.checkUnitList(again))
  expect(codeOf(await county.takeUnitList())).toBe('UNIT_LIST_NOTHING')
  const sample = given(await county.unitListSample('zh-CN'))
  expect(given(await county.checkUnitList(sample.file)).faulty).toEqual([])

  given(await county.endUnit({ level: 'room', code: third, from: today }))
  const all = [['示例县心理服务中心', ['示例镇', '改名室', '示例室902']]]
  expect(await tree(county)).toEqual(all)
  expect((await county.countyUnits()).others).toMatchObject([{ code: third, until: today }])

  await close()
  const { room: again2 } = openWindow()
  await unlock(again2)
  expect(await tree(again2)).toEqual(all)
  const { versions } = await again2.countyUnit({ level: 'room', code: first })
  expect(versions.map(({ name, until }) => [name, until])).toEqual([
    ['改名室', null],
    ['示例室901', today],
  ])
})

test('the board tells who has reported, and goes by the due day of the desk', async () => {
  const { room: county } = openWindow()
  await setUp(county, 'county')
  const one = await makeUnit(first)
  given(await county.enrolCard(one.file))
  given(await county.enterUnit(township))
  for (const code of [first, second]) given(await county.enterUnit(entry(code)))
  const desk = given(await readCard(given(await county.myCard()).file.bytes))
  const write = (seq: number, previous: string | null, period: string) =>
    packageOf(one, { ...one, ...desk }, { period, created: today, link: { seq, previous } })
  const lastMonth = addDays(`${thisMonth}-01`, -1).slice(0, 7)
  const sent = await write(1, null, lastMonth)
  const after = await write(2, sent.sha256, thisMonth)

  const states = async (period: string) =>
    (await county.countyBoard(period)).board.rooms.map(({ code, state }) => [code.slice(6), state])
  expect(codeOf(await county.checkPackage({ name: 'x', bytes: after.bytes }))).toBe('CHAIN_GAP')
  expect(await states(thisMonth)).toEqual([
    ['901', 'waiting'],
    ['902', 'notDue'],
  ])
  given(await county.importPackage({ name: 'x', bytes: sent.bytes }))
  expect((await county.countyBoard(null)).board.period).toBe(lastMonth)
  given(await county.setDueDay(28))
  const day = Number(today.slice(8))
  expect(await states(lastMonth)).toEqual([
    ['901', day <= 28 ? 'onTime' : 'late'],
    ['902', day <= 28 ? 'notDue' : 'missing'],
  ])
  given(await county.setDueDay(1))
  const { board, periods, dueDay } = await county.countyBoard(lastMonth)
  expect(dueDay).toBe(1)
  expect(periods).toContain(lastMonth)
  expect(board.rooms.map(({ state }) => state)).toEqual(day <= 1 ? ['onTime', 'notDue'] : ['late', 'missing'])
  expect(board.rooms[0]?.obligations).toMatchObject({ backupVerified: 'unmet', followUpsOnTime: 'unmet' })
  expect(board.townships).toMatchObject([{ code: township.code, name: '示例镇', counts: { rooms: 2 } }])
  const { reports } = await county.countyUnit({ level: 'room', code: first })
  expect(reports.map(({ period, seq, onTime }) => [period, seq, onTime])).toEqual([
    [thisMonth, 2, true],
    [lastMonth, 1, day <= 1],
  ])

  for (const wrong of [0, 29, 1.5]) expect(codeOf(await county.setDueDay(wrong))).toBe('DUE_DAY_INVALID')
  await expect(county.countyBoard('2026-13')).rejects.toThrow('NOT_FOUND')
  await expect(county.countyUnit({ level: 'room', code: third })).rejects.toThrow('NOT_FOUND')
})

test('a room has no units to look after', async () => {
  const { room } = openWindow()
  await setUp(room)
  await expect(room.countyUnits()).rejects.toThrow('NOT_THIS_KIND_OF_UNIT')
  await expect(room.countyBoard(null)).rejects.toThrow('NOT_THIS_KIND_OF_UNIT')
  expect(codeOf(await room.enterUnit(township))).toBe('NOT_THIS_KIND_OF_UNIT')
  expect(codeOf(await room.checkUnitList(list()))).toBe('NOT_THIS_KIND_OF_UNIT')
  expect(codeOf(await room.setDueDay(5))).toBe('NOT_THIS_KIND_OF_UNIT')
})
