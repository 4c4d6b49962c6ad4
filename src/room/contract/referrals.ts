import type { DisclosureBasis, DisclosureField } from '../../casework/disclosures/disclosure.ts'
import type { PrivacyRules } from '../../casework/privacy/privacy-rules.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Referral, ReferralStep } from '../../casework/referrals/referral.ts'
import type { ReferralStanding } from '../../casework/referrals/referral-standing.ts'
import type { ReadReferral } from '../../exchange/referral-file.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { Account } from './disclosures.ts'
import type { CardOnShow, OutgoingFile } from './exchange.ts'

/** A referral and where it stands today. */
export interface ReferralOnShow {
  referral: Stored<Referral>
  standing: ReferralStanding
  /** The day by which it should have moved on is over. */
  late: boolean
}

export interface ReferralShelf {
  /** Those under way first, the next due at the top; then the closed ones, the newest first. */
  referrals: ReferralOnShow[]
  /** What the rules of the room have for handing something out on either ground. */
  rules: Pick<PrivacyRules['disclosures'], Extract<DisclosureBasis, 'consentedReferral' | 'savingLife'>>
  unreadable: number
  /** Names of the staff mentioned, by id. */
  staffNames: Record<string, string>
}

export type ReferralDraft = Pick<Referral, 'clientId' | 'receiver' | 'urgency' | 'question' | 'told'>

/** What goes on record when a referral is sent. */
export interface HandingOut extends Pick<Account, 'moreBecause' | 'authorised' | 'telling'> {
  id: string
  revision: number
  /** There is no consent, and a life is to be saved: whoever sends it says so. */
  savingLife: boolean
  fields: DisclosureField[]
}

type StepInput<Step> = Step extends { by: string } ? Omit<Step, 'by' | 'at'> : never
/** What happened after a referral was sent, or that it is given up. */
export type ReferralEvent = StepInput<Exclude<ReferralStep, { kind: 'sent' }>>

export interface ReferralsApi {
  referrals(clientId: string): Promise<ReferralShelf>
  /**
   * Begins a referral (`id` null, `revision` 0) or changes one that was not sent. Consent is not needed to write it. Refused with
   * ROLE_NEEDED, NOT_THE_WRITER, FILE_KEPT_ONLY, REFERRAL_INVALID (the field in `at`) or RECORD_CLOSED.
   */
  saveReferral(input: {
    id: string | null
    revision: number
    referral: ReferralDraft
  }): Promise<Outcome<{ id: string }>>
  /**
   * Sent on paper or by telephone; what is handed out goes on record with it. Refused with REFERRAL_CONSENT_NEEDED when the client
   * did not agree to this receiver, unless it is to save a life and at once; with CRITICAL_ANSWER_OPEN
   * unless it is to save a life; else with what `referralBlocks` or `disclosureBlocks` say, or DISCLOSURE_INVALID.
   */
  sendReferral(input: HandingOut & { way: 'slip' | 'phone' }): Promise<Outcome<null>>
  /**
   * Guarded. As `sendReferral`, as a file only the owner of this card can open. `fingerprint`: the digits that were compared
   * aloud. Refused with CARD_NOT_COMPARED when they are not this card's, or DEMO_REFUSED, besides.
   */
  sendReferralFile(
    input: HandingOut & { card: Uint8Array; fingerprint: string },
  ): Promise<Outcome<OutgoingFile>>
  /** Refused with REFERRAL_STEP_INVALID (the field in `at`), or what `referralBlocks` say. */
  noteReferral(input: { id: string; revision: number; event: ReferralEvent }): Promise<Outcome<null>>
  /** Opens a referral that another unit sent here; nothing of it is kept. Refused as `readReferralFile` does. */
  readReferral(bytes: Uint8Array): Promise<Outcome<Pick<ReadReferral, 'referral'> & { from: CardOnShow }>>
}
