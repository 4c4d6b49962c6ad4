import type { Caller } from '../../casework/callers/caller.ts'
import type { CallerNumber } from '../../casework/callers/caller-number.ts'
import type { CallerPattern } from '../../casework/callers/caller-pattern.ts'
import type { CallerPlan, CallerPlanDraft } from '../../casework/callers/caller-plan.ts'
import type { CallBoard } from '../../casework/hotline/call-board.ts'
import type { CallQuery } from '../../casework/hotline/call-index.ts'
import type { CallLine } from '../../casework/hotline/call-line.ts'
import type { CallSummary } from '../../casework/hotline/call-summary.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/** What every answer about many calls says besides. */
interface AmongCalls {
  /** Calls that could not be read. */
  unreadable: number
  /** Names of the staff mentioned, by id. */
  staffNames: Record<string, string>
}

export interface CallsFound extends AmongCalls {
  /** The newest first, the first hundred. */
  lines: CallLine[]
  /** How many there are. */
  total: number
  /** How many calls there are altogether. */
  all: number
}

export interface BoardOnShow extends AmongCalls, CallBoard {
  /** Mean, shares and heat map are of so many days, today included. */
  days: number
}

/** Days, both included. */
export interface Period {
  from: string
  until: string
}

export interface SummaryOnShow extends CallSummary {
  unreadable: number
  /** When it was added up. */
  at: string
}

/** Somebody who calls again, on one line. */
export interface CallerLine {
  id: string
  alias: string
  /** Null before the first call that is theirs. */
  pattern: CallerPattern | null
  /** The day of the newest week with five calls or more; null for never. */
  frequentSince: string | null
  /** The plan that holds. */
  plan: { reviewBy: string; reviewDue: boolean } | null
}

export interface CallersOnShow {
  /** Who called last first. */
  callers: CallerLine[]
  unreadable: number
}

export interface CallerOnShow extends CallerLine {
  caller: Stored<Caller>
  /** Their calls, the newest first. */
  lines: CallLine[]
  /** Every version of the plan, the newest first. */
  plans: Stored<CallerPlan>[]
  staffNames: Record<string, string>
}

/** Somebody whom an alias or a number may mean. */
export interface KnownCaller {
  id: string
  alias: string
  /** The call is among theirs already. */
  isTheirs: boolean
  /** They chose a word besides, and it was not said: of their calls nothing is told. */
  wordNeeded: boolean
  /** Their calls apart from this one; null when there is nothing to tell. */
  pattern: CallerPattern | null
  /** The plan that holds; null for none, or when nothing is told. */
  plan: Pick<CallerPlan, 'need' | 'helps' | 'approach' | 'agreement' | 'minutes' | 'callsADay'> | null
}

export interface NumberFound {
  callers: KnownCaller[]
  /** Calls from this number that nobody claimed by an alias, apart from this one; null for none. */
  calls: CallerPattern | null
}

/** The number of a call, without the number. */
export interface NumberOnShow
  extends Pick<CallerNumber, 'callBack' | 'recognise' | 'takenBy' | 'takenAt' | 'shown' | 'withdrawn'> {
  id: string
  revision: number
  /** Why it is not shown to whoever is at work; the use is there when nothing stands in the way. */
  blocks: Record<CallerNumber['shown'][number]['use'], string[]>
  staffNames: Record<string, string>
}

/** The hotline's calls and callers. Everything asks for the hotline's key. */
export interface CallersApi {
  searchCalls(query: CallQuery): Promise<CallsFound>
  callBoard(input: { days: number }): Promise<BoardOnShow>
  /** Exact counts for the room's own print. */
  callSummary(period: Period): Promise<SummaryOnShow>

  /** Whose alias is written or sounds like this, in part; everybody for an empty text. Not those who want to be unknown again. */
  callers(text: string): Promise<CallersOnShow>
  /** Entered in the trail. Refused with CALLER_FORGOTTEN. */
  openCaller(id: string): Promise<Outcome<CallerOnShow>>
  /** Whom an alias may mean, however it is written; those who chose the word that was said first. */
  recogniseByAlias(input: { alias: string; word: string; callId: string }): Promise<KnownCaller[]>
  /**
   * Whom a number may mean, found by its blind index; every look-up is entered in the trail. Refused with
   * CALLER_CONSENT_NEEDED unless whoever calls now agreed to it, HOTLINE_ROLE_NEEDED or NOT_A_NUMBER.
   */
  recogniseByNumber(input: {
    number: string
    consent: boolean
    callId: string
  }): Promise<Outcome<NumberFound>>
  /** Puts a call with the others of somebody. Refused with CALLER_FORGOTTEN or CALL_OF_ANOTHER_CALLER (the caller's id in `at`). */
  addCallToCaller(input: {
    callerId: string
    callId: string
    known: 'alias' | 'number'
  }): Promise<Outcome<null>>
  /** Refused with CALLER_CONSENT_NEEDED, ALIAS_NEEDED, CALLER_INVALID (the field in `at`) or CALL_OF_ANOTHER_CALLER. */
  newCaller(input: {
    alias: string
    word: string
    agreed: boolean
    callId: string
  }): Promise<Outcome<{ id: string }>>
  /** Refused with CALLER_FORGOTTEN, ALIAS_NEEDED or CALLER_INVALID (the field in `at`). */
  changeCaller(input: { id: string; revision: number; alias: string; word: string }): Promise<Outcome<null>>
  /** They want to be unknown again: neither alias nor number finds them any more, and the plan ends. */
  forgetCaller(input: { id: string; revision: number }): Promise<Outcome<null>>
  /** The next version of a plan; refused as `nextCallerPlan` says, or with CALLER_FORGOTTEN. */
  saveCallerPlan(input: { callerId: string; plan: CallerPlanDraft }): Promise<Outcome<null>>

  /** Null when none was taken. */
  callerNumber(callId: string): Promise<NumberOnShow | null>
  /** Takes the number of a call, in place of one that was noted wrongly. Refused with HOTLINE_ROLE_NEEDED or NOT_A_NUMBER. */
  takeCallerNumber(input: {
    callId: string
    number: string
    callBack: boolean
    recognise: boolean
  }): Promise<Outcome<null>>
  /** Enters who sees it and what for, then gives it. Refused as `showingBlocks` say. */
  showCallerNumber(input: {
    id: string
    revision: number
    use: CallerNumber['shown'][number]['use']
  }): Promise<Outcome<{ number: string }>>
  /** The number is gone for good; what was agreed to and shown stays. */
  takeBackCallerNumber(input: { id: string; revision: number }): Promise<Outcome<null>>

  /** The last day a call has to be kept: at least three years from when it was last written to. */
  callKept(id: string): Promise<Outcome<{ until: string }>>
}
