import type { Course } from '../records/course.ts'

export const mandatoryReportStates = ['noticed', 'toReport', 'reported', 'closed'] as const
export type MandatoryReportState = (typeof mandatoryReportStates)[number]

export type MandatoryReportStepKind =
  | 'safetySeen'
  | 'described'
  | 'consulted'
  | 'dutyFound'
  | 'noDuty'
  | 'reported'
  | 'familyTold'
  | 'answered'
  | 'closed'
  | 'reopened'

const open = ['noticed', 'toReport', 'reported'] as const

/**
 * From the first sign of harm to the end of a report that the law demands. Whoever can report at once does, whatever is still
 * to be written; only closing has to wait for it.
 */
export const mandatoryReportCourse: Course<MandatoryReportState, MandatoryReportStepKind> = {
  begins: 'noticed',
  steps: {
    safetySeen: { from: open, to: 'stays' },
    described: { from: open, to: 'stays' },
    consulted: { from: open, to: 'stays' },
    dutyFound: { from: ['noticed'], to: 'toReport' },
    noDuty: { from: ['noticed', 'toReport'], to: 'closed' },
    reported: { from: open, to: 'reported' },
    familyTold: { from: open, to: 'stays' },
    answered: { from: ['reported'], to: 'stays' },
    closed: { from: ['reported'], to: 'closed' },
    reopened: { from: ['closed'], to: 'noticed' },
  },
}

/** The order a person is led through; `consulted`, `answered` and `reopened` come when they come. */
export const mandatoryReportOrder = [
  'safetySeen',
  'described',
  'dutyFound',
  'reported',
  'familyTold',
  'closed',
] as const satisfies readonly MandatoryReportStepKind[]
