import type { Course } from '../records/course.ts'

export const caseStates = ['open', 'closing', 'closed'] as const
export type CaseState = (typeof caseStates)[number]
export type CaseStepKind = 'proposed' | 'approved' | 'sentBack' | 'reopened'

/** A file is closed when a supervisor agrees to it, and can be opened again with all that stands in it. */
export const caseCourse: Course<CaseState, CaseStepKind> = {
  begins: 'open',
  steps: {
    proposed: { from: ['open'], to: 'closing' },
    approved: { from: ['closing'], to: 'closed' },
    sentBack: { from: ['closing'], to: 'open' },
    reopened: { from: ['closed'], to: 'open' },
  },
}
