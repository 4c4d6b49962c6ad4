import type { Scale } from '../../instruments/scale.ts'

type Drawn = Pick<Scale, 'bands' | 'range' | 'direction' | 'cutOffs'>

/** A band as it is drawn: from the score it begins at to where the next one does. */
export interface Stripe {
  id: string
  from: number
  to: number
  /** Between 0, the band that asks for the least, and 1, the one that asks for the most. */
  weight: number
}

/** The bands of a scale one on top of the other over its whole range; none where none are published. */
export const stripesOf = ({ bands, range, direction }: Drawn): Stripe[] =>
  bands.map(({ id, min }, place) => {
    const rank = direction === 'higherIsWorse' ? place : bands.length - 1 - place
    return {
      id,
      from: place === 0 ? range.min : min,
      to: bands[place + 1]?.min ?? range.max,
      weight: rank / Math.max(1, bands.length - 1),
    }
  })

/** The scores that cannot be told from one score, within the range; null where no source says how large measurement error is. */
export const errorBand = (
  score: number,
  error: number | null,
  { min, max }: Scale['range'],
): { from: number; to: number } | null =>
  error === null ? null : { from: Math.max(min, score - error), to: Math.min(max, score + error) }

/** Where the range begins and ends, and where one band, or else one cut-off, gives way to the next. */
export function edgesOf({ bands, range, cutOffs }: Drawn): number[] {
  const between = bands.length > 0 ? bands.map(({ min }) => min) : cutOffs.map(({ score }) => score)
  const least = (range.max - range.min) / 20
  // Of two that would stand in each other's way the lower one stands.
  return [...new Set([range.min, ...between.toSorted((a, b) => a - b), range.max])].filter(
    (edge, index, edges) => index === 0 || edge === range.max || edge - (edges[index - 1] ?? edge) >= least,
  )
}

const mostTicks = 5

/** At most five of the moments measured at, the last among them, so that their names do not run into each other. */
export function ticksAmong(moments: readonly number[]): number[] {
  const sorted = [...new Set(moments)].toSorted((a, b) => a - b)
  const first = sorted[0] ?? 0
  const apart = ((sorted.at(-1) ?? first) - first) / mostTicks
  const ticks: number[] = []
  for (const moment of sorted.toReversed())
    if (ticks.length === 0 || (ticks.at(-1) ?? moment) - moment >= apart) ticks.push(moment)
  return ticks.slice(0, mostTicks).toReversed()
}

/** How large points are drawn: many stand closer together. */
export const pointRadius = (count: number): number => (count > 60 ? 2 : count > 24 ? 3 : 5)
