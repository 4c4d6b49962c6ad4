import { nextLink } from '../../exchange/ledger.ts'
import type { PackagePayload } from '../../exchange/package-payload.ts'
import type { PlanReference } from '../../exchange/plan-reference.ts'
import type { Guard } from '../../exchange/release/guard.ts'
import { writeReport } from '../../exchange/release/write-report.ts'
import type { ReadCard } from '../../exchange/unit-card.ts'
import type { LaidOutRoom } from '../../simulation/lay-out-county.ts'
import { periodsBefore } from '../../simulation/periods-before.ts'
import { type SimulatedFacts, simulateFacts } from '../../simulation/simulate-facts.ts'
import { monthsOf, periodKindOf } from '../../statistics/period.ts'
import type { ReleasePlan } from '../../statistics/release-plan.ts'
import { countTable, tabulate } from '../../statistics/tabulate.ts'
import { type SimulatedUnit, simulatedUnit } from './simulated-unit.ts'

/** By what a county's rooms report, to whom, and for how many months before a day. */
export interface SimulatedYear {
  seed: string
  plan: ReleasePlan
  reference: PlanReference
  county: ReadCard
  months: number
  /** `YYYY-MM-DD` */
  until: string
}

/** One package as a room sent it, and the true counts behind it. */
export interface SimulatedReport {
  period: string
  seq: number
  sha256: string
  payload: PackagePayload
  bytes: Uint8Array
  counted: { id: string; cells: number[] }[]
}

/** A room with all that it reported, in the order of its chain. */
export interface ReportingRoom {
  room: LaidOutRoom
  unit: SimulatedUnit
  reports: SimulatedReport[]
}

/** Small rooms report quarters only. */
const periodsOf = (
  { profile }: Pick<LaidOutRoom, 'profile'>,
  { until, months }: Pick<SimulatedYear, 'until' | 'months'>,
): string[] =>
  periodsBefore(until, months).filter((period) => profile !== 'small' || periodKindOf(period) === 'quarter')

/** The day in the month after a period on which a day of that number falls. */
export const dayAfter = (period: string, day: number): string => {
  const [year = 0, month = 0] = (monthsOf(period).at(-1) ?? period).split('-').map(Number)
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10)
}

/** Draws a room's facts, counts them by the plan, protects and signs every period, as the room itself would. */
export async function reportsOfRoom(
  room: LaidOutRoom,
  year: SimulatedYear,
  guard: Guard,
): Promise<ReportingRoom> {
  const { plan, reference, county, until, months } = year
  const facts = factsOf(room, year)
  const created = `${periodsBefore(until, months)[0]?.slice(0, 7)}-01`
  const unit = await simulatedUnit({ code: room.code, name: room.name, created }, null)
  const reports: SimulatedReport[] = []
  for (const period of periodsOf(room, year)) {
    const tables = tabulate(facts, plan, period, room.profile)
    const counted = {
      plan,
      period,
      tables,
      count: (table: Parameters<typeof countTable>[2]) => countTable(facts, plan, table, period),
      earlier: [],
    }
    const link = nextLink(reports)
    const of = { counted, reference, profile: room.profile, county, link, created: dayAfter(period, 3) }
    const report = await writeReport(of, unit.keys, guard)
    if (!report.ok) throw new Error(`${room.code} ${period}: ${report.refusal.code}`)
    const { payload, written } = report.value
    reports.push({
      period,
      seq: link.seq,
      sha256: written.sha256,
      payload,
      bytes: written.bytes,
      counted: tables.map(({ id, cells }) => ({ id, cells })),
    })
  }
  return { room, unit, reports }
}

function factsOf(
  { code, parent, newcomers }: LaidOutRoom,
  { seed, until, months }: SimulatedYear,
): SimulatedFacts {
  const [first = '', ...more] = periodsBefore(until, months).filter(
    (period) => periodKindOf(period) === 'month',
  )
  const next = `${parent.slice(0, 6)}${101 + ((Number(parent.slice(6)) - 100) % 27)}`
  return simulateFacts({
    seed: `${seed}/${code}`,
    newcomers,
    months: [first, ...more],
    townships: [parent, next],
  })
}
