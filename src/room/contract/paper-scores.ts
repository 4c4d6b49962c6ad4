import type { PaperScore } from '../../casework/assessments/paper-score.ts'
import type { ScoreForm } from '../../casework/assessments/score-form.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'

export interface PaperScoresApi {
  /** Forms of which only the result may be entered. */
  scoreForms(): Promise<ScoreForm[]>
  /** One client's entries, the newest form first, corrected ones included. */
  paperScores(clientId: string): Promise<{
    scores: Stored<PaperScore>[]
    unreadable: number
    /** Names of the staff who entered them, by id. */
    staffNames: Record<string, string>
  }>
  /**
   * Enters a result, or corrects an entry of the same form. Raises alerts at once. Refused with UNKNOWN_FORM, CONSENT_NEEDED,
   * ALREADY_CORRECTED, as `checkPaperScore` does, or with PAPER_SCORE_INVALID, the field in `at`.
   */
  enterPaperScore(input: Omit<PaperScore, 'enteredBy' | 'enteredAt'>): Promise<Outcome<Stored<PaperScore>>>
}
