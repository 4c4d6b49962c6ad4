import type { Rater } from '../../casework/assessments/assessment.ts'
import { useRaterText } from './use-rater-text.ts'

/** Whose answers these are. */
export function RaterLine({ rater }: { rater: Rater }) {
  return useRaterText()(rater)
}
