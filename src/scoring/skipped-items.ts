import type { Instrument } from '../instruments/instrument.ts'
import type { Answers } from '../instruments/vectors.ts'

/** Which questions a set of answers leaves unasked by rule. While a rule's own questions are unanswered, nothing is skipped. */
export const skippedItems = ({ skips }: Pick<Instrument, 'skips'>, answers: Answers): ReadonlySet<string> => {
  const skipped = new Set<string>()
  for (const { items, askedIfAny, atLeast, atMost } of skips) {
    const unmet = askedIfAny.every((item) => {
      const answer = answers[item]
      return answer === undefined
        ? skipped.has(item)
        : answer < atLeast || (atMost !== null && answer > atMost)
    })
    if (unmet) for (const item of items) skipped.add(item)
  }
  return skipped
}
