import type { CrisisClosingBlock } from '../../casework/crisis/crisis-blocks.ts'
import type { CrisisStepKind } from '../../casework/crisis/crisis-course.ts'
import type { CrisisEpisode, CrisisStep } from '../../casework/crisis/crisis-episode.ts'
import type { CrisisFollowUp, lateness } from '../../casework/crisis/crisis-follow-ups.ts'
import type { ApprovalWay } from '../../casework/crisis/crisis-open-steps.ts'
import type { CrisisStanding } from '../../casework/crisis/crisis-standing.ts'
import type { SafetyPlan } from '../../casework/crisis/safety-plan.ts'
import type { SafetyPlanDraft } from '../../casework/crisis/safety-plan-version.ts'
import type { Block } from '../../casework/records/block.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'

type Entered<Step> = Step extends unknown ? Omit<Step, 'by' | 'at'> : never

/** A step as somebody enters it; who and when is added by the room. */
export type CrisisStepEntry = Entered<CrisisStep>

/** What somebody begins an episode with; the rest begin with what was entered elsewhere. */
export type CrisisSeen = Extract<CrisisEpisode['from'], { kind: 'observed' | 'call' }>

/** A follow-up of an episode, and how late it is now. */
export interface CrisisFollowUpNow extends CrisisFollowUp {
  late: ReturnType<typeof lateness>
}

/** An episode as it stands now, for whoever asks. */
export interface CrisisOnShow {
  episode: Stored<CrisisEpisode>
  standing: CrisisStanding
  followUps: CrisisFollowUpNow[]
  /** The steps whoever asks may take. */
  open: CrisisStepKind[]
  /** How whoever asks can enter a supervisor's approval. */
  approval: ApprovalWay
  /** What stands in the way of closing. */
  closing: Block<CrisisClosingBlock>[]
  /** The follow-up that was missed without a supervisor knowing. */
  missed: CrisisFollowUp | null
}

export interface CrisisApi {
  /** One client's episodes: open ones first, then the closed; each the newest first. */
  crisisEpisodes(clientId: string): Promise<{
    episodes: CrisisOnShow[]
    /** Who can take one on, by name. */
    colleagues: { id: string; name: string }[]
    staffNames: Record<string, string>
    unreadable: number
  }>
  /**
   * Opens an episode for something that was observed, or told in a call by somebody who has a file here. Refused with ROLE_NEEDED,
   * CRISIS_OPEN_ALREADY (the open one in `at`), CRISIS_STEP_INVALID, or NOT_FOUND.
   */
  openCrisis(input: { clientId: string; from: CrisisSeen }): Promise<Outcome<{ id: string }>>
  /**
   * Enters what was done next. Refused with what stands in the way (`CrisisBlock`), CRISIS_STEP_INVALID (the field in `at`), or
   * UNKNOWN_STAFF when nobody who does casework here is meant.
   */
  takeCrisisStep(input: { id: string; revision: number; step: CrisisStepEntry }): Promise<Outcome<null>>
  /** One client's safety plans, the newest first: that one holds. */
  safetyPlans(clientId: string): Promise<{
    plans: Stored<SafetyPlan>[]
    /** By when a plan made today is to be looked at again, as a proposal. */
    proposedReview: string
    staffNames: Record<string, string>
    unreadable: number
  }>
  /** Makes the next version. Refused with ROLE_NEEDED, SAFETY_PLAN_CHANGED, REVIEW_NOT_AHEAD or SAFETY_PLAN_INCOMPLETE. */
  makeSafetyPlan(input: { clientId: string; plan: SafetyPlanDraft }): Promise<Outcome<{ id: string }>>
  /** Notes that the client has the page. */
  giveSafetyPlan(input: { id: string; revision: number }): Promise<Outcome<null>>
}
