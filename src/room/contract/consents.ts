import type { Consent } from '../../casework/consents/consent.ts'
import type { ConsentStanding } from '../../casework/consents/consent-standing.ts'
import type { EndsWithdrawn } from '../../casework/consents/what-withdrawal-stops.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import type { Outcome } from '../../instruments/outcome.ts'

export type ConsentDraft = Pick<
  Consent,
  'clientId' | 'purpose' | 'recipient' | 'textVersion' | 'textFor' | 'givenBy' | 'guardian' | 'manner'
>

/** Who takes a consent back, how, and in whose words what it ends is ended. */
export interface Withdrawal extends Pick<NonNullable<Consent['withdrawal']>, 'by' | 'manner'> {
  id: string
  revision: number
  /** What stands as the reason in what is ended with it. */
  because: string
}

export interface ConsentsApi {
  /** How a client stands to every purpose today, and who may agree here between 14 and 18. */
  consentStandings(clientId: string): Promise<{
    standings: ConsentStanding[]
    from14to17: PrivacyRules['from14to17']
    unreadable: number
  }>
  /** What of what is under way would end with a consent; nothing is changed. */
  endsWithConsent(consentId: string): Promise<EndsWithdrawn>
  /** Refused as `checkConsent` is, or with INVALID_RECORD. */
  recordConsent(input: ConsentDraft): Promise<Outcome<null>>
  /** Ends what is under way on the ground of this consent in the same save. Refused with ALREADY_WITHDRAWN or REASON_NEEDED. */
  withdrawConsent(withdrawal: Withdrawal): Promise<Outcome<null>>
}
