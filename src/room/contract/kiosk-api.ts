import type { Language } from '../../casework/records/values.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { Survey } from '../../instruments/survey.ts'
import type { PageRater } from './assessments.ts'

/** What the client, or an informant about them, is asked, without saying who the client is. */
export interface Sitting {
  rater: PageRater['kind']
  language: Language
  largePrint: boolean
  questionnaires: {
    assessmentId: string
    instrument: Pick<Instrument, 'id' | 'title' | 'terms' | 'provenance'>
    /** Without the questions that are not for this client. */
    survey: Survey
    /** Questions already answered and sealed; what was answered cannot be read back here. */
    answered: string[]
    finished: boolean
  }[]
}

/** Everything the client's page may ask of its worker, which holds one public key and no secret. */
export interface KioskApi {
  /** Null when no sitting is open. */
  sitting(): Promise<Sitting | null>
  /**
   * Seals and keeps one answer; resolves only once it is on disk. A later answer to the same question replaces it. `pace`: how
   * long the question was on the screen, in tenths of a second.
   */
  answer(input: {
    assessmentId: string
    question: string
    value: number | null
    pace?: number
  }): Promise<Outcome<null>>
  /** The client is through with one questionnaire. */
  finish(assessmentId: string): Promise<Outcome<null>>
}
