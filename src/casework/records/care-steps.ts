import { z } from 'zod'
import { responseLevelSchema } from '../crisis/response-level.ts'
import { daySchema, idSchema, instantSchema, nameSchema, noteSchema } from './values.ts'

/** Who took a step, and when. */
export const taken = { by: idSchema, at: instantSchema }
export const toldSchema = noteSchema.min(2)

/** Whose approval it is: a supervisor who signed in, or one outside who was asked, by name and day. */
export const approvalSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('here') }),
  z.strictObject({ kind: z.literal('outside'), name: nameSchema, day: daySchema }),
])

/** `intended` is not `done`, and `done` is not yet `verified`. */
export const actionStates = ['intended', 'done', 'verified'] as const

/** What happens alike wherever somebody in danger is looked after: in a crisis episode, and after a call. */
export const levelSetStep = z.strictObject({
  kind: z.literal('levelSet'),
  ...taken,
  level: responseLevelSchema,
  because: toldSchema,
})
export const consultedStep = z.strictObject({
  kind: z.literal('consulted'),
  ...taken,
  whom: approvalSchema,
  advice: toldSchema,
})
export const handedOverStep = z.strictObject({
  kind: z.literal('handedOver'),
  ...taken,
  to: idSchema,
  note: toldSchema,
})
export const acceptedStep = z.strictObject({ kind: z.literal('accepted'), ...taken })
export const declinedStep = z.strictObject({ kind: z.literal('declined'), ...taken, because: toldSchema })
export const followedUpStep = z.strictObject({
  kind: z.literal('followedUp'),
  ...taken,
  /** Which of the chain: the hours after which it was due. */
  afterHours: z.int().min(1).max(8784),
  reached: z.boolean(),
  askedAgain: z.enum(['none', 'thoughts', 'plan', 'notAsked']),
  note: toldSchema,
})
/** What was missed or cannot be settled here goes to a supervisor. */
export const escalatedStep = z.strictObject({ kind: z.literal('escalated'), ...taken, because: toldSchema })
export const approvedStep = z.strictObject({
  kind: z.literal('approved'),
  ...taken,
  whom: approvalSchema,
  note: toldSchema,
})
export const closedStep = z.strictObject({ kind: z.literal('closed'), ...taken, because: toldSchema })
