import type { Instrument } from '../../../instruments/instrument.ts'
import { useClientOnShow } from '../../clients/client-context.ts'
import type { AnswerKeeping } from './use-answer-keeping.ts'

/** Keeps an answer; one that raises an alert has the file read once more, so that the alert stands above the page at once. */
export function useKept({ criticalItems }: Instrument, { keep }: AnswerKeeping) {
  const { again } = useClientOnShow()
  return async (question: string, value: number | null): Promise<void> => {
    const raisesAlert = criticalItems.some(
      ({ item, values, response }) =>
        response !== 'prompt' && item === question && value !== null && values.includes(value),
    )
    if ((await keep(question, value)) && raisesAlert) again()
  }
}
