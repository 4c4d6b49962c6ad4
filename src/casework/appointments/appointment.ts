import { z } from 'zod'
import { stateAfter } from '../records/course.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, noteSchema } from '../records/values.ts'
import { type AppointmentState, appointmentCourse } from './appointment-course.ts'

export const appointmentKinds = ['session', 'assessment', 'followUp', 'family', 'other'] as const

/** What became of it; `note`: why it was cancelled, or what is known of why nobody came. */
const appointmentStepSchema = z.strictObject({
  kind: z.enum(['came', 'missed', 'cancelled', 'takenBack']),
  by: idSchema,
  at: instantSchema,
  note: noteSchema,
})

/** A time kept free for a client, or for something that is about none. */
export const appointmentSchema = z
  .strictObject({
    clientId: idSchema.nullable(),
    staffId: idSchema,
    startsAt: instantSchema,
    minutes: z.int().min(5).max(600),
    kind: z.enum(appointmentKinds),
    place: z.string().trim().max(100),
    note: noteSchema,
    steps: z.array(appointmentStepSchema).max(50),
  })
  .refine(({ steps }) => stateAfter(appointmentCourse, steps) !== null, { path: ['steps'] })
export type Appointment = z.infer<typeof appointmentSchema>

/** Where an appointment stands. */
export const appointmentState = ({ steps }: Pick<Appointment, 'steps'>): AppointmentState =>
  stateAfter(appointmentCourse, steps) ?? 'planned'

export const appointmentKind: RecordKind<Appointment> = {
  table: 'appointments',
  domain: 'schedule',
  version: 1,
  schema: appointmentSchema,
  // Sealed under the domain alone: the desk that plans the week holds no client's key.
  clientOf: () => null,
  indexes: { client: ({ clientId }) => clientId },
  goesWith: ({ clientId }) => clientId,
  changeable: (appointment) =>
    appointmentState(appointment) === 'planned'
      ? ['staffId', 'startsAt', 'minutes', 'kind', 'place', 'note']
      : [],
  appends: ['steps'],
}
