import { useOutletContext } from 'react-router'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import type { QuestionnaireShelf } from '../../room/contract/assessments.ts'
import type { ClientFile } from '../../room/contract/clients.ts'

/** What every page of one client's file shows from. */
export interface ClientOnShow {
  file: ClientFile
  shelf: QuestionnaireShelf
  /** Reads the file once more, after something in it has changed. */
  again: () => void
}

/** The file that is open; only inside `ClientPage`. */
export const useClientOnShow = (): ClientOnShow => useOutletContext<ClientOnShow>()

/** A questionnaire of the shelf; undefined when this version no longer has it. */
export const questionnaireOn = (shelf: QuestionnaireShelf, id: string): Questionnaire | undefined =>
  shelf.available.find(({ instrument }) => instrument.id === id)
