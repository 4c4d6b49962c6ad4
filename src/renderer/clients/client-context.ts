import { useOutletContext } from 'react-router'
import type { Questionnaire } from '../../instruments/questionnaire.ts'
import type { ClientFile } from '../../room/contract/clients.ts'
import type { QuestionnaireShelf } from '../../room/contract/library.ts'

/** What every page of one client's file shows from. */
export interface ClientOnShow {
  file: ClientFile
  shelf: QuestionnaireShelf
  /** Reads the file once more, after something in it has changed. */
  again: () => void
}

/** The file that is open; only inside `ClientPage`. */
export const useClientOnShow = (): ClientOnShow => useOutletContext<ClientOnShow>()

/** A questionnaire of the shelf, in the version asked for or else the one given here now; undefined when it is not there. */
export const questionnaireOn = (
  { entries, earlier }: QuestionnaireShelf,
  id: string,
  version?: string,
): Questionnaire | undefined =>
  [...entries.map(({ questionnaire }) => questionnaire), ...earlier].find(
    ({ instrument }) => instrument.id === id && (version === undefined || instrument.version === version),
  )
