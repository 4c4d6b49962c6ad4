import type { Band, Scale } from '../instruments/scale.ts'

/** The band a score lies in: the last one it reaches, as a mean or a prorated score may fall between whole numbers. */
export const bandOf = (scale: Scale, score: number): Band | undefined =>
  scale.bands.findLast((band) => score >= band.min)
