import type { Course } from '../records/course.ts'

export const appointmentStates = ['planned', 'came', 'missed', 'cancelled'] as const
export type AppointmentState = (typeof appointmentStates)[number]
export type AppointmentStepKind = 'came' | 'missed' | 'cancelled' | 'takenBack'

/** What becomes of a time kept free; an entry made by mistake is taken back, and stays known. */
export const appointmentCourse: Course<AppointmentState, AppointmentStepKind> = {
  begins: 'planned',
  steps: {
    came: { from: ['planned'], to: 'came' },
    missed: { from: ['planned'], to: 'missed' },
    cancelled: { from: ['planned'], to: 'cancelled' },
    takenBack: { from: ['came', 'missed', 'cancelled'], to: 'planned' },
  },
}
