import type { Scale } from '../instruments/scale.ts'

/** Two-sided 95 % of the normal distribution. */
const z95 = 1.96

/** What lies between two scores of one scale. */
export interface Change {
  /** The later score minus the earlier one. */
  points: number
  course: 'better' | 'worse' | 'same'
  /** Reliable change index; null where no source gives reliability and standard deviation. */
  index: number | null
  /** Too small to tell from measurement error; null where no source says how large that is. */
  withinError: boolean | null
  /** Large enough to mean something; null where no source says so. */
  meaningful: boolean | null
}

/**
 * The smallest change, in points, that is more than measurement error; null where no source says so. Computed from
 * reliability r and standard deviation as 1.96 · SD · √(2(1 − r)) (Jacobson and Truax 1991), or published as such.
 */
export const reliablePoints = ({ reliability, reliableChange }: Scale): number | null =>
  reliability === null ? (reliableChange?.points ?? null) : z95 * standardErrorOfDifference(reliability)

export const changeBetween = (scale: Scale, earlier: number, later: number): Change => {
  const points = later - earlier
  const size = Math.abs(points)
  const least = reliablePoints(scale)
  const { reliability, meaningfulChange } = scale
  return {
    points,
    course: points === 0 ? 'same' : points > 0 === (scale.direction === 'higherIsWorse') ? 'worse' : 'better',
    index: reliability === null ? null : points / standardErrorOfDifference(reliability),
    withinError: least === null ? null : size < least,
    meaningful: meaningfulChange === null ? null : size >= meaningfulChange.points,
  }
}

const standardErrorOfDifference = ({ coefficient, sd }: NonNullable<Scale['reliability']>): number =>
  sd * Math.sqrt(2 * (1 - coefficient))
