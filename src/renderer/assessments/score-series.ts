import type { Assessment } from '../../casework/assessments/assessment.ts'
import type { Stored } from '../../casework/records/record.ts'

/** One finished assessment's score on one scale. */
export interface ScoreInTime {
  id: string
  at: string
  score: number
  band: string | null
}

/** A scale's scores of one instrument, oldest first. */
export const scoreSeries = (
  assessments: readonly Stored<Assessment>[],
  instrument: string,
  scale: string,
): ScoreInTime[] =>
  assessments
    .flatMap(({ id, value: { instrument: own, answeredAt, result } }) => {
      const score = result?.scores[scale]
      return own !== instrument || answeredAt === null || score === undefined
        ? []
        : [{ id, at: answeredAt, score, band: result?.bands[scale] ?? null }]
    })
    .sort((a, b) => a.at.localeCompare(b.at))

/** The score before this assessment on the same scale; null for the first. */
export function previousScore(
  assessments: readonly Stored<Assessment>[],
  { id, value: { instrument } }: Stored<Assessment>,
  scale: string,
): ScoreInTime | null {
  const scores = scoreSeries(assessments, instrument, scale)
  return scores[scores.findIndex((one) => one.id === id) - 1] ?? null
}
