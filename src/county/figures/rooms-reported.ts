import type { ReleaseProfile } from '../../casework/unit/unit-profile.ts'
import { type FigurePeriod, firstDayOf, lastDayOf } from '../../statistics/figure-period.ts'
import { periodKindOf } from '../../statistics/period.ts'
import type { ReleasePlan } from '../../statistics/release-plan.ts'
import type { Queries } from '../store/store.ts'
import type { AskedSums } from './added-up.ts'
import { Parameters } from './parameters.ts'
import type { RoomPlace, RoomPlaces } from './room-places.ts'
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

/** What came from a room of a period, and what is expected of it. */
interface Sent {
  period: FigurePeriod
  place: RoomPlace | null
  /** `2026-Q4 small,2026-10 large`: the reports that came, each with its profile. */
  reports: string
}

/** Counts rooms by unit and period: who reported, who did so in part, who did not, and of whom this table is not asked. One query. */
export async function roomsReported(
  queries: Queries,
  plan: ReleasePlan,
  family: TableFamily,
  asked: AskedSums,
  { places, isInside }: { places: RoomPlaces; isInside: (room: string, period: FigurePeriod) => boolean },
): Promise<{ unit: string | null; period: FigurePeriod; rooms: RoomsReported }[]> {
  const found = new Map<string, { unit: string | null; period: FigurePeriod; rooms: RoomsReported }>()
  const sent = new Map(
    (await reportsSent(queries, family, asked)).map(({ room, period, reports }) => [
      `${period} ${room}`,
      reports,
    ]),
  )
  const listed = places.codes()
  const others = [...sent.keys()].map((key) => key.slice(key.indexOf(' ') + 1))
  const known = new Map<string, RoomStanding | null>()
  for (const period of asked.periods)
    for (const room of new Set([...listed, ...others])) {
      const place = places.of(room, period)
      const reports = sent.get(`${period} ${room}`) ?? ''
      if ((place === null && reports === '') || !isInside(room, period)) continue
      // Most rooms are alike.
      const alike = [period, place?.duty, clipped(place, period), reports].join(' ')
      const standing = known.get(alike) ?? standingOf(plan, family, { period, place, reports })
      known.set(alike, standing)
      if (standing === null) continue
      const unit = places.unitOf(room, period, asked.level)
      const key = `${period} ${unit}`
      const entry = found.get(key) ?? { unit, period, rooms: { full: 0, partly: 0, absent: 0, notAsked: 0 } }
      entry.rooms[standing] += 1
      found.set(key, entry)
    }
  return [...found.values()]
}

const clipped = (place: RoomPlace | null, period: FigurePeriod): string => {
  if (place === null) return ''
  const since = place.since <= firstDayOf(period) ? '' : place.since
  return `${since}-${place.until !== null && place.until <= lastDayOf(period) ? place.until : ''}`
}

/** How a room stands to a figure; null when nothing was due from it and nothing came. */
function standingOf(
  plan: ReleasePlan,
  family: TableFamily,
  { period, place, reports }: Sent,
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
    place !== null &&
    place.duty !== 'none' &&
    (place.duty === 'month' || periodKindOf(report) === 'quarter') &&
    place.since <= lastDayOf(report) &&
    (place.until === null || place.until > lastDayOf(report))
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

/** The reports that came of each room and period. */
function reportsSent(
  queries: Queries,
  { table }: TableFamily,
  { county, planSha256, periods, within }: AskedSums,
): Promise<{ room: string; period: FigurePeriod; reports: string }[]> {
  const parameters = new Parameters()
  const parts = periods.flatMap((period) =>
    slotsOf(table, period).flatMap((slot) => reportsOf(slot).map((report) => [report, period])),
  )
  const spans = parameters.rows(parts)
  const reports = parameters.list([...new Set(parts.flatMap(([report = '']) => report))])
  const inside =
    within?.level === 'room' && within.code !== null
      ? `and packages.unit = ${parameters.add(within.code)}`
      : ''
  return queries.query(
    `select packages.unit as room, spans.period,
            string_agg(packages.period || ' ' || packages.profile, ',' order by packages.period) as reports
     from (values ${spans}) as spans (report, period)
     join packages on packages.period = spans.report
     where packages.county = ${parameters.add(county)} and packages.plan = ${parameters.add(planSha256)}
       and packages.period in (${reports}) ${inside}
     group by packages.unit, spans.period`,
    parameters.values,
  )
}
