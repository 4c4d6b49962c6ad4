/** How far a sum of rounded counts may be from the true sum. */
export interface RoundingError {
  /** No true sum is further away than this: the sum of (base − 1) over the rounded counts. */
  bound: number
  /** Of the error of the sum, at most. */
  variance: number
}

/**
 * The most that the random rounding of one count to a multiple of `base` varies: a count with the remainder r goes up with a chance of
 * r ÷ base, so its error has the variance r (base − r). The remainder is not known, so the largest is taken: 2 for base 3, 6 for base 5.
 */
export const roundingVariance = (base: number): number => Math.floor(base / 2) * Math.ceil(base / 2)

/** So many standard errors: two would be enough if the errors were spread evenly; they come in steps of the base. */
const standardErrors = 2.1

/**
 * How wide the band around a sum is drawn, to either side: 2.1 standard errors, in whole counts, and never more than the hard bound.
 *
 * The hard bound holds always, but it grows with the number of rooms: over 540 rooms it is 1,080 to either side, and no change would ever
 * show. Every count is rounded by a draw of its own and without bias, so the errors of many cancel out: this band, taken at the largest
 * variance, holds at least 19 times in 20 whatever the remainders (`tests/county/figures/rounding-error.test.ts` works it out), and is 70
 * for 540 rooms. Where few rooms are added up the two are the same. The hard bound is said beside it.
 */
export const bandOf = ({ bound, variance }: RoundingError): number =>
  Math.min(bound, Math.ceil(standardErrors * Math.sqrt(variance)))

/** The error of a difference between two sums. */
export const errorOfDifference = (a: RoundingError, b: RoundingError): RoundingError => ({
  bound: a.bound + b.bound,
  variance: a.variance + b.variance,
})
