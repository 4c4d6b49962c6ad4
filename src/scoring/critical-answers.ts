import type { Instrument } from '../instruments/instrument.ts'
import type { Answers } from '../instruments/vectors.ts'
import type { ScoreResult } from './score-result.ts'

/** The answers that raise an alert, whatever else is answered or not. */
export const criticalAnswers = (instrument: Instrument, answers: Answers): ScoreResult['critical'] =>
  instrument.criticalItems.flatMap(({ item, values }) => {
    const value = answers[item]
    return value !== undefined && values.includes(value) ? [{ item, value }] : []
  })
