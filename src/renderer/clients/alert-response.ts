import type { CriticalAlert } from '../../casework/crisis/critical-alert.ts'
import type { Stored } from '../../casework/records/record.ts'
import { criticalResponses, type Instrument } from '../../instruments/instrument.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { questionnaireOn } from './client-context.ts'

type Response = Instrument['criticalItems'][number]['response']

/** What the answer that raised an alert calls for; where the instrument is gone, that somebody asks. */
export const responseTo = (
  shelf: QuestionnaireShelf,
  { instrument, item, value }: Pick<CriticalAlert, 'instrument' | 'item' | 'value'>,
): Response =>
  questionnaireOn(shelf, instrument)?.instrument.criticalItems.find(
    (one) => one.item === item && one.values.includes(value),
  )?.response ?? 'interviewSameVisit'

/** These alerts, what cannot wait a moment first. */
export const mostUrgentFirst = (
  shelf: QuestionnaireShelf,
  alerts: readonly Stored<CriticalAlert>[],
): Stored<CriticalAlert>[] =>
  alerts.toSorted((a, b) => placeOf(responseTo(shelf, a.value)) - placeOf(responseTo(shelf, b.value)))

/** They are listed from the most urgent on. */
const placeOf = (response: Response): number => criticalResponses.indexOf(response)
