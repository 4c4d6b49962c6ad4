import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figures } from '../../../src/county/figures/figures.ts'
import { changeSince, type KnownSum } from '../../../src/county/review/change.ts'
import { type Review, reviewOf } from '../../../src/county/review/review.ts'
import { changeWord, methodNotes, reviewSheets } from '../../../src/county/review/review-sheets.ts'
import { reviewTables } from '../../../src/county/review/review-tables.ts'
import { openPgliteStore } from '../../../src/county/store/pglite-store.ts'
import type { Store } from '../../../src/county/store/store.ts'
import { putUnit } from '../../../src/county/units/units.ts'
import { monthsIn, quartersIn } from '../../../src/statistics/figure-period.ts'
import { isSensitive } from '../../../src/statistics/plan-rules.ts'
import { given } from '../../support/outcome.ts'
import { shippedPlan } from '../../support/release-plan.ts'
import { desk, enterRooms, plan, truthOf, unitOf } from '../figures/county-of-rooms.ts'

const [one, two] = ['330102101', '330102102']
let store: Store
beforeAll(async () => {
  store = await openPgliteStore('memory://')
  const came = [...monthsIn('2025'), ...quartersIn('2025'), ...monthsIn('2026'), ...quartersIn('2026')]
  await enterRooms(store, shippedPlan, truthOf(shippedPlan, 'review', 12), [
    { code: '330102001', township: one, profile: 'small', came },
    { code: '330102002', township: one, profile: 'large', came },
    {
      code: '330102003',
      township: two,
      profile: 'medium',
      came: came.filter((period) => period !== '2026-Q3'),
    },
    { code: '330102004', township: two, profile: 'medium', came: [] },
  ])
  for (const [code, residents] of [
    [one, 30_000],
    [two, null],
  ] as const)
    await putUnit(store, desk, unitOf('township', code, { parent: desk, residents }))
}, 60_000)
afterAll(() => store.close())

const reviewed = (period: string): Promise<Review> =>
  reviewOf(store, shippedPlan, { county: desk, planSha256: plan, period })
const figuresIn = (review: Review) => review.chapters.flatMap((chapter) => chapter.figures)

describe('a review', () => {
  it('tells of every statistic once, by the coarsest table that fits the period', () => {
    const month = reviewTables(shippedPlan, 'month').map(({ id }) => id)
    expect(month).toContain('calls')
    expect(month).not.toContain('calls-type')
    const quarter = reviewTables(shippedPlan, 'quarter').map(({ id }) => id)
    expect(quarter).toContain('calls-quarter')
    expect(quarter).not.toContain('calls')
    expect(quarter).toContain('clients-age')
    const year = reviewTables(shippedPlan, 'year').map(({ id }) => id)
    expect(year).not.toContain('clients-age')
    expect(year).toContain('clients-tier')
  })

  it.each(['2026-05', '2026-Q4', '2026'])('of %s holds the sums of the picture', async (period) => {
    const review = await reviewed(period)
    const told = figuresIn(review)
    expect(told.length).toBeGreaterThan(4)
    for (const { table, now, townships } of told) {
      const question = {
        county: desk,
        planSha256: plan,
        table: table.id,
        periods: [period],
        level: 'desk',
      } as const
      const [figure] = given(await figures(store, shippedPlan, question)).figures
      expect(now.rooms, table.id).toEqual(figure?.rooms)
      if (now.sum !== null) expect(now.sum, table.id).toBe(figure?.sums[0])
      expect(now.bound).toBe(figure?.bounds[0])
      const sensitive = shippedPlan.tables.some((one) => one.id === table.id && isSensitive(shippedPlan, one))
      if (sensitive) expect(townships).toEqual([])
      else expect(townships.map(({ code }) => code)).toEqual([one, two])
    }
    expect(review.notAdded.length > 0).toBe(period === '2026')
  })

  it('says who reported, in counts', async () => {
    expect((await reviewed('2026-Q3')).rooms).toEqual({ full: 2, partly: 0, absent: 2, notAsked: 0 })
    expect((await reviewed('2026-Q4')).rooms).toEqual({ full: 3, partly: 0, absent: 1, notAsked: 0 })
  })

  it('compares with the period before and the year before, and knows when other rooms reported', async () => {
    const review = await reviewed('2026-Q4')
    expect(review).toMatchObject({ before: '2026-Q3', yearBefore: '2025-Q4' })
    const clients = figuresIn(review).find(({ table }) => table.id === 'clients-age')
    expect(clients?.sinceBefore?.rooms).toEqual({ earlier: 2, now: 3 })
    expect(clients?.sinceYearBefore?.rooms).toEqual({ earlier: 3, now: 3 })
    expect((await reviewed('2026')).yearBefore).toBeNull()
  })

  it('gives rates where residents are known', async () => {
    const calls = figuresIn(await reviewed('2026')).find(({ table }) => table.id === 'calls-quarter')
    expect(calls?.townships[0]?.rate).toMatchObject({ per10000: expect.any(Number) })
    expect(calls?.townships[1]?.rate).toEqual({ none: 'NO_RESIDENTS' })
  })

  it('of a time in which nothing came has no number at all', async () => {
    const told = figuresIn(await reviewed('2024-Q4'))
    expect(told.every(({ now }) => now.sum === null)).toBe(true)
    expect(told.every(({ sinceBefore }) => sinceBefore === null)).toBe(true)
  })

  it('stands in a workbook in both languages, every figure with its words', async () => {
    const review = await reviewed('2026-Q4')
    const text = { situation: '甲', difficulties: '乙', steps: '丙' }
    for (const language of ['zh-CN', 'en'] as const) {
      const sheets = reviewSheets(review, text, language)
      expect(sheets).toHaveLength(4)
      const [about, list, course] = sheets
      expect(about?.rows.flat()).toEqual(expect.arrayContaining(['甲', '乙', '丙']))
      expect(list?.rows).toHaveLength(figuresIn(review).length + 1)
      expect(course?.rows[0]).toHaveLength(10)
      const rows = list?.rows.map(({ length }) => length)
      expect(new Set(rows).size).toBe(1)
    }
    expect(methodNotes(await reviewed('2026'), 'zh-CN').at(-1)).toContain('服务对象人数')
  })
})

describe('a change', () => {
  const known = (sum: number | null, more: Partial<KnownSum> = {}): KnownSum => ({
    period: '2026-Q3',
    sum,
    withheld: 0,
    band: 0,
    bound: 100,
    variance: 100,
    rooms: { full: 3, partly: 0, absent: 0, notAsked: 0 },
    ...more,
  })

  it('smaller than the band is none that can be told', () => {
    // 2.1 standard errors of the difference: 2.1 × √200 = 29.7.
    expect(changeSince(known(100), known(130))).toMatchObject({ difference: 30, band: 30, verdict: 'same' })
    expect(changeSince(known(100), known(131))?.verdict).toBe('more')
    expect(changeSince(known(131), known(100))).toMatchObject({ difference: -31, verdict: 'less' })
    const exact = { bound: 0, variance: 0 }
    expect(changeSince(known(5, exact), known(6, exact))?.verdict).toBe('more')
    expect(changeSince(known(5, exact), known(5, exact))?.verdict).toBe('same')
  })

  it('is not told of what is not known whole', () => {
    expect(changeSince(undefined, known(1))).toBeNull()
    expect(changeSince(known(null), known(1))).toBeNull()
    expect(changeSince(known(4, { withheld: 1 }), known(1))).toBeNull()
    expect(changeWord(null, 'en')).toBe('cannot be compared')
    expect(changeWord(changeSince(known(100), known(131)), 'zh-CN')).toBe('增加 +31 ± 30')
  })
})
