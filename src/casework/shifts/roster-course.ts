import type { Course } from '../records/course.ts'

export const rosterStates = ['planned', 'swapAsked', 'cancelled'] as const
export type RosterState = (typeof rosterStates)[number]

export type RosterStepKind =
  | 'swapAsked'
  | 'swapTaken'
  | 'swapDeclined'
  | 'swapWithdrawn'
  | 'reassigned'
  | 'cancelled'

/** The course of a duty on the roster. While a swap is asked for, whoever had the duty still has it. */
export const rosterCourse: Course<RosterState, RosterStepKind> = {
  begins: 'planned',
  steps: {
    swapAsked: { from: ['planned'], to: 'swapAsked' },
    swapTaken: { from: ['swapAsked'], to: 'planned' },
    swapDeclined: { from: ['swapAsked'], to: 'planned' },
    swapWithdrawn: { from: ['swapAsked'], to: 'planned' },
    reassigned: { from: ['planned', 'swapAsked'], to: 'planned' },
    cancelled: { from: ['planned', 'swapAsked'], to: 'cancelled' },
  },
}
