import type { Assessment, Rater } from '../../casework/assessments/assessment.ts'
import type { AlertHandling } from '../../casework/crisis/critical-alert.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Language } from '../../casework/records/values.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** Who can answer alone on the client's page: the client, or an informant who knows them. */
export type PageRater = Exclude<Rater, { kind: 'staff' }>

/** Answers as they stand in the window, and the revision of the assessment they were entered upon. */
export interface EnteredAnswers extends Pick<Assessment, 'answers' | 'pace' | 'paper' | 'remark'> {
  id: string
  revision: number
}

export interface AssessmentsApi {
  /**
   * Prepares the client's page for these instruments, in this order, then locks the vault for good. What the same client or
   * informant began there today and did not finish is gone on with. On success the window calls the machine's `enterClientMode`. Refused as
   * `startAssessment` is, and with NOT_GIVEN_ON_CLIENT_PAGE.
   */
  startClientMode(input: {
    clientId: string
    instruments: string[]
    rater: PageRater
    language: Language
    largePrint: boolean
  }): Promise<Outcome<null>>
  /** An assessment whose answers a member of staff enters in the window. Refused also with what holds the instrument back. */
  startAssessment(input: {
    clientId: string
    instrument: string
    rater: Rater
    language: Language
  }): Promise<Outcome<Stored<Assessment>>>
  /**
   * Keeps what has been answered so far; raises alerts at once. Gives the new revision. What is left out of `pace`, `paper` and
   * `remark` stays as it was.
   */
  saveAnswers(input: EnteredAnswers): Promise<Outcome<Stored<Assessment>>>
  /** Scores and closes the assessment. */
  finishAssessment(input: EnteredAnswers): Promise<Outcome<Stored<Assessment>>>
  /**
   * Ends an alert: the talk with the client, and the level it calls for. Gives the crisis episode this opens or goes on with, saved
   * together with it; null for none.
   */
  handleAlert(input: {
    id: string
    revision: number
    handling: Omit<AlertHandling, 'handledBy' | 'handledAt'>
  }): Promise<Outcome<{ episode: string | null }>>
}
