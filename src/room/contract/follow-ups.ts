import type { FollowUp } from '../../casework/follow-ups/follow-up.ts'
import type { FollowUpIntervals } from '../../casework/follow-ups/follow-up-intervals.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { Tier } from '../../tiering/tier.ts'

export interface FollowUpShelf {
  /** Those that are left, the next due first. */
  left: Stored<FollowUp>[]
  /** Those that were done or cancelled, the newest first. */
  past: Stored<FollowUp>[]
  /** What the tier that holds asks for; null while none was decided, or the file is closed. */
  plan: ({ tier: Tier; proposed: boolean } & FollowUpIntervals['tiers'][Tier]) | null
  unreadable: number
  /** Names of the staff mentioned, by id. */
  staffNames: Record<string, string>
}

export interface FollowUpsApi {
  followUps(clientId: string): Promise<FollowUpShelf>
  /**
   * Plans one for a reason of one's own. Refused with ROLE_NEEDED, FILE_KEPT_ONLY, CONSENT_NEEDED when the client did not agree
   * to be contacted, DUE_DAY_PAST, DUE_DAY_TOO_FAR, or FOLLOW_UP_INVALID (the field in `at`).
   */
  planFollowUp(input: { clientId: string; due: string; note: string }): Promise<Outcome<{ id: string }>>
  /**
   * What came of a follow-up, with what follows from it in the same breath: the next one (`next`, its day) and the crisis it came
   * upon (`crisis`: `opened`, or `joined` to the one that is open). Refused with ROLE_NEEDED, FOLLOW_UP_INVALID or RECORD_CLOSED.
   */
  noteFollowUp(input: {
    id: string
    revision: number
    result: Pick<NonNullable<FollowUp['result']>, 'mode' | 'reached' | 'askedAgain' | 'entry'>
  }): Promise<Outcome<{ next: string | null; crisis: 'opened' | 'joined' | null }>>
  /** Refused with ROLE_NEEDED, REASON_NEEDED or RECORD_CLOSED. */
  cancelFollowUp(input: { id: string; revision: number; reason: string }): Promise<Outcome<null>>
}
