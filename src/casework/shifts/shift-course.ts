import type { Course } from '../records/course.ts'

export const shiftStates = ['unopened', 'emergency', 'open', 'handingOver', 'closed'] as const
export type ShiftState = (typeof shiftStates)[number]

export type ShiftStepKind =
  | 'opened'
  | 'calledFirst'
  | 'tookOver'
  | 'logged'
  | 'handedOver'
  | 'wentOn'
  | 'closed'
  | 'leftBehind'

/**
 * The course of a shift at a seat. A ringing phone is answered before anything is read: `calledFirst` always leads to work, and the
 * hand-over is then owed until `tookOver`.
 */
export const shiftCourse: Course<ShiftState, ShiftStepKind> = {
  begins: 'unopened',
  steps: {
    opened: { from: ['unopened'], to: 'open' },
    calledFirst: { from: ['unopened'], to: 'emergency' },
    tookOver: { from: ['emergency'], to: 'open' },
    logged: { from: ['emergency', 'open', 'handingOver'], to: 'stays' },
    // What was not read cannot be passed on.
    handedOver: { from: ['open'], to: 'handingOver' },
    wentOn: { from: ['handingOver'], to: 'open' },
    closed: { from: ['handingOver'], to: 'closed' },
    leftBehind: { from: ['emergency', 'open', 'handingOver'], to: 'closed' },
  },
}
