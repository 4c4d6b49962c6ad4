import type { GroupPart } from '../../casework/activities/group-sessions.ts'
import type { Appointment } from '../../casework/appointments/appointment.ts'
import type { Assessment } from '../../casework/assessments/assessment.ts'
import type { PaperScore } from '../../casework/assessments/paper-score.ts'
import type { Client } from '../../casework/clients/client.ts'
import type { Consent } from '../../casework/consents/consent.ts'
import type { CrisisEpisode } from '../../casework/crisis/crisis-episode.ts'
import type { CriticalAlert } from '../../casework/crisis/critical-alert.ts'
import type { SafetyPlan } from '../../casework/crisis/safety-plan.ts'
import type { Disclosure } from '../../casework/disclosures/disclosure.ts'
import type { CaseStep } from '../../casework/files/case-standing.ts'
import type { FollowUp } from '../../casework/follow-ups/follow-up.ts'
import type { SessionNote } from '../../casework/notes/session-note.ts'
import type { ProcessingLine } from '../../casework/privacy/processing-log.ts'
import type { RequestStanding } from '../../casework/privacy/rights-register.ts'
import type { RightAsked, RightsCheck, RightsRequest } from '../../casework/privacy/rights-request.ts'
import type { EraseBlocked } from '../../casework/records/legal-retention.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Referral } from '../../casework/referrals/referral.ts'
import type { TierDecision } from '../../casework/tiers/tier-decision.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** A request as it stands today. */
export interface RightsRequestOnShow {
  request: Stored<RightsRequest>
  standing: RequestStanding
  /** What is still to be looked into before it can be met. */
  missing: RightsCheck[]
}

/** What a request is answered with; `entry` says why wherever it is not met. */
export interface RightsAnswer {
  id: string
  revision: number
  done: NonNullable<RightsRequest['answer']>['done']
  entry: string
}

/**
 * What a person gets of their own file. Not part of it: what a counsellor writes for themselves alone, what others told or
 * advised (clues, supervision), and mandatory reports, which may not warn whoever does the harm.
 */
export interface OwnCopy {
  request: Stored<RightsRequest>
  client: Client
  consents: Consent[]
  assessments: Assessment[]
  paperScores: PaperScore[]
  /** Signed ones. */
  notes: SessionNote[]
  alerts: CriticalAlert[]
  crises: CrisisEpisode[]
  safetyPlans: SafetyPlan[]
  decisions: TierDecision[]
  followUps: FollowUp[]
  referrals: Referral[]
  appointments: Appointment[]
  groups: GroupPart[]
  /** How the file was closed and opened again. */
  closures: CaseStep[]
  disclosures: Disclosure[]
}

export interface RightsApi {
  /** The room's register: those to answer first, the next due on top; then the answered ones, the newest first. */
  rightsRequests(): Promise<{
    requests: RightsRequestOnShow[]
    unreadable: number
    /** Names of the staff mentioned, by id. */
    staffNames: Record<string, string>
  }>
  /** One client's requests, what still keeps the file from being erased, and what was done with their data on what ground. */
  rightsOf(clientId: string): Promise<{
    requests: RightsRequestOnShow[]
    eraseBlocked: EraseBlocked | null
    processing: ProcessingLine[]
    answerWithinDays: Record<RightAsked, number>
    staffNames: Record<string, string>
  }>
  /** Refused with REQUEST_INVALID, the field in `at`, or REQUEST_AHEAD. */
  registerRequest(
    input: Pick<RightsRequest, 'asked' | 'askedBy' | 'askedOn' | 'words'> & { clientId: string },
  ): Promise<Outcome<{ id: string }>>
  /** Something that was looked into. Refused with REQUEST_INVALID or REQUEST_ANSWERED. */
  noteCheck(input: { id: string; revision: number; what: RightsCheck; note: string }): Promise<Outcome<null>>
  /**
   * Answers a request; a restriction that is met, or stands in for erasing, takes hold in the same save. Refused with what
   * `answerBlocks` names. A copy is handed over with `handOverCopy`, a file erased with `eraseOnRequest`.
   */
  answerRequest(answer: RightsAnswer): Promise<Outcome<null>>
  /** Meets a request for a copy: that it was handed over is on record with the answer, before there is anything to print. */
  handOverCopy(answer: RightsAnswer & { recipient: string }): Promise<Outcome<{ disclosure: string }>>
  /** The copy, to be printed or kept as a PDF; refused with REQUEST_COPY_MISSING until it is on record that it was handed over. */
  openOwnCopy(requestId: string): Promise<Outcome<OwnCopy>>
  /** Meets a request to erase: the file goes, and the register keeps that it did. Refused with RETENTION_NOT_OVER among others. */
  eraseOnRequest(answer: Omit<RightsAnswer, 'done'>): Promise<Outcome<{ records: number }>>
  /** Takes a restriction off again. Refused with REQUEST_INVALID. */
  liftRestriction(input: { id: string; revision: number; because: string }): Promise<Outcome<null>>
}
