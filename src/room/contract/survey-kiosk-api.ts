import type { Language } from '../../casework/records/values.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { PlainAnswers, PlainSurvey } from '../../instruments/plain-survey/plain-survey.ts'

/** A survey put up for one person after another. */
export interface SurveyOnShow {
  survey: PlainSurvey
  /** The language each person begins in. */
  language: Language
  largePrint: boolean
}

/** What the page for people may ask of its worker while a survey is up. */
export interface SurveyKioskApi {
  /** Null when no survey is up. */
  surveyOnShow(): Promise<SurveyOnShow | null>
  /** Seals and keeps what one person answered; resolves only once it is on disk. Nothing is kept before. */
  handIn(answers: PlainAnswers): Promise<Outcome<null>>
}
