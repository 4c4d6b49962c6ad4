import { roomsIn } from '../figures/figures.ts'
import type { RoomsReported } from '../figures/rooms-reported.ts'
import { bandOf, errorOfDifference } from '../figures/rounding-error.ts'

/** One number of one period, as it is known. */
export interface KnownSum {
  period: string
  /** Null where nothing came, and where every room withholds it. */
  sum: number | null
  withheld: number
  band: number
  bound: number
  variance: number
  rooms: RoomsReported
}

/** How a number stands to that of an earlier period. */
export interface Change {
  since: string
  earlier: number
  difference: number
  /** How far the difference may be from the true one by rounding. */
  band: number
  /** `same`: no change that can be told, for the difference lies within the band. */
  verdict: 'more' | 'less' | 'same'
  /** How many rooms stand behind either number; where they differ, part of the change is that. */
  rooms: { earlier: number; now: number }
}

/** Null where either is not known whole: nothing came, or rooms withhold their part. */
export function changeSince(then: KnownSum | undefined, now: KnownSum): Change | null {
  if (!then || then.sum === null || now.sum === null || then.withheld + now.withheld > 0) return null
  const difference = now.sum - then.sum
  const band = bandOf(errorOfDifference(then, now))
  const verdict = Math.abs(difference) <= band ? 'same' : difference > 0 ? 'more' : 'less'
  return {
    since: then.period,
    earlier: then.sum,
    difference,
    band,
    verdict,
    rooms: { earlier: roomsIn(then), now: roomsIn(now) },
  }
}
