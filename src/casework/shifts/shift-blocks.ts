import type { Outcome } from '../../instruments/outcome.ts'
import { type Block, blockIf, unlessBlocked } from '../records/block.ts'
import { afterStep } from '../records/course.ts'
import type { Stored } from '../records/record.ts'
import type { Role } from '../staff/staff.ts'
import { type HandOverLists, missingFromSheet } from './compose-hand-over.ts'
import { unreadHandOvers } from './hand-over-blocks.ts'
import { type HandOverSheet, handOverState } from './hand-over-sheet.ts'
import { type HotlineSeats, isSeat, maySit } from './hotline-seats.ts'
import { type HotlineShift, type ShiftStep, shiftStanding } from './hotline-shift.ts'
import { shiftCourse } from './shift-course.ts'

export type ShiftBlock =
  | 'HOTLINE_ROLE_NEEDED'
  | 'SEAT_UNKNOWN'
  | 'SEAT_TAKEN'
  | 'ALREADY_SEATED'
  | 'HANDOVER_UNREAD'
  | 'HANDOVER_MISSING'
  | 'STEP_NOT_OPEN'
  | 'NOT_YOUR_SHIFT'
  | 'SHIFT_IS_YOURS'
  | 'HANDOVER_NOT_GIVEN'
  | 'HANDOVER_STANDS'
  | 'HANDOVER_OUTDATED'

/** What is known of the seats. */
export interface SeatSituation {
  seats: HotlineSeats
  shifts: readonly Stored<HotlineShift>[]
  sheets: readonly Stored<HandOverSheet>[]
}

/** Who sits down where. */
export interface SittingDown {
  seat: number
  by: string
  at: string
  /** The duty on the roster that it is; null for none. */
  duty: string | null
}

/** What is known when a shift under way is to take a step; `now`: what the records would put on its sheet at that moment. */
export interface ShiftSituation extends SeatSituation {
  now: HandOverLists
}

const isRunning = ({ value }: Stored<HotlineShift>): boolean => shiftStanding(value).state !== 'closed'

/** The shifts that have begun and not ended. */
export const runningShifts = (shifts: readonly Stored<HotlineShift>[]): Stored<HotlineShift>[] =>
  shifts.filter(isRunning)

const openedLast = (shifts: readonly Stored<HotlineShift>[]): Stored<HotlineShift> | undefined =>
  shifts
    .toSorted(
      (a, b) => Date.parse(shiftStanding(a.value).openedAt) - Date.parse(shiftStanding(b.value).openedAt),
    )
    .at(-1)

/** Whether a seat was left without a hand-over, and nobody has made one from the records since. */
function isUnaccountedFor(seat: number, { shifts, sheets }: SeatSituation): boolean {
  const last = openedLast(shifts.filter((shift) => shift.value.seat === seat && !isRunning(shift)))
  if (last?.value.steps.at(-1)?.kind !== 'leftBehind') return false
  return !sheets.some(({ value }) => value.shift === last.id && handOverState(value) !== 'withdrawn')
}

const readingBlocks = (seat: number, situation: SeatSituation): Block<ShiftBlock>[] => {
  const unread = unreadHandOvers(situation.sheets, seat).length
  return [
    ...blockIf(unread > 0, 'HANDOVER_UNREAD', { seat, unread }),
    ...blockIf(isUnaccountedFor(seat, situation), 'HANDOVER_MISSING', { seat }),
  ]
}

/** What stands in the way of opening a seat. A ringing phone needs none of it: see `afterStartCall`. */
export function openingBlocks(
  { seat, by }: SittingDown,
  situation: SeatSituation,
  roles: readonly Role[],
): Block<ShiftBlock>[] {
  if (!maySit(roles)) return [{ code: 'HOTLINE_ROLE_NEEDED' }]
  const running = runningShifts(situation.shifts)
  const own = running.find(({ value }) => value.staffId === by)
  return [
    ...blockIf(!isSeat(situation.seats, seat), 'SEAT_UNKNOWN'),
    ...(own === undefined ? [] : blockIf(true, 'ALREADY_SEATED', { seat: own.value.seat })),
    ...blockIf(
      running.some(({ value }) => value.seat === seat && value.staffId !== by),
      'SEAT_TAKEN',
      { seat },
    ),
    ...readingBlocks(seat, situation),
  ]
}

/** The hand-over of that seat that this person took on last and no shift has begun with yet; null for none. */
function takenOn(seat: number, by: string, { sheets, shifts }: SeatSituation): string | null {
  const begunWith = new Set(
    shifts.flatMap(({ value }) =>
      value.steps.flatMap((step) => (step.kind === 'opened' || step.kind === 'tookOver' ? [step.sheet] : [])),
    ),
  )
  const taken = sheets.filter(({ id, value }) => {
    const last = value.steps.at(-1)
    return value.seat === seat && last?.kind === 'taken' && last.by === by && !begunWith.has(id)
  })
  return (
    taken.toSorted((a, b) => Date.parse(a.value.composedAt) - Date.parse(b.value.composedAt)).at(-1)?.id ??
    null
  )
}

/** A new shift at a seat; refused with the first thing that stands in the way, HANDOVER_UNREAD while a hand-over lies there unread. */
export const openSeat = (
  sitting: SittingDown,
  situation: SeatSituation,
  roles: readonly Role[],
): Outcome<HotlineShift> =>
  unlessBlocked(openingBlocks(sitting, situation, roles), () => {
    const { seat, by, at, duty } = sitting
    const sheet = takenOn(seat, by, situation)
    return { seat, staffId: by, duty, steps: [{ kind: 'opened', by, at, sheet }] }
  })

/**
 * The shift that begins because the phone rang and "start call" was pressed; null when this person sits at a seat already. Nothing
 * stands in its way, ever; what was to be read is owed from then on.
 */
export function afterStartCall(
  { seat, by, at, duty }: SittingDown,
  shifts: readonly Stored<HotlineShift>[],
): HotlineShift | null {
  if (runningShifts(shifts).some(({ value }) => value.staffId === by)) return null
  return { seat, staffId: by, duty, steps: [{ kind: 'calledFirst', by, at }] }
}

/** A step of a shift that is under way. What `tookOver` rests on is found, not told. */
export type ShiftStepTaken =
  | Exclude<ShiftStep, { kind: 'opened' | 'calledFirst' | 'tookOver' }>
  | {
      kind: 'tookOver'
      by: string
      at: string
    }

/** What stands in the way of a step of a shift under way. */
export function shiftBlocks(
  { id, value: shift }: Stored<HotlineShift>,
  step: ShiftStepTaken,
  situation: ShiftSituation,
  roles: readonly Role[],
): Block<ShiftBlock>[] {
  const { state, sheet } = shiftStanding(shift)
  if (!maySit(roles)) return [{ code: 'HOTLINE_ROLE_NEEDED' }]
  if (afterStep(shiftCourse, state, step.kind) === null)
    return [{ code: 'STEP_NOT_OPEN', detail: { state, step: step.kind } }]
  if (step.kind === 'leftBehind') return blockIf(step.by === shift.staffId, 'SHIFT_IS_YOURS')
  if (step.by !== shift.staffId) return [{ code: 'NOT_YOUR_SHIFT' }]
  const sheetOf = (sought: string | null) =>
    situation.sheets.find((one) => one.id === sought && one.value.shift === id)?.value
  switch (step.kind) {
    case 'tookOver':
      return readingBlocks(shift.seat, situation)
    case 'handedOver': {
      const given = sheetOf(step.sheet)
      return blockIf(given === undefined || handOverState(given) !== 'given', 'HANDOVER_NOT_GIVEN')
    }
    case 'wentOn': {
      // One that was taken on stays, and another one follows.
      const before = sheetOf(sheet)
      return blockIf(before !== undefined && handOverState(before) === 'given', 'HANDOVER_STANDS')
    }
    case 'closed': {
      const given = sheetOf(sheet)
      const missing = given === undefined ? 0 : missingFromSheet(given, situation.now).length
      return [
        ...blockIf(given === undefined, 'HANDOVER_NOT_GIVEN'),
        ...blockIf(missing > 0, 'HANDOVER_OUTDATED', { missing }),
      ]
    }
    default:
      return []
  }
}

/** The shift after a step; refused with the first thing that stands in the way. */
export const takeShiftStep = (
  shift: Stored<HotlineShift>,
  step: ShiftStepTaken,
  situation: ShiftSituation,
  roles: readonly Role[],
): Outcome<HotlineShift> =>
  unlessBlocked(shiftBlocks(shift, step, situation, roles), () => {
    const { value } = shift
    const { seat, staffId } = value
    const taken: ShiftStep =
      step.kind === 'tookOver' ? { ...step, sheet: takenOn(seat, staffId, situation) } : step
    return { ...value, steps: [...value.steps, taken] }
  })
