import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Figure, type FigureQuestion, figures, roomsIn } from '../../../src/county/figures/figures.ts'
import { totals } from '../../../src/county/figures/totals.ts'
import { openPgliteStore } from '../../../src/county/store/pglite-store.ts'
import type { Store } from '../../../src/county/store/store.ts'
import { putUnit } from '../../../src/county/units/units.ts'
import { axesOf, totalCode } from '../../../src/statistics/axis.ts'
import { type FigurePeriod, monthsIn, quartersIn } from '../../../src/statistics/figure-period.ts'
import { periodKindOf } from '../../../src/statistics/period.ts'
import { publishedTables } from '../../../src/statistics/published-tables.ts'
import { type PlannedTable, tableOf } from '../../../src/statistics/release-plan.ts'
import { codeOf, given } from '../../support/outcome.ts'
import { shippedPlan } from '../../support/release-plan.ts'
import { desk, enterRooms, type MadeRoom, plan, trueCells, truthOf, unitOf } from './county-of-rooms.ts'

const year = [...monthsIn('2026'), ...quartersIn('2026')]
const [one, two] = ['330102101', '330102102']
const truth = truthOf(shippedPlan, 'rooms', 9)

const rooms: MadeRoom[] = [
  { code: '330102001', township: one, profile: 'small', came: year },
  { code: '330102002', township: one, profile: 'medium', came: year },
  { code: '330102003', township: two, profile: 'large', came: year },
  { code: '330102004', township: two, profile: 'small', duty: 'quarter', came: quartersIn('2026') },
  // Some months and a quarter did not come.
  { code: '330102005', township: two, profile: 'large', came: year.filter((_, at) => at !== 4 && at !== 13) },
  // Nobody has said where it belongs.
  { code: '330102006', township: null, profile: 'medium', came: year.slice(0, 12) },
  { code: '330102007', township: one, profile: 'medium', came: [] },
  { code: '330102008', township: two, profile: 'medium', duty: 'none', came: [] },
  // On the list from the summer on, and until autumn.
  {
    code: '330102009',
    township: one,
    profile: 'medium',
    from: '2026-06-15',
    until: '2026-11-01',
    came: year
      .filter((period) => period > '2026-05' && period < '2026-11' && period.charAt(5) !== 'Q')
      .concat('2026-Q3'),
  },
]
/** It came from one township to the other in August. */
const moved: MadeRoom = {
  code: '330102010',
  township: one,
  profile: 'large',
  until: '2026-08-01',
  came: year,
}
/** It is no longer on the list, but what it sent is here. */
const unlisted: MadeRoom = { code: '330102011', township: null, profile: 'small', came: ['2026-Q1'] }
const all = [...rooms, moved, unlisted]

let store: Store
beforeAll(async () => {
  store = await openPgliteStore('memory://')
  await enterRooms(store, shippedPlan, truth, all)
  await putUnit(store, desk, unitOf('room', moved.code, { parent: two, from: '2026-08-01' }))
  await store.query('delete from units where code = $1', [unlisted.code])
  for (const code of [one, two]) await putUnit(store, desk, unitOf('township', code, { parent: desk }))
}, 60_000)
afterAll(() => store.close())

const asked = (more: Partial<FigureQuestion> & { table: string }): FigureQuestion => ({
  county: desk,
  planSha256: plan,
  periods: ['2026'],
  level: 'desk',
  ...more,
})
const found = async (more: Partial<FigureQuestion> & { table: string }): Promise<Figure[]> =>
  given(await figures(store, shippedPlan, asked(more))).figures
const table = (id: string): PlannedTable => tableOf(shippedPlan, id) ?? expect.fail(id)
const dimsOf = (id: string) => table(id).dims

/** What came of a table for a period from a room, report by report: the quarter's table, or else the months. */
const whatCame = ({ profile, came }: MadeRoom, asked: PlannedTable, period: FigurePeriod): string[] => {
  const holds = (report: string): boolean =>
    came.includes(report) &&
    publishedTables(shippedPlan, profile, periodKindOf(report)).some(
      ({ id, replaces }) => id === asked.id || replaces.includes(asked.id),
    )
  if (asked.period === 'month') return monthsIn(period).filter(holds)
  const quarters = asked.stock ? quartersIn(period).slice(-1) : quartersIn(period)
  return quarters.flatMap((quarter) => (holds(quarter) ? [quarter] : monthsIn(quarter).filter(holds)))
}
const trueSum = (of: readonly MadeRoom[], asked: PlannedTable, period: FigurePeriod): number[] =>
  of
    .flatMap((room) =>
      whatCame(room, asked, period).map((report) => trueCells(shippedPlan, truth, asked, room.code, report)),
    )
    .reduce(
      (sum, cells) => sum.map((n, cell) => n + (cells[cell] ?? 0)),
      axesOf(shippedPlan, asked).reduce<number[]>(
        (cells, { codes }) => cells.flatMap(() => codes.map(() => 0)),
        [0],
      ),
    )

const counted = shippedPlan.tables.filter((one) => one.class !== 'S')
const kindsOf = ({ period, unit, stock }: PlannedTable): FigurePeriod[] => [
  ...(period === 'month' ? ['2026-05', '2026-08'] : []),
  ...(period === 'quarter' || unit !== 'person' ? ['2026-Q2', '2026-Q4'] : []),
  ...(unit !== 'person' || stock ? ['2026'] : []),
]

describe('figures', () => {
  it.each(counted.map(({ id }) => id))(
    'of %s are the true sums of what came, within the bound',
    async (id) => {
      const planned = table(id)
      const periods = kindsOf(planned)
      expect(periods.length).toBeGreaterThan(0)
      for (const period of periods) {
        const [figure] = await found({ table: id, periods: [period], by: dimsOf(id) })
        const expected = trueSum(all, planned, period)
        if (figure === undefined) expect.fail(`${id} ${period}`)
        expect(roomsIn(figure), `${id} ${period}`).toBe(
          all.filter((room) => whatCame(room, planned, period).length > 0).length,
        )
        for (const [cell, truth] of expected.entries()) {
          const off = Math.abs((figure.sums[cell] ?? Number.NaN) - truth)
          expect(off, `${id} ${period} ${cell}`).toBeLessThanOrEqual(figure.bounds[cell] ?? 0)
        }
        if (planned.class === 'P') expect(Math.max(...figure.bounds)).toBe(0)
      }
    },
  )

  it('take the months of large rooms into a quarter, and no room twice', async () => {
    const [quarter] = await found({ table: 'calls-quarter', periods: ['2026-Q1'] })
    // Three of base 3 for medium rooms' months, nine of base 5 for large ones', one of base 3 for small ones.
    const bound = 2 * 3 * 2 + 3 * 9 * 4 + 3 * 2
    expect(quarter).toMatchObject({ bounds: [bound], rooms: { full: 8, partly: 0, absent: 1, notAsked: 0 } })
    const before = await store.query<{ cells: number[] }>(
      "select cells from counts where unit = $1 and table_id = 'calls-quarter' and period = '2026-Q1'",
      [all[0]?.code ?? ''],
    )
    const insert = `insert into counts (county, unit, period, table_id, plan, k, cells) values ($1, $2, '2026-02', 'calls', $3, null, '{300}')`
    await store.query(insert, [desk, all[0]?.code ?? '', plan])
    expect(before).toHaveLength(1)
    expect(await found({ table: 'calls-quarter', periods: ['2026-Q1'] })).toEqual([quarter])
    await store.query(`delete from counts where cells = '{300}'`)
  })

  it('of townships add up to the desk, and those of rooms to their township', async () => {
    for (const id of ['calls-quarter', 'sessions-quarter', 'outreach']) {
      for (const periods of [['2026-Q3'], ['2026'], ['2026-Q2', '2026-Q4']]) {
        const desks = await found({ table: id, periods })
        const townships = await found({ table: id, periods, level: 'township' })
        expect(new Set(townships.map(({ unit }) => unit))).toEqual(new Set([one, two, null]))
        for (const whole of desks) {
          const parts = townships.filter(({ period }) => period === whole.period)
          expect(added(parts)).toEqual(added([whole]))
          for (const part of parts) {
            const within = { level: 'township', code: part.unit } as const
            const inside = await found({ table: id, periods: [part.period], level: 'room', within })
            expect(added(inside)).toEqual(added([part]))
            const [alone] = await found({ table: id, periods: [part.period], within })
            expect({ ...alone, unit: part.unit }).toEqual(part)
          }
        }
      }
    }
  })

  it('know where a room belonged on the last day of the period', async () => {
    const of = async (period: string) => {
      const inside = await found({
        table: 'outreach',
        periods: [period],
        level: 'room',
        within: { level: 'township', code: two },
      })
      return inside.map(({ unit }) => unit)
    }
    expect(await of('2026-07')).not.toContain(moved.code)
    expect(await of('2026-08')).toContain(moved.code)
    expect(await of('2026')).toContain(moved.code)
    const [lost] = await found({
      table: 'clients-age',
      periods: ['2026-Q1'],
      level: 'township',
      within: { level: 'township', code: null },
    })
    expect(lost?.rooms).toEqual({ full: 1, partly: 0, absent: 1, notAsked: 0 })
    expect(
      (await found({ table: 'outreach', periods: ['2026-07'], level: 'county' })).map(({ unit }) => unit),
    ).toEqual([desk, null])
  })

  it('say how many rooms are in, in part, not in, or too small for the table', async () => {
    const of = async (id: string, period: string) => (await found({ table: id, periods: [period] }))[0]?.rooms
    expect(await of('calls', '2026-05')).toEqual({ full: 4, partly: 0, absent: 2, notAsked: 1 })
    expect(await of('calls', '2026-04')).toEqual({ full: 5, partly: 0, absent: 1, notAsked: 1 })
    expect(await of('calls-quarter', '2026-Q2')).toEqual({ full: 7, partly: 1, absent: 1, notAsked: 0 })
    expect(await of('calls-type', '2026')).toEqual({ full: 2, partly: 1, absent: 1, notAsked: 4 })
    expect(await of('duties', '2026-12')).toEqual({ full: 6, partly: 0, absent: 1, notAsked: 0 })
  })

  it('leave a gap where nothing came, and no nought', async () => {
    const series = await found({ table: 'calls', periods: ['2025-12', '2026-01', '2026-02'] })
    expect(series.map(({ period, rooms }) => [period, roomsIn({ rooms })])).toEqual([
      ['2025-12', 0],
      ['2026-01', 5],
      ['2026-02', 5],
    ])
    expect(await found({ table: 'calls', periods: ['2024-12'] })).toEqual([])
  })

  it('are given by dimension, for one code, or as one number', async () => {
    const whole = await found({
      table: 'clients-sex-age',
      periods: ['2026-Q1'],
      by: dimsOf('clients-sex-age'),
    })
    const bySex = await found({ table: 'clients-sex-age', periods: ['2026-Q1'], by: ['sex'] })
    const male = await found({ table: 'clients-sex-age', periods: ['2026-Q1'], at: { sex: 'male' } })
    const number = await found({ table: 'clients-sex-age', periods: ['2026-Q1'] })
    const cells = whole[0]?.sums ?? []
    const sexes = [0, 1, 2].map((sex) => cells.slice(sex * 6, sex * 6 + 6).reduce((sum, n) => sum + n, 0))
    expect(bySex[0]?.sums).toEqual(sexes)
    expect(male[0]?.sums).toEqual([sexes[1]])
    expect(number[0]?.sums).toEqual([cells.reduce((sum, n) => sum + n, 0)])
    expect(number[0]?.bounds).toEqual([18 * 2 * 4])
  })

  it('of class S count who withholds, and take totals as they are', async () => {
    const [number] = await found({ table: 'files-opened', periods: ['2026-Q2'] })
    const [cells] = await found({ table: 'files-opened', periods: ['2026-Q2'], by: dimsOf('files-opened') })
    const axes = axesOf(shippedPlan, table('files-opened'))
    const last = axes[1]?.codes.findIndex(({ code }) => code === totalCode) ?? 0
    expect(number?.sums[0]).toBe(cells?.sums[last])
    expect(number?.withheld[0]).toBe(cells?.withheld[last])
    const truths = trueSum(all, table('files-opened'), '2026-Q2')
    expect(cells?.sums.some((sum, cell) => sum < (truths[cell] ?? 0))).toBe(true)
    for (const [cell, sum] of (cells?.sums ?? []).entries()) {
      const missing = (truths[cell] ?? 0) - sum
      const withheld = cells?.withheld[cell] ?? 0
      expect(missing === 0 || withheld > 0).toBe(true)
      expect(missing).toBeLessThanOrEqual(withheld * 9)
    }
    const [whole] = await found({ table: 'files-opened', by: dimsOf('files-opened') })
    expect(Math.max(...(whole?.withheld ?? []))).toBeLessThanOrEqual(roomsIn(whole ?? expect.fail()))
  })

  it('are refused with a reason', async () => {
    const code = async (more: Partial<FigureQuestion> & { table: string }) =>
      codeOf(await figures(store, shippedPlan, asked(more)))
    expect(await code({ table: 'visits' })).toBe('UNKNOWN_TABLE')
    expect(await code({ table: 'clients-age' })).toBe('PERSONS_DO_NOT_ADD_UP')
    expect(await code({ table: 'calls-quarter', periods: ['2026-11'] })).toBe('QUARTERS_ONLY')
    expect(await code({ table: 'crises', level: 'room' })).toBe('FROM_TOWNSHIP_UP')
    expect(await code({ table: 'crises', within: { level: 'room', code: '330102003' } })).toBe(
      'FROM_TOWNSHIP_UP',
    )
    expect(await found({ table: 'crises', level: 'township' })).not.toEqual([])
  })

  it('of a stock are those at the end of the year', async () => {
    const [end] = await found({ table: 'clients-tier', by: ['tier'] })
    const [last] = await found({ table: 'clients-tier', periods: ['2026-Q4'], by: ['tier'] })
    expect(end).toEqual({ ...last, period: '2026' })
  })

  it('keep to their plan and desk', async () => {
    expect((await found({ table: 'calls', planSha256: '0'.repeat(64) }))[0]?.rooms).toMatchObject({
      full: 0,
      partly: 0,
    })
    expect(await found({ table: 'calls', county: '330103' })).toEqual([])
    const sum = await totals(store, shippedPlan, {
      county: desk,
      planSha256: plan,
      table: 'calls',
      period: '2026',
    })
    const [figure] = await found({ table: 'calls' })
    expect(sum).toMatchObject({
      cells: figure?.sums,
      errorBound: figure?.bounds[0],
      units: roomsIn(figure ?? expect.fail()),
    })
  })
})

const added = (list: readonly Figure[]) => {
  const sum = (of: (figure: Figure) => number) => list.reduce((total, figure) => total + of(figure), 0)
  return {
    sums: sum(({ sums }) => sums[0] ?? 0),
    bounds: sum(({ bounds }) => bounds[0] ?? 0),
    variances: sum(({ variances }) => variances[0] ?? 0),
    rooms: (['full', 'partly', 'absent', 'notAsked'] as const).map((kind) => sum(({ rooms }) => rooms[kind])),
  }
}
