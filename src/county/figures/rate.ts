/** Of fewer events than these no rate is told: chance alone would make it leap from one period to the next. */
export const fewestEvents = 20

/** Events of the period for every 10,000 residents and the band around it, or why there is none. */
export type Rate =
  | { per10000: number; band: number }
  | {
      /**
       * `FEW`: fewer than 20 events · `WITHHELD`: rooms withhold their part · `NO_RESIDENTS`: nobody has said how many live there ·
       * `NOTHING_CAME`
       */
      none: 'FEW' | 'WITHHELD' | 'NO_RESIDENTS' | 'NOTHING_CAME'
    }

/** `sum` null: nothing came, or all withhold it. */
export function rateOf(
  { sum, withheld, band }: { sum: number | null; withheld: number; band: number },
  residents: number | null,
): Rate {
  if (withheld > 0) return { none: 'WITHHELD' }
  if (sum === null) return { none: 'NOTHING_CAME' }
  if (residents === null) return { none: 'NO_RESIDENTS' }
  if (sum < fewestEvents) return { none: 'FEW' }
  const per = (count: number): number => Math.round((count / residents) * 100_000) / 10
  return { per10000: per(sum), band: per(band) }
}
