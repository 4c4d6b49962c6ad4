import type { CriticalAlert } from '../crisis/critical-alert.ts'
import type { Stored } from '../records/record.ts'
import type { PaperScore } from './paper-score.ts'
import type { ScoreForm } from './score-form.ts'

/**
 * The alerts that scores entered by hand raise: who entered a result that speaks of self-harm has to say that the client was
 * asked. `raised` are those of the entry this one corrects; the same score raises none again.
 */
export function paperScoreAlerts(
  { id, value: { clientId, form: instrument, scores } }: Pick<Stored<PaperScore>, 'id' | 'value'>,
  form: ScoreForm,
  raisedAt: string,
  raised: readonly CriticalAlert[] = [],
): CriticalAlert[] {
  return form.scores.flatMap(({ id: item, criticalFrom }) => {
    const value = scores[item]
    if (criticalFrom === null || value === undefined || value < criticalFrom) return []
    if (raised.some((alert) => alert.item === item && alert.value === value)) return []
    return [{ clientId, assessmentId: id, instrument, item, value, raisedAt, handling: null }]
  })
}
