import { itemsNotFor } from '../instruments/applies-to.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { Scale } from '../instruments/scale.ts'
import type { About, Answers } from '../instruments/vectors.ts'
import { createFaultFinder } from './answer-fault.ts'
import { bandOf } from './band-of.ts'
import { criticalAnswers } from './critical-answers.ts'
import { createCutOffFinder } from './reached-cut-offs.ts'
import { type Blanks, createScaleScorer } from './scale-score.ts'
import type { ScoreResult } from './score-result.ts'
import { skippedItems } from './skipped-items.ts'

/** Scores one set of answers. */
export type Scorer = (answers: Answers, about?: About) => ScoreResult

type Finding = ScoreResult & Required<Pick<ScoreResult, 'reached' | 'notes'>>

/** Prepares an instrument once, to score many sets of answers. */
export const createScorer = (instrument: Instrument): Scorer => {
  const { id, version, ages, missing: rule } = instrument
  const required = instrument.items.filter((item) => item.required).map((item) => item.id)
  const scales = instrument.scales.map((scale) => ({
    scale,
    scoreOf: scorerOf(instrument, scale),
    reachedBy: createCutOffFinder(scale),
  }))
  const faultIn = createFaultFinder(instrument)

  return (answers, about = {}) => {
    const skipped = skippedItems(instrument, answers)
    const notForPerson = itemsNotFor(instrument, about)
    const missing = required.filter(
      (item) => answers[item] === undefined && !skipped.has(item) && !notForPerson.has(item),
    )
    const result = (status: ScoreResult['status'], reason?: ScoreResult['reason']): Finding => ({
      instrument: id,
      version,
      status,
      ...(reason === undefined ? {} : { reason }),
      scores: {},
      bands: {},
      reached: {},
      notes: [],
      critical: criticalAnswers(instrument, answers),
      missing,
    })
    const fault = faultIn(answers, about)
    if (fault !== undefined) return result('invalid', fault)

    const { age } = about
    const outside = age !== undefined && (age < (ages.min ?? age) || age > (ages.max ?? age))
    if (missing.length > 0) {
      if (rule.rule === 'countZero' && missing.length > rule.atMost)
        return result('invalid', { code: 'TOO_MANY_MISSING', at: 'answers' })
      // Outside the ages meant nothing is prorated: one departure from the published rule at a time.
      if (rule.rule === 'noScore' || (rule.rule === 'prorate' && (outside || missing.length > rule.atMost)))
        return result('incomplete')
    }
    const scored = outside
      ? result('outOfRange', { code: 'AGE_OUTSIDE', at: 'age' })
      : result(missing.length > 0 && rule.rule === 'prorate' ? 'prorated' : 'scored')
    for (const item of notForPerson)
      if (answers[item] !== undefined) scored.notes.push({ code: 'NOT_FOR_PERSON', at: item })
    const blanks: Blanks = {
      countsZero: (item) => rule.rule === 'countZero' || skipped.has(item),
      notForPerson,
    }
    for (const { scale, scoreOf, reachedBy } of scales) {
      const score = scoreOf(answers, blanks, scored.scores)
      scored.scores[scale.id] = score
      const band = bandOf(scale, score)
      if (band !== undefined) scored.bands[scale.id] = band.id
      const { ids, notes } = reachedBy(score, answers, about)
      if (ids.length > 0) scored.reached[scale.id] = ids
      scored.notes.push(...notes)
    }
    return scored
  }
}

const scorerOf = (
  instrument: Instrument,
  scale: Scale,
): ((answers: Answers, blanks: Blanks, earlier: ScoreResult['scores']) => number) =>
  scale.kind === 'criteria'
    ? (_, __, earlier) =>
        scale.all.every((criterion) => (earlier[criterion.scale] ?? 0) >= criterion.atLeast) ? 1 : 0
    : createScaleScorer(instrument, scale)

/**
 * Scores one set of answers. Never throws and never hides a critical item: wrong answers or a wrong rater give `invalid`,
 * unanswered questions `incomplete`, an age the instrument is not made for `outOfRange`, with scores, to be shown as such.
 */
export const score = (instrument: Instrument, answers: Answers, about: About = {}): ScoreResult =>
  createScorer(instrument)(answers, about)
