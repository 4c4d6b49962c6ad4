import { answerValues, type Instrument } from '../../instruments/instrument.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'

/** Whether an instrument asks this question and offers this answer; null takes an answer back. */
export const checkAnswer = (
  instrument: Instrument,
  { question, value }: { question: string; value: number | null },
): Outcome<null> => {
  const offered = answerValues(instrument, question)
  if (offered.length === 0) return refused('UNKNOWN_QUESTION', { at: question })
  if (value !== null && !offered.includes(value)) return refused('ANSWER_OUTSIDE_CODING', { at: question })
  return done(null)
}
