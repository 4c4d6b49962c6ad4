import type { Assessment } from '../../casework/assessments/assessment.ts'
import type { Stored } from '../../casework/records/record.ts'

const mostOutcomes = 20

/** Of each instrument the client answered more than once, the newest. `assessments` are oldest first. */
export function newestOutcomes(assessments: readonly Stored<Assessment>[]): string[] {
  const newest = new Map<string, { id: string; times: number }>()
  for (const { id, value } of assessments)
    if (value.answeredAt !== null && value.rater.kind === 'self')
      newest.set(value.instrument, { id, times: (newest.get(value.instrument)?.times ?? 0) + 1 })
  return [...newest.values()]
    .filter(({ times }) => times > 1)
    .map(({ id }) => id)
    .slice(-mostOutcomes)
}
