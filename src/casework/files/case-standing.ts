import { z } from 'zod'
import { approvalSchema } from '../records/care-steps.ts'
import { stateAfter } from '../records/course.ts'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, noteSchema } from '../records/values.ts'
import { caseCourse } from './case-course.ts'

const taken = { by: idSchema, at: instantSchema }

export const closureReasons = [
  'goalsReached',
  'referralCompleted',
  'clientEnded',
  'lostContact',
  'movedAway',
  'died',
  'other',
] as const

export const caseStepSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('proposed'),
    ...taken,
    reason: z.enum(closureReasons),
    summary: noteSchema.min(5),
    /** Assessments that say how the client is now, beside the first ones. */
    outcomes: z.array(idSchema).max(20),
    aftercare: noteSchema,
    /** The day somebody asks after the client once more; null when that is not wanted. */
    aftercareDue: daySchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('approved'), ...taken, whom: approvalSchema, note: noteSchema }),
  z.strictObject({ kind: z.literal('sentBack'), ...taken, because: noteSchema.min(2) }),
  z.strictObject({ kind: z.literal('reopened'), ...taken, because: noteSchema.min(2) }),
])
export type CaseStep = z.infer<typeof caseStepSchema>

/** Whether a client's file is open, and how it came to be closed or opened again; a client has at most one. */
export const caseStandingSchema = z
  .strictObject({ clientId: idSchema, steps: z.array(caseStepSchema).min(1).max(200) })
  .refine(({ steps }) => stateAfter(caseCourse, steps) !== null, { path: ['steps'] })
export type CaseStanding = z.infer<typeof caseStandingSchema>

export const caseStandingKind: RecordKind<CaseStanding> = {
  table: 'caseStandings',
  domain: 'case',
  version: 1,
  schema: caseStandingSchema,
  clientOf: (standing) => standing.clientId,
  appends: ['steps'],
}
