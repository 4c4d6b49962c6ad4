import type { Course } from '../records/course.ts'

export const handOverStates = ['composed', 'given', 'taken', 'withdrawn'] as const
export type HandOverState = (typeof handOverStates)[number]

export type HandOverStepKind = 'given' | 'found' | 'taken' | 'withdrawn'

/** The course of a hand-over sheet: signed by who leaves, then by who comes. `found`: nobody left one, so who comes made it from the records. */
export const handOverCourse: Course<HandOverState, HandOverStepKind> = {
  begins: 'composed',
  steps: {
    given: { from: ['composed'], to: 'given' },
    found: { from: ['composed'], to: 'given' },
    taken: { from: ['given'], to: 'taken' },
    withdrawn: { from: ['given'], to: 'withdrawn' },
  },
}
