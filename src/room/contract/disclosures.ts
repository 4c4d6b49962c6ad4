import type { Disclosure, DisclosureBasis } from '../../casework/disclosure.ts'
import type { Stored } from '../../casework/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { OutgoingFile } from './exchange.ts'

export interface DisclosuresApi {
  /** What was handed out about one client, the newest first. */
  disclosures(clientId: string): Promise<{
    disclosures: Stored<Disclosure>[]
    unreadable: number
    /** Names of the staff who handed it out, by id. */
    staffNames: Record<string, string>
  }>
  /**
   * One finished assessment as a FHIR R4 QuestionnaireResponse with the client's name, for `recipient`. The disclosure is on
   * record before the bytes are given. Refused with REFERRAL_CONSENT_NEEDED when a consented referral has no consent to this
   * receiver, ASSESSMENT_OPEN, or DISCLOSURE_INVALID (the field in `at`).
   */
  exportAssessment(input: {
    assessmentId: string
    recipient: string
    basis: DisclosureBasis
    purpose: string
  }): Promise<Outcome<OutgoingFile>>
}
