import type { Outcome } from '../../instruments/outcome.ts'
import { type Block, blockIf, unlessBlocked } from '../records/block.ts'
import { afterStep } from '../records/course.ts'
import type { Stored } from '../records/record.ts'
import type { Role } from '../staff/staff.ts'
import { type HandOverLists, missingFromSheet } from './compose-hand-over.ts'
import { handOverCourse } from './hand-over-course.ts'
import { type HandOverSheet, type HandOverStep, handOverState } from './hand-over-sheet.ts'
import { maySit } from './hotline-seats.ts'
import { type HotlineShift, shiftStanding } from './hotline-shift.ts'

export type HandOverBlock =
  | 'HOTLINE_ROLE_NEEDED'
  | 'STEP_NOT_OPEN'
  | 'NOT_YOUR_SHIFT'
  | 'SHIFT_NOT_OPEN'
  | 'SHIFT_NOT_LEFT'
  | 'HANDOVER_OUTDATED'
  | 'NOT_YOUR_HANDOVER'

type Content = Omit<HandOverSheet, 'steps'>

/**
 * What stands in the way of signing a sheet for a shift: `given` by who sat there, while the shift is open; `found` by anybody,
 * once the shift was left behind. `now`: what the records say at that moment.
 */
export function givingBlocks(
  sheet: Content,
  step: Extract<HandOverStep, { kind: 'given' | 'found' }>,
  { shift, now, roles }: { shift: HotlineShift; now: HandOverLists; roles: readonly Role[] },
): Block<HandOverBlock>[] {
  if (!maySit(roles)) return [{ code: 'HOTLINE_ROLE_NEEDED' }]
  const { state } = shiftStanding(shift)
  const missing = missingFromSheet(sheet, now).length
  return [
    ...(step.kind === 'given'
      ? [
          ...blockIf(step.by !== shift.staffId, 'NOT_YOUR_SHIFT'),
          ...blockIf(state !== 'open', 'SHIFT_NOT_OPEN'),
        ]
      : blockIf(shift.steps.at(-1)?.kind !== 'leftBehind', 'SHIFT_NOT_LEFT')),
    ...blockIf(missing > 0, 'HANDOVER_OUTDATED', { missing }),
  ]
}

/** The sheet with its first signature; refused with the first thing that stands in the way. */
export const giveHandOver = (
  sheet: Content,
  step: Parameters<typeof givingBlocks>[1],
  situation: Parameters<typeof givingBlocks>[2],
): Outcome<HandOverSheet> =>
  unlessBlocked(givingBlocks(sheet, step, situation), () => ({ ...sheet, steps: [step] }))

/** What stands in the way of taking a sheet on, or taking it back. */
export function takingBlocks(
  sheet: HandOverSheet,
  step: Extract<HandOverStep, { kind: 'taken' | 'withdrawn' }>,
  roles: readonly Role[],
): Block<HandOverBlock>[] {
  const state = handOverState(sheet)
  if (afterStep(handOverCourse, state, step.kind) === null)
    return [{ code: 'STEP_NOT_OPEN', detail: { state, step: step.kind } }]
  return [
    ...blockIf(!maySit(roles), 'HOTLINE_ROLE_NEEDED'),
    ...blockIf(step.kind === 'withdrawn' && step.by !== sheet.steps[0]?.by, 'NOT_YOUR_HANDOVER'),
  ]
}

/** The sheet after a step; refused with the first thing that stands in the way. */
export const takeHandOver = (
  sheet: HandOverSheet,
  step: Parameters<typeof takingBlocks>[1],
  roles: readonly Role[],
): Outcome<HandOverSheet> =>
  unlessBlocked(takingBlocks(sheet, step, roles), () => ({ ...sheet, steps: [...sheet.steps, step] }))

/** The sheets that lie at a seat and nobody has taken on, oldest first. */
export const unreadHandOvers = (
  sheets: readonly Stored<HandOverSheet>[],
  seat: number,
): Stored<HandOverSheet>[] =>
  sheets
    .filter(({ value }) => value.seat === seat && handOverState(value) === 'given')
    .toSorted((a, b) => Date.parse(a.value.composedAt) - Date.parse(b.value.composedAt))
