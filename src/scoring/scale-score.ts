import type { Instrument } from '../instruments/instrument.ts'
import { pointsOf, scoreOfSum } from '../instruments/points.ts'
import type { Scale } from '../instruments/scale.ts'
import type { Answers } from '../instruments/vectors.ts'

/**
 * One scale's arithmetic. A blank that does not count 0 is left to the answered items of the scale to stand for;
 * the caller has refused sets of answers with more blanks than the instrument allows.
 */
export const createScaleScorer = (instrument: Instrument, scale: Scale) => {
  const items = [...pointsOf(instrument, scale)].map(([item, points]) => ({
    item,
    points,
    zero: points.get(0) ?? 0,
  }))

  return (answers: Answers, blankIsZero: (item: string) => boolean): number => {
    let sum = 0
    let counted = 0
    for (const { item, points, zero } of items) {
      const answer = answers[item]
      if (answer === undefined && !blankIsZero(item)) continue
      sum += answer === undefined ? zero : (points.get(answer) ?? 0)
      counted += 1
    }
    return scoreOfSum(scale, counted === items.length ? sum : (sum * items.length) / counted)
  }
}
