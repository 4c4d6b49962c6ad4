import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { PaperScore } from './paper-score.ts'
import type { FormScore, ScoreForm } from './score-form.ts'

/** Whether a form can give this score: in its range, in its steps, and one of its codes where it has codes. */
export function isPossible({ min, max, decimals, codes }: FormScore, score: number): boolean {
  if (codes !== null) return codes.some(({ value }) => value === score)
  return score >= min && score <= max && Number(score.toFixed(decimals)) === score
}

/**
 * Whether a paper form can have given these scores by `today`. Refused with DAY_IN_FUTURE, SCORES_NEEDED, UNKNOWN_SCORE or
 * SCORE_OUTSIDE_RANGE; `at` is the score, `detail` its range.
 */
export function checkPaperScore(
  form: ScoreForm,
  { day, scores }: Pick<PaperScore, 'day' | 'scores'>,
  today: string,
): Outcome<null> {
  if (day > today) return refused('DAY_IN_FUTURE', { at: 'day' })
  if (Object.keys(scores).length === 0) return refused('SCORES_NEEDED', { at: 'scores' })
  for (const [id, score] of Object.entries(scores)) {
    const known = form.scores.find((one) => one.id === id)
    if (known === undefined) return refused('UNKNOWN_SCORE', { at: id })
    const { min, max, decimals } = known
    if (!isPossible(known, score))
      return refused('SCORE_OUTSIDE_RANGE', { at: id, detail: { min, max, decimals } })
  }
  return done(null)
}
