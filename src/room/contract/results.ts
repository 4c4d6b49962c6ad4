import type { Construct } from '../../casework/results/constructs.ts'
import type { Outcome } from '../../instruments/outcome.ts'

export interface ResultsApi {
  /** What several instruments ask about, each from its own side. */
  constructs(): Promise<Construct[]>
  /**
   * Before a report on a client's results is on show to be printed; it is noted who opened it. Refused with NO_KEY, or CRITICAL_ANSWER_OPEN
   * while a critical answer was not talked about.
   */
  openReport(clientId: string): Promise<Outcome<null>>
}
