import type { Approval } from '../../casework/records/approval-blocks.ts'
import type { TierDecision } from '../../casework/tiers/tier-decision.ts'
import type { TierProposal } from '../../casework/tiers/tier-proposal.ts'
import type { Outcome, Refusal } from '../../instruments/outcome.ts'

/** What it would take the person at work to decide a tier. */
export interface TierChoice {
  /** Everything that stands in the way, apart from who has to agree. */
  blocks: Refusal[]
  /** Whose agreement it rests on: nobody's, that of whoever asks, of a supervisor here, or of one from outside. */
  agreement: 'notNeeded' | 'mine' | 'supervisorHere' | 'outside'
}

export interface TiersApi {
  tierChoice(choice: Pick<TierDecision, 'clientId' | 'tier'>): Promise<TierChoice>
  /**
   * Decides a tier, plans the follow-ups it asks for unless the file is closed, and answers the proposals it settles. Refused with
   * REASON_NEEDED, FILE_KEPT_ONLY, or as `loweringBlocks` says; `approval` is that of a supervisor from outside.
   */
  decideTier(
    input: Pick<TierDecision, 'clientId' | 'tier' | 'reason'> & { approval?: Approval },
  ): Promise<Outcome<null>>
  /**
   * Asks a supervisor here to lower a client's tier from priority. Refused with PROPOSAL_NOT_NEEDED, PROPOSAL_OPEN, REASON_NEEDED,
   * FILE_KEPT_ONLY, or with the first thing that stands in the supervisor's way too.
   */
  proposeTier(input: Pick<TierProposal, 'clientId' | 'tier' | 'reason'>): Promise<Outcome<null>>
  /** Supervisors only. Refused with SUPERVISOR_NEEDED, PROPOSAL_ANSWERED or REASON_NEEDED. */
  declineTierProposal(input: { id: string; revision: number; because: string }): Promise<Outcome<null>>
  /** Whoever proposed it takes it back. Refused with NOT_PROPOSER or PROPOSAL_ANSWERED. */
  withdrawTierProposal(input: { id: string; revision: number }): Promise<Outcome<null>>
}
