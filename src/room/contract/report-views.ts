import type { Language } from '../../casework/records/values.ts'
import type { ViewFormat } from '../../exchange/views/write-view.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { OutgoingFile } from './exchange.ts'

/** A written package in forms that other programs read. */
export interface ReportViewsApi {
  /**
   * What the package of a period says, as it was written. Asks for the passphrase; entered in the trail. Refused with NOT_RELEASED
   * before it was written.
   */
  viewOfReport(period: string, format: ViewFormat, language: Language): Promise<Outcome<OutgoingFile>>
}
