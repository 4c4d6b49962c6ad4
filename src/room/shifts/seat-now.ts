import type { Stored } from '../../casework/records/record.ts'
import { unreadHandOvers } from '../../casework/shifts/hand-over-blocks.ts'
import { type HandOverSheet, handOverState } from '../../casework/shifts/hand-over-sheet.ts'
import { type HotlineShift, shiftStanding } from '../../casework/shifts/hotline-shift.ts'
import { openingBlocks, runningShifts, type SeatSituation } from '../../casework/shifts/shift-blocks.ts'
import type { StaffMember } from '../../casework/staff/staff.ts'
import type { HandOverLine, SeatNow, ShiftLine } from '../contract/shifts.ts'
import type { KeptDuty } from './duty-times.ts'

/** A shift as a list shows it. */
const shiftLine = ({ id, value }: Stored<HotlineShift>): ShiftLine => ({
  id,
  seat: value.seat,
  staffId: value.staffId,
  ...shiftStanding(value),
})

/** A sheet as a list shows it. */
export const handOverLine = ({ id, value }: Stored<HandOverSheet>): HandOverLine => {
  const { seat, shift, composedAt, until, steps } = value
  return { id, seat, shift, composedAt, until, state: handOverState(value), givenBy: steps[0]?.by ?? '' }
}

/** Newest first. */
export const shiftLines = (shifts: readonly Stored<HotlineShift>[]): ShiftLine[] =>
  shifts.map(shiftLine).sort((a, b) => Date.parse(b.openedAt) - Date.parse(a.openedAt))

/** The seats in use, and those at which something is still to be read or somebody sits. */
export function seatsNow(
  situation: SeatSituation,
  duties: readonly KeptDuty[],
  { me, at }: { me: StaffMember; at: string },
): SeatNow[] {
  const running = runningShifts(situation.shifts)
  const past = shiftLines(situation.shifts).filter(({ state }) => state === 'closed')
  return situation.seats.seats.flatMap(({ number: seat, name, retired }) => {
    const here = running.filter(({ value }) => value.seat === seat)
    const unread = unreadHandOvers(situation.sheets, seat)
    if (retired && here.length === 0 && unread.length === 0) return []
    const blocks = openingBlocks({ seat, by: me.id, at, duty: null }, situation, me.roles)
    const isLeft = blocks.some(({ code }) => code === 'HANDOVER_MISSING')
    const ofSeat = duties.filter((duty) => duty.seat === seat)
    const begun = (duty: KeptDuty) => Date.parse(duty.from) <= Date.parse(at)
    return [
      {
        seat,
        name,
        running: here.map(shiftLine),
        onDuty: ofSeat.find(begun) ?? null,
        next: ofSeat.find((duty) => !begun(duty)) ?? null,
        unread: unread.map(handOverLine),
        left: isLeft ? (past.find((shift) => shift.seat === seat)?.id ?? null) : null,
        blocks,
      },
    ]
  })
}
