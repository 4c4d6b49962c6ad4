import type { CrisisFollowUp, lateness } from '../../casework/crisis/crisis-follow-ups.ts'
import type { ApprovalWay } from '../../casework/crisis/crisis-open-steps.ts'
import type { CallClosingBlock } from '../../casework/hotline/call-closing.ts'
import type { CallStepKind } from '../../casework/hotline/call-course.ts'
import type { CallGuide } from '../../casework/hotline/call-guide.ts'
import type { ShownPoint } from '../../casework/hotline/call-review.ts'
import type { CallRules } from '../../casework/hotline/call-rules.ts'
import type { CallStanding } from '../../casework/hotline/call-standing.ts'
import type { CallStep } from '../../casework/hotline/call-step.ts'
import type { CallTransfer, TransferGround } from '../../casework/hotline/call-transfer.ts'
import type { HotlineCall } from '../../casework/hotline/hotline-call.ts'
import type { QuickDial } from '../../casework/hotline/quick-dial.ts'
import type { Block } from '../../casework/records/block.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** What the worker fills in while the call goes on; the rest is kept by the room. What is done is entered as steps. */
export type CallEntry = Omit<
  HotlineCall,
  'startedAt' | 'endedAt' | 'worker' | 'followUp' | 'steps' | 'actions' | 'number' | 'seat'
>

type Entered<Step> = Step extends unknown ? Omit<Step, 'by' | 'at'> : never

/** A step as somebody enters it; who and when is added by the room. A call ends by `endCall`, moves by `transferCall`, is carried on by `answerTransfer`. */
export type CallStepEntry = Entered<
  Exclude<CallStep, { kind: 'ended' | 'transferred' | 'carriedOn' | 'reviewed' }>
>

/** A review as a supervisor enters it; by which checklist is added by the room. */
export type CallReviewEntry = Omit<
  Extract<CallStep, { kind: 'reviewed' }>,
  'kind' | 'by' | 'at' | 'checklist'
>

/** A follow-up of a call, and how late it is now. */
export interface CallFollowUpNow extends CrisisFollowUp {
  late: ReturnType<typeof lateness>
}

/** A call as it stands now, for whoever asks. */
export interface CallOnShow {
  call: Stored<HotlineCall>
  standing: CallStanding
  followUps: CallFollowUpNow[]
  /** The steps whoever asks may take. */
  open: CallStepKind[]
  /** How whoever asks can enter a supervisor's approval. */
  approval: ApprovalWay
  /** What stands in the way of closing; of a call that goes on, as it would be if it ended now. */
  closing: Block<CallClosingBlock>[]
  /** What the record shows of each point of the checklist by itself. */
  shown: ShownPoint[]
  /** Whose call this is, by whoever asks: they took it or took it on. */
  isMine: boolean
  /** Who can take it on, by name. */
  colleagues: { id: string; name: string }[]
  staffNames: Record<string, string>
}

/** By what calls are taken in this room. */
export interface HotlineRules {
  rules: CallRules
  guide: CallGuide
  quickDial: QuickDial
  /** The change that the numbers to dial are in force by, as `adoptRoomRules` wants it in `replaces`; null for the proposal. */
  quickDialId: string | null
  mayChangeQuickDial: boolean
}

/** A call that somebody is worried about, for a supervisor to look at now. */
export interface CallAlert {
  callId: string
  /** Empty for calls from before they were numbered. */
  number: string
  seat: number | null
  since: string
  by: string
  because: string
  running: boolean
}

/** A call on its way into a file, for those who keep files. */
export interface TransferOnShow {
  transfer: Stored<CallTransfer>
  /** The episode that a new file would begin with has something in it: there was danger. */
  inDanger: boolean
}

/** Into whose file a call goes; `called`: what somebody without a file yet is to be called, where they gave no name. */
export type TransferInto = { kind: 'new'; called: string } | { kind: 'existing'; clientId: string }

type StoredCall = Promise<Outcome<Stored<HotlineCall>>>

export interface HotlineApi {
  /** By what calls are taken, and the words beside the form. */
  hotlineRules(): Promise<HotlineRules>
  /** A call as it stands; being read is entered in the audit trail. Refused with NOT_FOUND. */
  openCall(id: string): Promise<Outcome<CallOnShow>>
  /**
   * Begins a call with its number, and a shift where whoever starts it sits at no seat yet. `seat` left out: where they sit, else the first seat that is
   * free. Nothing stands in its way but a role without the hotline (HOTLINE_ROLE_NEEDED).
   */
  startCall(seat?: number | null): StoredCall
  /**
   * Keeps what stands in the form. `revision` is the one this form was opened or saved with last: steps taken meanwhile do not count as a
   * change of the form. Refused with CONFLICT when somebody else changed a field, CALL_ENDED.
   */
  saveCall(input: { id: string; revision: number; entry: CallEntry }): StoredCall
  /**
   * Ends the call, and closes it in the same breath where nothing is left to do. Refused with CALL_INCOMPLETE and `detail.missing` (`CallMissing`
   * names, comma-separated), CONFLICT, CALL_ENDED.
   */
  endCall(input: { id: string; revision: number; entry: CallEntry }): StoredCall
  /**
   * Enters what was done next, also while the call goes on and by a second worker: `revision` null takes it whatever else was entered
   * meanwhile. Refused with what stands in the way (`CallBlock`), CALL_STEP_INVALID (the field in `at`), or UNKNOWN_STAFF.
   */
  takeCallStep(input: { id: string; revision: number | null; step: CallStepEntry }): StoredCall
  /** A supervisor's look at a call, point by point. Refused as `takeCallStep`, with REVIEW_POINTS or REVIEW_NOTE_NEEDED. */
  reviewCall(input: { id: string; revision: number; review: CallReviewEntry }): StoredCall
  /** Of calls from before there were steps: what came of calling back or checking. */
  recordFollowUp(input: { id: string; revision: number; entry: string }): StoredCall

  /** What a supervisor was asked to look at and has not answered, the newest first; none for others. */
  callAlerts(): Promise<CallAlert[]>

  /** Sends a call on to those who keep files, with what the ground covers and nothing else. Refused with TRANSFER_INVALID (the field in `at`), or as a step. */
  transferCall(input: {
    id: string
    revision: number
    ground: TransferGround
  }): Promise<Outcome<{ transferId: string }>>
  /** Calls that wait to be put into a file, the oldest first; none for who keeps no files. */
  callTransfers(): Promise<{
    transfers: TransferOnShow[]
    staffNames: Record<string, string>
    unreadable: number
  }>
  /**
   * Puts a call into a new file or one that is there, with a crisis episode where there was danger, and says so in the call. Refused with
   * ROLE_NEEDED, TRANSFER_ANSWERED, CLIENT_INVALID, ENTRY_NEEDED, NOT_FOUND.
   */
  takeTransfer(input: {
    id: string
    revision: number
    into: TransferInto
    /** What is noted of the talk in the file's crisis episode; asked for where there was danger. */
    said: string
  }): Promise<Outcome<{ clientId: string; episodeId: string | null }>>
  /** Says why a call belongs in no file. Refused with ROLE_NEEDED, TRANSFER_ANSWERED, REASON_NEEDED. */
  declineTransfer(input: { id: string; revision: number; because: string }): Promise<Outcome<null>>
}
