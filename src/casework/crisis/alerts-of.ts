import type { Instrument } from '../../instruments/instrument.ts'
import type { ScoreResult } from '../../scoring/score-result.ts'
import type { Assessment } from '../assessments/assessment.ts'
import type { Stored } from '../records/record.ts'
import type { CriticalAlert } from './critical-alert.ts'

/**
 * The alerts that answers to critical items raise, whatever the score and also from answers that are not complete; an item that
 * is only a prompt for the talk raises none.
 * `raised` are those this assessment has raised before: an item raises one alert, anew only when it was dealt with and is
 * then answered otherwise; taking an answer back unsays none.
 */
export function alertsOf(
  { criticalItems }: Pick<Instrument, 'criticalItems'>,
  { id, value }: Pick<Stored<Assessment>, 'id' | 'value'>,
  { critical }: Pick<ScoreResult, 'critical'>,
  raisedAt: string,
  raised: readonly CriticalAlert[] = [],
): CriticalAlert[] {
  const own = raised.filter((alert) => alert.assessmentId === id)
  const isKnown = ({ item, value: answer }: ScoreResult['critical'][number]) =>
    own.some((alert) => alert.item === item && (alert.handling === null || alert.value === answer))
  const callsForAct = ({ item }: ScoreResult['critical'][number]) =>
    criticalItems.some((critical) => critical.item === item && critical.response !== 'prompt')
  return critical
    .filter((answer) => callsForAct(answer) && !isKnown(answer))
    .map(({ item, value: answer }) => ({
      clientId: value.clientId,
      assessmentId: id,
      instrument: value.instrument,
      item,
      value: answer,
      raisedAt,
      handling: null,
    }))
}
