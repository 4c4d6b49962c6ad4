import type { Instrument } from '../../instruments/instrument.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'
import { titleOf } from '../assessments/title-of.ts'
import { questionnaireOn } from '../clients/client-context.ts'
import { useLanguage } from '../locale/locale.ts'

/** Reads a shelf by instrument id. */
export interface ShelfNames {
  /** An id stands for one that is gone. */
  titleOfId: (id: string) => string
  /** Undefined for one that is not given here now. */
  instrumentOf: (id: string) => Instrument | undefined
}

/** The instruments of this shelf by their ids, in the language on screen. */
export function useShelfNames(shelf: QuestionnaireShelf): ShelfNames {
  const [language] = useLanguage()
  return {
    titleOfId: (id) => titleOf(questionnaireOn(shelf, id)?.instrument, language, id),
    instrumentOf: (id) =>
      shelf.entries.find(({ questionnaire }) => questionnaire.instrument.id === id)?.questionnaire.instrument,
  }
}
