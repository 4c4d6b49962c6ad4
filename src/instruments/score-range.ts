import { itemsNotFor } from './applies-to.ts'
import type { Instrument } from './instrument.ts'
import { pointsOf, scoreOfSum } from './points.ts'
import type { Scale } from './scale.ts'
import type { About } from './vectors.ts'

/** The lowest and the highest score this person can have on a scale; without knowing who, the range of the whole scale. */
export const scoreRange = (
  instrument: Instrument,
  scale: Scale,
  about: Pick<About, 'sex' | 'age'> = {},
): { min: number; max: number } => {
  if (scale.kind === 'criteria') return { min: 0, max: 1 }
  const notAsked = itemsNotFor(instrument, about)
  let low = 0
  let high = 0
  let counted = 0
  for (const [item, points] of pointsOf(instrument, scale)) {
    if (notAsked.has(item)) continue
    low += Math.min(...points.values())
    high += Math.max(...points.values())
    counted += 1
  }
  if (scale.kind !== 'lookup')
    return { min: scoreOfSum(scale, low, counted), max: scoreOfSum(scale, high, counted) }
  const scores = scale.table.filter(({ sum }) => sum >= low && sum <= high).map(({ score }) => score)
  return { min: Math.min(...scores), max: Math.max(...scores) }
}
