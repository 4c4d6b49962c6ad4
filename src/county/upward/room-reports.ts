import type { ReportedTable, RoomReport } from '../../exchange/merge/room-report.ts'
import type { Queries } from '../store/store.ts'

/** What a desk has of its rooms for one period, as it is added up for the next level; in the order of their codes. */
export async function roomReports(
  queries: Queries,
  { county, period, plan }: { county: string; period: string; plan: string },
): Promise<RoomReport[]> {
  const packages = await queries.query<Omit<RoomReport, 'tables'>>(
    `select unit, period, plan, seq::integer as seq, sha256, late::integer as late from packages
     where county = $1 and period = $2 and plan = $3 order by unit`,
    [county, period, plan],
  )
  const rows = await queries.query<ReportedTable & { unit: string }>(
    `select unit, table_id as id, k::integer as k, cells from counts
     where county = $1 and period = $2 and plan = $3 order by unit, table_id`,
    [county, period, plan],
  )
  const tables = new Map<string, ReportedTable[]>()
  for (const { unit, ...table } of rows) tables.set(unit, [...(tables.get(unit) ?? []), table])
  return packages.map((one) => ({ ...one, tables: tables.get(one.unit) ?? [] }))
}

/** Who has reported which period, and which rooms are in the merges of counties. */
export interface ReportedPeriods {
  period: string
  /** Codes of rooms whose packages are here. */
  rooms: string[]
  /** Codes of rooms that came through a county's merge. */
  throughMerges: string[]
  /** Codes of counties whose merges are here. */
  counties: string[]
}

/** Every period of which anything is here, newest first. */
export async function reportedPeriods(queries: Queries, county: string): Promise<ReportedPeriods[]> {
  const rows = await queries.query<{
    period: string
    unit: string
    through: keyof Omit<ReportedPeriods, 'period'>
  }>(
    `select period, unit, 'rooms' as through from packages where county = $1
     union all select period, unit, 'throughMerges' from merge_children where county = $1
     union all select period, unit, 'counties' from merges where county = $1`,
    [county],
  )
  const periods = new Map<string, ReportedPeriods>()
  for (const { period, unit, through } of rows.toSorted((a, b) => (a.unit < b.unit ? -1 : 1))) {
    const here = periods.get(period) ?? { period, rooms: [], throughMerges: [], counties: [] }
    here[through].push(unit)
    periods.set(period, here)
  }
  return [...periods.values()].sort((a, b) => (a.period < b.period ? 1 : -1))
}
