import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, noteSchema } from '../records/values.ts'

export const followUpModes = ['inRoom', 'phone', 'visit', 'message'] as const

/** What came of a follow-up; with `notReached` it is tried again, as another one. */
const followUpResultSchema = z.strictObject({
  doneBy: idSchema,
  doneAt: instantSchema,
  mode: z.enum(followUpModes),
  reached: z.enum(['reached', 'familyReached', 'notReached']),
  /** Was the client asked about danger again, and what did they say. */
  askedAgain: z.enum(['none', 'thoughts', 'plan', 'notAsked']),
  entry: noteSchema.min(2),
})

/** Another tier was decided, the file was closed, the client no longer wants to be contacted, or somebody says why. */
const cancelledForSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tier'), decision: idSchema }),
  z.strictObject({ kind: z.literal('closure'), closure: idSchema }),
  z.strictObject({ kind: z.literal('withdrawal'), consent: idSchema }),
  z.strictObject({ kind: z.literal('person'), note: noteSchema.min(2) }),
])

/** That somebody looks after a client on a day: planned by the tier, or by a person. */
export const followUpSchema = z.strictObject({
  clientId: idSchema,
  due: daySchema,
  why: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('tier'), decision: idSchema }),
    z.strictObject({ kind: z.literal('person'), note: noteSchema.min(2) }),
    z.strictObject({ kind: z.literal('aftercare'), closure: idSchema }),
  ]),
  plannedBy: idSchema,
  plannedAt: instantSchema,
  result: followUpResultSchema.nullable(),
  cancelled: z.strictObject({ by: idSchema, at: instantSchema, because: cancelledForSchema }).nullable(),
})
export type FollowUp = z.infer<typeof followUpSchema>

export const followUpKind: RecordKind<FollowUp> = {
  table: 'followUps',
  domain: 'case',
  version: 1,
  schema: followUpSchema,
  clientOf: (followUp) => followUp.clientId,
  changeable: ({ result, cancelled }) =>
    result === null && cancelled === null ? ['result', 'cancelled', 'due'] : [],
}
