import type { Disclosure, DisclosureBasis, DisclosureField } from '../../casework/disclosures/disclosure.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { OutgoingFile } from './exchange.ts'

/** Whether the client was told, and what about it: their answer, or why not. */
export interface Telling {
  state: 'told' | 'notYet' | 'notTold'
  note: string
}

/** How somebody accounts for what they hand out. */
export interface Account {
  recipient: string
  basis: DisclosureBasis
  purpose: string
  authorised: NonNullable<Disclosure['authorised']>
  telling: Telling
  /** Why more is told than the rules have for such a case; empty for nothing. */
  moreBecause: string
}

export interface DisclosuresApi {
  /** What was handed out about one client, the newest first. */
  disclosures(clientId: string): Promise<{
    disclosures: Stored<Disclosure>[]
    /** Those of which the client has still to be told. */
    owed: string[]
    rules: PrivacyRules['disclosures']
    unreadable: number
    /** Names of the staff who handed it out, by id. */
    staffNames: Record<string, string>
  }>
  /**
   * One finished assessment as a FHIR R4 QuestionnaireResponse with the client's name, for `recipient`. The disclosure is on
   * record before the bytes are given. Refused as `mayDo` is, with what `disclosureBlocks` names, ASSESSMENT_OPEN,
   * CRITICAL_ANSWER_OPEN (not what saves a life or is a duty to report), or
   * DISCLOSURE_INVALID (the field in `at`).
   */
  exportAssessment(input: Account & { assessmentId: string }): Promise<Outcome<OutgoingFile>>
  /** Something that was or is told in words, or handed out on paper. Refused as `exportAssessment` is. */
  recordDisclosure(
    input: Account & { clientId: string; what: 'words' | 'file'; fields: DisclosureField[] },
  ): Promise<Outcome<{ id: string }>>
  /** Whether the client was told since; the newest entry holds. Refused with DISCLOSURE_INVALID. */
  noteTelling(input: { id: string; telling: Telling }): Promise<Outcome<null>>
}
