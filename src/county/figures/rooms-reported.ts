import type { ReleaseProfile } from '../../casework/unit/unit-profile.ts'
import { type FigurePeriod, firstDayOf, lastDayOf } from '../../statistics/figure-period.ts'
import { periodKindOf } from '../../statistics/period.ts'
import type { ReleasePlan } from '../../statistics/release-plan.ts'
import type { Queries } from '../store/store.ts'
import type { reportingDuties } from '../units/unit.ts'
import type { AskedSums } from './added-up.ts'
import { Parameters, roomsByPeriod } from './places-of-rooms.ts'
import { reportsOf, type Slot, slotsOf } from './slots.ts'
import { publishes, type TableFamily } from './table-family.ts'

/** How many rooms stand behind a figure. */
export interface RoomsReported {
  /** All that was due is in the sum. */
  full: number
  /** Some months or quarters are in the sum, others did not come. */
  partly: number
  /** Nothing came, though it was due. */
  absent: number
  /** Their packages do not hold this table: they are too small to publish it. */
  notAsked: number
}

export type RoomStanding = keyof RoomsReported

/** Rooms that are alike: what came from them and what is expected of them. */
interface RoomsAlike {
  unit: string | null
  period: FigurePeriod
  /** First day on the list; '' when before the period. Null for a room that is not on the list. */
  since: string | null
  /** First day on which it is no more; '' when not within the period. */
  until: string | null
  duty: (typeof reportingDuties)[number] | null
  /** `2026-Q4 small,2026-10 large`: the reports that came, each with its profile. */
  reports: string
  rooms: number
}

/** Counts rooms by unit and period: who reported, who did so in part, who did not, and of whom this table is not asked. One query. */
export async function roomsReported(
  queries: Queries,
  plan: ReleasePlan,
  family: TableFamily,
  asked: AskedSums,
): Promise<{ unit: string | null; period: FigurePeriod; rooms: RoomsReported }[]> {
  const found = new Map<string, { unit: string | null; period: FigurePeriod; rooms: RoomsReported }>()
  for (const alike of await roomsAlike(queries, family, asked)) {
    const { unit, period } = alike
    const standing = standingOf(plan, family, alike)
    if (standing === null) continue
    const key = `${period} ${unit}`
    const entry = found.get(key) ?? { unit, period, rooms: { full: 0, partly: 0, absent: 0, notAsked: 0 } }
    entry.rooms[standing] += alike.rooms
    found.set(key, entry)
  }
  return [...found.values()]
}

/** How a room stands to a figure; null when nothing was due from it and nothing came. */
function standingOf(
  plan: ReleasePlan,
  family: TableFamily,
  { period, since, until, duty, reports }: Omit<RoomsAlike, 'unit' | 'rooms'>,
): RoomStanding | null {
  const came = reports
    .split(',')
    .filter((report) => report !== '')
    .map((report) => {
      const [of = '', profile = 'small'] = report.split(' ') as [string, ReleaseProfile]
      return { of, profile, holds: publishes(plan, family, profile, periodKindOf(of)) }
    })
  const has = (report: string | null): boolean => came.some(({ of, holds }) => of === report && holds)
  const isDue = (report: string): boolean =>
    since !== null &&
    duty !== null &&
    duty !== 'none' &&
    (duty === 'month' || periodKindOf(report) === 'quarter') &&
    since <= lastDayOf(report) &&
    (until === null || until === '' || until > lastDayOf(report))
  const slots = slotsOf(family.table, period).map((slot) => filled(slot, has, isDue))
  const isMissing = slots.includes('partly') || slots.includes('missing')
  if (slots.some((slot) => slot === 'full' || slot === 'partly')) return isMissing ? 'partly' : 'full'
  const neverHolds = (profile: ReleaseProfile): boolean =>
    !publishes(plan, family, profile, 'month') && !publishes(plan, family, profile, 'quarter')
  if (came.some(({ profile }) => neverHolds(profile))) return 'notAsked'
  return isMissing ? 'absent' : null
}

function filled(
  { quarter, months }: Slot,
  has: (report: string | null) => boolean,
  isDue: (report: string) => boolean,
): 'full' | 'partly' | 'missing' | 'notDue' {
  if (has(quarter)) return 'full'
  const some = months.some(has)
  const missing = months.some((month) => !has(month) && isDue(month))
  if (some) return missing ? 'partly' : 'full'
  return missing || (quarter !== null && isDue(quarter)) ? 'missing' : 'notDue'
}

function roomsAlike(
  queries: Queries,
  { table }: TableFamily,
  { county, planSha256, periods, level, within }: AskedSums,
): Promise<RoomsAlike[]> {
  const parameters = new Parameters()
  const parts = periods.flatMap((period) =>
    slotsOf(table, period).flatMap((slot) => reportsOf(slot).map((report) => [report, period])),
  )
  const desk = parameters.add(county)
  const plan = parameters.add(planSha256)
  const spans = parameters.rows(parts)
  const reports = parameters.list([...new Set(parts.flatMap(([report = '']) => report))])
  const bounds = parameters.rows(periods.map((period) => [period, firstDayOf(period), lastDayOf(period)]))
  const withCounties = level === 'county' || within?.level === 'county'
  const room = 'coalesce(rooms.room, sent.unit)'
  const unit = level === 'desk' ? 'null::text' : level === 'room' ? room : `rooms.${level}`
  const inside =
    within === null
      ? ''
      : within.code === null
        ? `where rooms.${within.level} is null`
        : `where ${within.level === 'room' ? room : `rooms.${within.level}`} = ${parameters.add(within.code)}`
  return queries.query<RoomsAlike>(
    `select unit, period, since, until, duty, reports, count(*)::integer as rooms
     from (
       select ${unit} as unit, bounds.period, rooms.duty,
              case when rooms.since <= bounds.first then '' else rooms.since end as since,
              case when rooms.until <= bounds.last then rooms.until else '' end as until,
              coalesce(sent.reports, '') as reports
       from (${roomsByPeriod(parameters, county, periods, withCounties)}) as rooms
       full join (
         select packages.unit, spans.period,
                string_agg(packages.period || ' ' || packages.profile, ',' order by packages.period) as reports
         from (values ${spans}) as spans (report, period)
         join packages on packages.period = spans.report
         where packages.county = ${desk} and packages.plan = ${plan} and packages.period in (${reports})
         group by packages.unit, spans.period
       ) as sent on sent.unit = rooms.room and sent.period = rooms.period
       join (values ${bounds}) as bounds (period, first, last)
         on bounds.period = coalesce(rooms.period, sent.period)
       ${inside}
     ) as each_room
     group by unit, period, since, until, duty, reports`,
    parameters.values,
  )
}
