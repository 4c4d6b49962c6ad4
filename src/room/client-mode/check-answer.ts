import { done, type Outcome, refused } from '../../instruments/outcome.ts'

/** Whether an answer is one of those `offered` to its question, none for one that is not asked; null takes an answer back. */
export const checkAnswer = (
  offered: readonly number[],
  { question, value }: { question: string; value: number | null },
): Outcome<null> => {
  if (offered.length === 0) return refused('UNKNOWN_QUESTION', { at: question })
  if (value !== null && !offered.includes(value)) return refused('ANSWER_OUTSIDE_CODING', { at: question })
  return done(null)
}
