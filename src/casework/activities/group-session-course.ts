import type { Course } from '../records/course.ts'

export const groupSessionStates = ['planned', 'held', 'cancelled'] as const
export type GroupSessionState = (typeof groupSessionStates)[number]
export const groupSessionStepKinds = ['planned', 'held', 'corrected', 'cancelled'] as const
export type GroupSessionStepKind = (typeof groupSessionStepKinds)[number]

/** What becomes of one session of a group; it begins by being planned, and what was entered about it is corrected, never rewritten. */
export const groupSessionCourse: Course<GroupSessionState, GroupSessionStepKind> = {
  begins: 'planned',
  steps: {
    // Planned again: at another time, or after it was cancelled.
    planned: { from: ['planned', 'cancelled'], to: 'planned' },
    held: { from: ['planned'], to: 'held' },
    corrected: { from: ['held'], to: 'stays' },
    cancelled: { from: ['planned'], to: 'cancelled' },
  },
}
