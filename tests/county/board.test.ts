import { describe, expect, it, test } from 'vitest'
import { type Board, type BoardOf, boardOf, type RoomStanding } from '../../src/county/board/board.ts'
import { completenessBoard } from '../../src/county/board/completeness-board.ts'
import { dueDayOf } from '../../src/county/board/due-day.ts'
import { lastDayOf } from '../../src/county/board/last-day-of.ts'
import { openPgliteStore } from '../../src/county/store/pglite-store.ts'
import { mergeUnits } from '../../src/county/units/merge-units.ts'
import type { Unit } from '../../src/county/units/unit.ts'
import { enterUnits, listUnits } from '../../src/county/units/units.ts'
import { duties } from '../../src/statistics/duties.ts'

const desk = { code: '330102', name: '示例县' }
const town: Unit = {
  level: 'township',
  code: '330102101',
  name: '示例镇',
  parent: desk.code,
  contact: '',
  duty: 'none',
  residents: null,
  from: '2020-01-01',
  until: null,
}
const room = (number: number, more: Partial<Unit> = {}): Unit => ({
  ...town,
  level: 'room',
  code: `33010290${number}`,
  name: `示例室${number}`,
  parent: town.code,
  contact: '0571-1',
  duty: 'month',
  ...more,
})
const said = (unit: Unit, ...met: (typeof duties)[number][]) => ({
  unit: unit.code,
  cells: duties.map((duty) => (met.includes(duty) ? 1 : 0)),
})
const came = ({ code }: Unit, day: string) => ({ unit: code, day })
const all = ['followUpsOnTime', 'backupVerified', 'restoreDrill'] as const

const board = (rooms: Unit[], more: Partial<BoardOf> = {}): Board =>
  boardOf({
    period: '2026-10',
    today: '2026-11-20',
    dueDay: 10,
    units: mergeUnits([town, ...rooms], [], desk),
    received: [],
    duties: [],
    setAside: [],
    ...more,
  })
const only = ({ rooms }: Board): RoomStanding => {
  const [one, ...others] = rooms
  if (!one || others.length > 0) throw new Error(`${rooms.length} rooms on the board`)
  return one
}

test('a report is due on the tenth of the month after, or when the desk says', () => {
  expect(['2026-10', '2026-12', '2026-Q3', '2026-Q4'].map((period) => dueDayOf(period))).toEqual([
    '2026-11-10',
    '2027-01-10',
    '2026-10-10',
    '2027-01-10',
  ])
  expect(dueDayOf('2026-01', 5)).toBe('2026-02-05')
  expect(['2026-02', '2028-02', '2026-Q3', '2026-12'].map(lastDayOf)).toEqual([
    '2026-02-28',
    '2028-02-29',
    '2026-09-30',
    '2026-12-31',
  ])
})

describe('one room', () => {
  it.each([
    [[...all], '2026-11-10', 'onTime', 0, 'blue'],
    [[...all], '2026-11-11', 'late', 1, 'yellow'],
    [['followUpsOnTime', 'backupVerified'], '2026-11-09', 'onTime', 1, 'yellow'],
    [['backupVerified'], '2026-11-09', 'onTime', 2, 'orange'],
    [[], '2026-11-09', 'onTime', 3, 'red'],
    [[], '2026-11-19', 'late', 4, 'red'],
  ] as const)('that met %j and reported on %s', (met, day, state, unmet, colour) => {
    const one = room(1)
    expect(only(board([one], { received: [came(one, day)], duties: [said(one, ...met)] }))).toMatchObject({
      code: one.code,
      township: town.code,
      contact: '0571-1',
      received: day,
      state,
      unmet,
      colour,
    })
  })

  it('is not asked for its staff’s training here', () => {
    const one = room(1)
    const with4 = board([one], {
      received: [came(one, '2026-11-02')],
      duties: [said(one, ...all, 'staffTrained')],
    })
    const with3 = board([one], { received: [came(one, '2026-11-02')], duties: [said(one, ...all)] })
    expect(only(with4)).toEqual(only(with3))
  })

  it('that has not reported is asked for the report alone: what only the report would say is unknown', () => {
    const silent = only(board([room(1)]))
    expect(silent).toMatchObject({ state: 'missing', unmet: 1, colour: 'yellow', received: null })
    expect(silent.obligations).toEqual({
      reported: 'unmet',
      followUpsOnTime: 'unknown',
      backupVerified: 'unknown',
      restoreDrill: 'unknown',
    })
  })

  it('of which nothing is due yet has no colour, to the last hour of the day', () => {
    const early = only(board([room(1)], { today: '2026-11-10' }))
    expect(early).toMatchObject({ state: 'notDue', unmet: 0, colour: null })
    expect(early.obligations.reported).toBe('unknown')
    expect(only(board([room(1)], { today: '2026-11-11' })).state).toBe('missing')
    expect(only(board([room(1)], { today: '2026-11-11', dueDay: 15 })).state).toBe('notDue')
  })

  it('whose file is set aside is told apart from one that sent none, and is no better for it', () => {
    const one = room(1)
    const aside = (code: string, more: Partial<BoardOf> = {}) =>
      only(board([one], { setAside: [{ unit: one.code, period: '2026-10', code }], ...more }))
    expect(aside('CHAIN_GAP')).toMatchObject({ state: 'waiting', unmet: 1, because: 'CHAIN_GAP' })
    expect(aside('SIGNATURE_INVALID')).toMatchObject({
      state: 'refused',
      unmet: 1,
      because: 'SIGNATURE_INVALID',
    })
    expect(aside('CHAIN_GAP', { today: '2026-11-05' })).toMatchObject({
      state: 'waiting',
      unmet: 0,
      colour: null,
    })
    expect(aside('CHAIN_FORKED', { received: [came(one, '2026-11-02')] })).toMatchObject({
      state: 'onTime',
      because: null,
    })
    const otherPeriod = { setAside: [{ unit: one.code, period: '2026-09', code: 'CHAIN_GAP' }] }
    expect(only(board([one], otherPeriod)).state).toBe('missing')
  })
})

describe('a quarter', () => {
  it('is asked of everybody, and a month not of those who report quarters only', () => {
    const rooms = [room(1), room(2, { duty: 'quarter' }), room(3, { duty: 'none' })]
    const codes = (period: string) => board(rooms, { period }).rooms.map(({ name }) => name)
    expect(codes('2026-10')).toEqual(['示例室1'])
    expect(codes('2026-Q3')).toEqual(['示例室1', '示例室2'])
  })

  it('leaves the duties of a room that reports no months unknown, and that is no fault of its', () => {
    const one = room(2, { duty: 'quarter' })
    const quarter = only(board([one], { period: '2026-Q3', received: [came(one, '2026-10-08')] }))
    expect(quarter).toMatchObject({ state: 'onTime', unmet: 0, colour: 'blue' })
    expect(quarter.obligations.restoreDrill).toBe('unknown')
  })
})

test('rooms stand there as they were on the last day; who reported without having to stands there too', () => {
  const rooms = [
    room(1, { until: '2026-10-15' }),
    room(1, { name: '新名', parent: null, from: '2026-10-15' }),
    room(2, { from: '2026-11-01' }),
    room(3, { until: '2026-10-20' }),
    room(4, { until: '2026-10-20' }),
    room(5, { duty: 'none' }),
  ]
  const received = [room(4), room(5)].map((one) => came(one, '2026-11-01'))
  const { rooms: shown, townships } = board(rooms, { received })
  expect(shown.map(({ name, township }) => [name, township])).toEqual([
    ['新名', null],
    ['示例室4', town.code],
    ['示例室5', town.code],
  ])
  expect(townships.map(({ code, name, counts }) => [code, name, counts.rooms])).toEqual([
    [town.code, '示例镇', 2],
    [null, null, 1],
  ])
})

test('the counts are those of the rooms', () => {
  const rooms = [1, 2, 3, 4].map((number) => room(number))
  const { counts, townships } = board(rooms, {
    received: rooms.slice(0, 3).map((one, at) => came(one, `2026-11-1${at}`)),
    duties: rooms.slice(0, 2).map((one) => said(one, ...all)),
  })
  expect(counts).toEqual({
    rooms: 4,
    states: { onTime: 1, late: 2, missing: 1, refused: 0, waiting: 0, notDue: 0 },
    colours: { blue: 1, yellow: 3, orange: 0, red: 0, none: 0 },
  })
  expect(townships).toEqual([{ code: town.code, name: '示例镇', counts }])
})

test('the board is made from what the store holds, and from nobody else’s rows', async () => {
  const store = await openPgliteStore('memory://')
  const units = mergeUnits([town, ...[1, 2, 3].map((number) => room(number))], [], desk)
  await store.transaction((queries) => enterUnits(queries, desk.code, units))
  await store.transaction((queries) =>
    enterUnits(queries, '330103', mergeUnits([], [], { code: '330103', name: '邻县' })),
  )
  expect((await listUnits(store, desk.code)).toSorted((a, b) => a.code.localeCompare(b.code))).toEqual(
    units.toSorted((a, b) => a.code.localeCompare(b.code)),
  )
  const plan = 'a'.repeat(64)
  const put = async (county: string, unit: string, period: string, received: string, cells: number[]) => {
    await store.query(
      `insert into packages (county, sha256, unit, period, chain, seq, plan, profile, created, received, late)
       values ($1, $2, $3, $4, 'c', 1, $5, 'small', $6, $6, 0)`,
      [county, `${county}${unit}${period}`, unit, period, plan, received],
    )
    await store.query(
      `insert into counts (county, unit, period, table_id, plan, k, cells) values ($1, $2, $3, 'duties', $4, null, $5)`,
      [county, unit, period, plan, cells],
    )
  }
  await put(desk.code, '330102901', '2026-09', '2026-10-09', [1, 1, 1, 0])
  await put('330103', '330102902', '2026-09', '2026-10-09', [1, 1, 1, 0])
  await store.query(
    `insert into quarantine (county, sha256, name, code, unit, period, seq, received, size, bytes)
     values ($1, 'q', '示例', 'CHAIN_GAP', '330102903', '2026-09', 3, '2026-10-09', 9, null)`,
    [desk.code],
  )
  const asked = { county: desk.code, plan, today: '2026-11-20' }
  const month = await completenessBoard(store, { ...asked, period: '2026-09' })
  expect(month.rooms.map(({ state, colour }) => [state, colour])).toEqual([
    ['onTime', 'blue'],
    ['missing', 'yellow'],
    ['waiting', 'yellow'],
  ])
  expect(month.due).toBe('2026-10-10')
  const earlier = await completenessBoard(store, { ...asked, period: '2026-09', dueDay: 8 })
  expect(earlier.rooms[0]?.state).toBe('late')
  // The month's duties tell how the room stands at the end of its quarter.
  const quarter = await completenessBoard(store, { ...asked, period: '2026-Q3' })
  expect(quarter.rooms[0]).toMatchObject({ state: 'missing', unmet: 1, obligations: { restoreDrill: 'met' } })
  const otherPlan = await completenessBoard(store, { ...asked, plan: 'b'.repeat(64), period: '2026-09' })
  expect(otherPlan.rooms[0]?.obligations.backupVerified).toBe('unknown')
  await store.close()
})
