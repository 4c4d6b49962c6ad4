import { useCallback } from 'react'
import type { Instrument } from '../../instruments/instrument.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { titleOf } from '../assessments/title-of.ts'
import { useLanguage } from '../locale/locale.ts'
import { room } from '../room/room.ts'
import { useQuery } from '../room/use-query.ts'

/** The instruments on this room's shelf, and a writer of their titles; an id stands for one that is gone. */
export function useInstruments(): {
  /** Null while they are being read. */
  shelf: QuestionnaireShelf | null
  titleOfId: (id: string) => string
  /** Undefined for one that is not given here. */
  instrumentOf: (id: string) => Instrument | undefined
} {
  const [language] = useLanguage()
  const { data: shelf } = useQuery(() => room.questionnaires(), [])
  const instrumentOf = useCallback(
    (id: string) =>
      shelf?.entries.find(({ questionnaire }) => questionnaire.instrument.id === id)?.questionnaire
        .instrument,
    [shelf],
  )
  const titleOfId = (id: string) => titleOf(instrumentOf(id), language, id)
  return { shelf, titleOfId, instrumentOf }
}
