import type { Block } from '../../casework/records/block.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { HandOverLists } from '../../casework/shifts/compose-hand-over.ts'
import type { HandOverState } from '../../casework/shifts/hand-over-course.ts'
import type { HandOverSheet } from '../../casework/shifts/hand-over-sheet.ts'
import type { HotlineShift, ShiftStanding } from '../../casework/shifts/hotline-shift.ts'
import type { RosterDuty } from '../../casework/shifts/roster-duty.ts'
import type { ShiftBlock, ShiftStepTaken } from '../../casework/shifts/shift-blocks.ts'
import type { Outcome } from '../../instruments/outcome.ts'

type Entered<Step> = Step extends unknown ? Omit<Step, 'by' | 'at'> : never

/** A step of a shift as somebody enters it; the hand-over has commands of its own. */
export type ShiftStepEntry = Entered<Exclude<ShiftStepTaken, { kind: 'handedOver' | 'wentOn' }>>

/** A shift as it stands in a list. */
export interface ShiftLine extends ShiftStanding {
  id: string
  seat: number
  staffId: string
}

/** A sheet as it stands in a list. */
export interface HandOverLine extends Pick<HandOverSheet, 'seat' | 'shift' | 'composedAt' | 'until'> {
  id: string
  state: HandOverState
  givenBy: string
}

/** Somebody's time on the roster. */
export type DutyTime = Pick<RosterDuty, 'staffId' | 'from' | 'until'>

/** A seat as it is now. */
export interface SeatNow {
  seat: number
  name: string
  /** Whoever sits there; more than one only where a ringing phone was answered before anything was read. */
  running: ShiftLine[]
  /** Who is on the roster now, and who comes after. */
  onDuty: DutyTime | null
  next: DutyTime | null
  /** Hand-overs that nobody has taken on, oldest first. */
  unread: HandOverLine[]
  /** The shift that was left behind without a hand-over; null when there is none. */
  left: string | null
  /** What stands in the way of whoever asks opening it. */
  blocks: Block<ShiftBlock>[]
}

/** The files that crises on a sheet are about, by id of the episode; nothing for who may not open files. */
export type CrisisFiles = Record<string, { clientId: string; fileNumber: string }>

/** A shift with what follows from it. */
export interface ShiftOnShow {
  shift: Stored<HotlineShift>
  standing: ShiftStanding
  seatName: string
  isMine: boolean
  /** The sheets made for it, newest first. */
  sheets: HandOverLine[]
  /** The hand-overs that lie at its seat unread. */
  unread: HandOverLine[]
  /** The calls taken in it, oldest first. */
  calls: { id: string; number: string; startedAt: string }[]
  /** What stands in the way of whoever asks taking over, and of closing. */
  takingOver: Block<ShiftBlock>[]
  closing: Block<ShiftBlock>[]
  staffNames: Record<string, string>
}

/** What a sheet would say now, and what is proposed for the rest. */
export interface ComposedHandOver
  extends HandOverLists,
    Pick<HandOverSheet, 'seat' | 'composedAt' | 'until'> {
  seatName: string
  supervisor: string
  equipment: string
  files: CrisisFiles
  /** Whether crises of clients of the room stand on it: only who may open files puts them there. */
  knowsCrises: boolean
}

/** How a signature on a sheet stands. */
export type SignatureState = 'holds' | 'broken' | 'unsigned'

/** A sheet with what follows from it. */
export interface HandOverOnShow {
  sheet: Stored<HandOverSheet>
  state: HandOverState
  seatName: string
  /** Of each step, in their order. */
  signatures: SignatureState[]
  files: CrisisFiles
  mayTake: boolean
  /** The shift of whoever asks that is under way; null when they sit nowhere. */
  ownShift: string | null
  staffNames: Record<string, string>
}

export interface ShiftsApi {
  /** The seats as they are now, and the last shifts, newest first. */
  shiftBoard(): Promise<{
    seats: SeatNow[]
    recent: ShiftLine[]
    /** The shift of whoever asks that is under way. */
    own: string | null
    staffNames: Record<string, string>
    unreadable: number
  }>
  /** Rejects with NOT_FOUND or NO_KEY. */
  shift(id: string): Promise<ShiftOnShow>
  /** Opens a seat. Refused with what stands in the way: HANDOVER_UNREAD while a hand-over lies there unread. */
  openSeat(input: { seat: number }): Promise<Outcome<{ id: string }>>
  /** Refused with what stands in the way (`ShiftBlock`), or SHIFT_INVALID (the field in `at`). */
  takeShiftStep(input: { id: string; revision: number; step: ShiftStepEntry }): Promise<Outcome<null>>
  /** Goes on with a shift that was handed over already; a sheet that nobody took on is taken back. */
  goOn(input: { id: string; revision: number; because: string }): Promise<Outcome<null>>
  /** What a sheet for this shift would say; `until`: when the next shift ends, null for the proposal. Rejects with NOT_FOUND or NO_KEY. */
  composeHandOver(input: { shiftId: string; until: string | null }): Promise<ComposedHandOver>
  /** Rejects with NOT_FOUND or NO_KEY. */
  handOver(id: string): Promise<HandOverOnShow>
  /**
   * Signs a sheet as it was read: of one's own shift, or, with `because`, of one that was left behind. Refused with what stands in the
   * way (`HandOverBlock`): HANDOVER_OUTDATED when something has come up since; or SHIFT_INVALID (the field in `at`).
   */
  giveHandOver(input: {
    shiftId: string
    revision: number
    sheet: Omit<HandOverSheet, 'seat' | 'shift' | 'steps'>
    because: string | null
  }): Promise<Outcome<{ id: string }>>
  /** Signs that a sheet was read and is taken on; a shift that owed it has then taken over. */
  takeHandOver(input: { id: string; revision: number }): Promise<Outcome<null>>
}
