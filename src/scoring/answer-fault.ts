import { answerValues, type Instrument } from '../instruments/instrument.ts'
import type { About, Answers } from '../instruments/vectors.ts'
import type { ScoreResult } from './score-result.ts'

/** Finds what makes a set of answers unusable: an unknown question, an answer outside the coding, a rater not meant. */
export const createFaultFinder = (instrument: Instrument) => {
  const allowed = new Map(instrument.items.map(({ id }) => [id, new Set(answerValues(instrument, id))]))

  return (answers: Answers, { rater }: About): ScoreResult['reason'] => {
    for (const item of Object.keys(answers)) {
      const values = allowed.get(item)
      if (values === undefined) return { code: 'UNKNOWN_QUESTION', at: item }
      if (!values.has(answers[item] ?? Number.NaN)) return { code: 'ANSWER_OUTSIDE_CODING', at: item }
    }
    if (rater !== undefined && !instrument.raters.includes(rater))
      return { code: 'RATER_NOT_MEANT', at: 'rater' }
    return undefined
  }
}
