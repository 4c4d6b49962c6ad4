import {
  type FigurePeriod,
  figurePeriodKindOf,
  lastDayOf,
  periodBefore,
  periodsUpTo,
} from '../../statistics/figure-period.ts'
import { isSensitive } from '../../statistics/plan-rules.ts'
import type { Dimension, PlannedTable, ReleasePlan } from '../../statistics/release-plan.ts'
import { type Figure, figures } from '../figures/figures.ts'
import { type Rate, rateOf } from '../figures/rate.ts'
import type { RoomsReported } from '../figures/rooms-reported.ts'
import { bandOf } from '../figures/rounding-error.ts'
import { unitsNamed } from '../figures/units-named.ts'
import type { Queries } from '../store/store.ts'
import { type Change, changeSince, type KnownSum } from './change.ts'
import { chapterOf, type ReviewChapterId, reviewChapters, reviewTables } from './review-tables.ts'

export interface ReviewTownship {
  /** Null for the rooms of which nobody has said where they belong. */
  code: string | null
  name: string | null
  /** As long as the figure's own series; the last is the period's. */
  series: KnownSum[]
  rate: Rate
}

export interface ReviewFigure {
  table: Pick<PlannedTable, 'id' | 'title' | 'unit' | 'class' | 'stock'>
  /** The period and those before it, the oldest first. */
  series: KnownSum[]
  now: KnownSum
  sinceBefore: Change | null
  sinceYearBefore: Change | null
  /** Empty for tables of tier, risk, crisis and disclosure, of which the review tells the desk's number only. */
  townships: ReviewTownship[]
}

/** A periodic review (研判) as data: everything in it is a published number or says why there is none. */
export interface Review {
  desk: { code: string; name: string | null }
  period: FigurePeriod
  before: FigurePeriod
  /** Null for a year: it is the period before. */
  yearBefore: FigurePeriod | null
  /** Of the table that every room publishes. */
  rooms: RoomsReported
  chapters: { id: ReviewChapterId; figures: ReviewFigure[] }[]
  /** Titles of what cannot be added up to this period: persons are not summed. */
  notAdded: Dimension['title'][]
}

const length = { month: 13, quarter: 9, year: 5 }

/** Makes the review of a month, a quarter or a year from what came: two queries for each table. */
export async function reviewOf(
  queries: Queries,
  plan: ReleasePlan,
  { county, planSha256, period }: { county: string; planSha256: string; period: FigurePeriod },
): Promise<Review> {
  const kind = figurePeriodKindOf(period)
  const periods = periodsUpTo(period, length[kind])
  const before = periodBefore(period)
  const yearBefore = kind === 'year' ? null : periodBefore(period, kind === 'month' ? 12 : 4)
  const units = await unitsNamed(queries, county, lastDayOf(period))
  const townships = units.filter(({ level }) => level === 'township')
  const told: { chapter: ReviewChapterId; figure: ReviewFigure }[] = []
  const tables = reviewTables(plan, kind)
  for (const table of tables) {
    const level = isSensitive(plan, table) ? 'desk' : 'township'
    const found = await figures(queries, plan, { county, planSha256, table: table.id, periods, level })
    if (!found.ok) continue
    const all = found.value.figures
    const series = periods.map((one) =>
      summed(
        one,
        all.filter((figure) => figure.period === one),
      ),
    )
    const now = series.at(-1)
    if (now === undefined) continue
    told.push({
      chapter: chapterOf(table),
      figure: {
        table: { id: table.id, title: table.title, unit: table.unit, class: table.class, stock: table.stock },
        series,
        now,
        sinceBefore: changeSince(
          series.find((one) => one.period === before),
          now,
        ),
        sinceYearBefore: changeSince(
          series.find((one) => one.period === yearBefore),
          now,
        ),
        townships:
          level === 'desk'
            ? []
            : [...new Set(all.map(({ unit }) => unit))].map((code) => {
                const named = townships.find((township) => township.code === code)
                const own = periods.map((one) =>
                  summed(
                    one,
                    all.filter((figure) => figure.period === one && figure.unit === code),
                  ),
                )
                const last = own.at(-1)
                return {
                  code,
                  name: named?.name ?? null,
                  series: own,
                  rate: last ? rateOf(last, named?.residents ?? null) : { none: 'NOTHING_CAME' },
                }
              }),
      },
    })
  }
  const everyones = tables.find(({ profile }) => profile === 'small')
  const none: RoomsReported = { full: 0, partly: 0, absent: 0, notAsked: 0 }
  return {
    desk: {
      code: county,
      name: units.find(({ level, code }) => code === county && level !== 'room')?.name ?? null,
    },
    period,
    before,
    yearBefore,
    rooms: told.find(({ figure }) => figure.table.id === everyones?.id)?.figure.now.rooms ?? none,
    chapters: reviewChapters
      .map((id) => ({
        id,
        figures: told.filter(({ chapter }) => chapter === id).map(({ figure }) => figure),
      }))
      .filter((chapter) => chapter.figures.length > 0),
    notAdded:
      kind === 'year'
        ? plan.tables
            .filter(({ unit, stock, profile }) => unit === 'person' && !stock && profile === 'small')
            .map(({ title }) => title)
        : [],
  }
}

/** One number over several units: each room lies in one of them, so everything adds up. */
function summed(period: FigurePeriod, parts: readonly Figure[]): KnownSum {
  const total = (of: (figure: Figure) => number): number => parts.reduce((sum, part) => sum + of(part), 0)
  const rooms = {
    full: total((part) => part.rooms.full),
    partly: total((part) => part.rooms.partly),
    absent: total((part) => part.rooms.absent),
    notAsked: total((part) => part.rooms.notAsked),
  }
  const withheld = total((part) => part.withheld[0] ?? 0)
  const bound = total((part) => part.bounds[0] ?? 0)
  const variance = total((part) => part.variances[0] ?? 0)
  return {
    period,
    sum: total((part) => part.told[0] ?? 0) === 0 ? null : total((part) => part.sums[0] ?? 0),
    withheld,
    band: bandOf({ bound, variance }),
    bound,
    variance,
    rooms,
  }
}
