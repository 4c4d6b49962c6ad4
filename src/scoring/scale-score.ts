import type { Instrument } from '../instruments/instrument.ts'
import { type AnswerScale, pointsOf, scoreOfSum } from '../instruments/points.ts'
import type { Answers } from '../instruments/vectors.ts'

/** How the items without an answer, and those not for the person, are treated. */
export interface Blanks {
  countsZero(item: string): boolean
  notForPerson: ReadonlySet<string>
}

/**
 * The arithmetic of one scale of answers. A blank that does not count 0 is left to the answered items of the scale to stand
 * for; the caller has refused sets of answers with more blanks than the instrument allows.
 */
export const createScaleScorer = (instrument: Instrument, scale: AnswerScale) => {
  const items = [...pointsOf(instrument, scale)].map(([item, points]) => ({
    item,
    points,
    zero: points.get(0) ?? 0,
  }))

  return (answers: Answers, { countsZero, notForPerson }: Blanks): number => {
    let sum = 0
    let asked = 0
    let counted = 0
    for (const { item, points, zero } of items) {
      if (notForPerson.has(item)) continue
      asked += 1
      const answer = answers[item]
      if (answer === undefined && !countsZero(item)) continue
      sum += answer === undefined ? zero : (points.get(answer) ?? 0)
      counted += 1
    }
    return scoreOfSum(scale, counted === asked ? sum : (sum * asked) / counted, asked)
  }
}
