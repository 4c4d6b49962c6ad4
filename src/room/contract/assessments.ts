import type { Assessment, Rater } from '../../casework/assessment.ts'
import type { AlertHandling } from '../../casework/critical-alert.ts'
import type { Stored } from '../../casework/record.ts'
import type { Language } from '../../casework/values.ts'
import type { Outcome, Refusal } from '../../instruments/outcome.ts'
import type { Questionnaire } from '../../instruments/questionnaire.ts'

export interface QuestionnaireShelf {
  available: Questionnaire[]
  /** Shipped folders that could not be used, with file, path and reason. */
  broken: Refusal[]
}

export interface AssessmentsApi {
  questionnaires(): Promise<QuestionnaireShelf>
  /**
   * Prepares the client's page for these instruments, in this order, then locks the vault for good. What the client began
   * there today and did not finish is gone on with. On success the window calls the machine's `enterClientMode`.
   */
  startClientMode(input: {
    clientId: string
    instruments: string[]
    language: Language
    largePrint: boolean
  }): Promise<Outcome<null>>
  /** An assessment whose answers a member of staff enters in the window. */
  startAssessment(input: {
    clientId: string
    instrument: string
    rater: Rater
    language: Language
  }): Promise<Outcome<Stored<Assessment>>>
  /** Keeps what has been answered so far; raises alerts at once. Gives the new revision. */
  saveAnswers(input: {
    id: string
    revision: number
    answers: Assessment['answers']
  }): Promise<Outcome<Stored<Assessment>>>
  /** Scores and closes the assessment. */
  finishAssessment(input: {
    id: string
    revision: number
    answers: Assessment['answers']
  }): Promise<Outcome<Stored<Assessment>>>
  handleAlert(input: {
    id: string
    revision: number
    handling: Omit<AlertHandling, 'handledBy' | 'handledAt'>
  }): Promise<Outcome<null>>
}
