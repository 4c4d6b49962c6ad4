import { answerValues, type Instrument } from './instrument.ts'
import type { Scale } from './scale.ts'

/** A scale made of answers; a `criteria` scale is made of other scales. */
export type AnswerScale = Exclude<Scale, { kind: 'criteria' }>

/** What every answer to every item of a scale adds to its sum: by item, then by answer. */
export const pointsOf = (instrument: Instrument, scale: AnswerScale): Map<string, Map<number, number>> =>
  new Map(scale.items.map((item) => [item, pointsOfItem(scale, item, answerValues(instrument, item))]))

const pointsOfItem = (scale: AnswerScale, item: string, values: number[]): Map<number, number> => {
  const points = (value: number): number => {
    switch (scale.kind) {
      case 'count':
        return scale.values.includes(value) ? 1 : 0
      case 'weighted':
        return value * (scale.weights[item] ?? 0)
      default:
        return scale.reverse.includes(item) ? Math.min(...values) + Math.max(...values) - value : value
    }
  }
  return new Map(values.map((value) => [value, points(value)]))
}

/** A sum of points over `items` items as a score of the scale. The table of a checked instrument lists every sum. */
export const scoreOfSum = (scale: AnswerScale, sum: number, items: number): number => {
  switch (scale.kind) {
    case 'sum':
      return sum * scale.factor
    case 'mean':
      return (sum * scale.factor) / items
    case 'lookup':
      return scale.table.find((row) => row.sum === sum)?.score ?? Number.NaN
    default:
      return sum
  }
}
