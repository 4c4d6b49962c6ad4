import type { Assessment } from '../../casework/assessments/assessment.ts'
import type { Stored } from '../../casework/records/record.ts'

/** The newest finished assessment of each instrument from the person, and from others; newest first. */
export function newestByInstrument(assessments: readonly Stored<Assessment>[]): {
  self: Stored<Assessment>[]
  others: Stored<Assessment>[]
} {
  const finished = assessments
    .filter(({ value }) => value.answeredAt !== null)
    .toSorted((a, b) => (b.value.answeredAt ?? '').localeCompare(a.value.answeredAt ?? ''))
  const newest = (wanted: Stored<Assessment>[]) => {
    const first = new Map<string, Stored<Assessment>>()
    for (const one of wanted) {
      const { instrument, rater } = one.value
      // Two informants see two things.
      const key = rater.kind === 'informant' ? `${instrument} ${rater.relation}` : instrument
      if (!first.has(key)) first.set(key, one)
    }
    return [...first.values()]
  }
  return {
    self: newest(finished.filter(({ value }) => value.rater.kind === 'self')),
    others: newest(finished.filter(({ value }) => value.rater.kind !== 'self')),
  }
}
