import type { Stored } from '../records/record.ts'
import { type HotlineSeats, isSeat } from './hotline-seats.ts'
import { type RosterDuty, rosterStanding } from './roster-duty.ts'

/** A time in which fewer people than wanted are to be at the seats. */
export interface RosterGap {
  from: string
  until: string
  /** How many are. */
  staffed: number
}

/** The times between two moments in which fewer than `wanted` seats have somebody on the roster, oldest first. */
export function rosterGaps(
  duties: readonly Stored<RosterDuty>[],
  seats: HotlineSeats,
  { from, until, wanted }: { from: string; until: string; wanted: number },
): RosterGap[] {
  const [begin, end] = [Date.parse(from), Date.parse(until)]
  const spans = duties
    .filter(({ value }) => rosterStanding(value).state !== 'cancelled' && isSeat(seats, value.seat))
    .map(({ value }) => ({ from: Date.parse(value.from), until: Date.parse(value.until) }))
  const edges = [begin, end, ...spans.flatMap((span) => [span.from, span.until])]
  const moments = [...new Set(edges)].filter((at) => at >= begin && at <= end).sort((a, b) => a - b)
  const gaps: RosterGap[] = []
  for (const [place, at] of moments.entries()) {
    const next = moments[place + 1]
    if (next === undefined) break
    const staffed = spans.filter((span) => span.from <= at && at < span.until).length
    const before = gaps.at(-1)
    const nextAt = new Date(next).toISOString()
    if (staffed >= wanted) continue
    if (before?.staffed === staffed && Date.parse(before.until) === at) before.until = nextAt
    else gaps.push({ from: new Date(at).toISOString(), until: nextAt, staffed })
  }
  return gaps
}
