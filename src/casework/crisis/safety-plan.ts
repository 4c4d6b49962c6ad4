import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema } from '../records/values.ts'

const lineSchema = z.string().trim().min(1).max(300)
const linesSchema = z.array(lineSchema).max(10)
const contactsSchema = z.array(z.strictObject({ name: lineSchema, phone: z.string().trim().max(40) })).max(10)

/** A version of the plan a client makes with staff for hard hours: six generic steps, gone through in this order. */
export const safetyPlanSchema = z.strictObject({
  clientId: idSchema,
  /** 1 for the first; every version is a record of its own, and the newest holds. */
  version: z.int().min(1),
  madeBy: idSchema,
  madeAt: instantSchema,
  reviewBy: daySchema,
  warningSigns: linesSchema.min(1),
  copingAlone: linesSchema,
  peopleAndPlaces: linesSchema,
  peopleToAsk: contactsSchema,
  professionals: contactsSchema.min(1),
  safeSurroundings: linesSchema,
  /** The client has the page. */
  givenToClient: z.boolean(),
})
export type SafetyPlan = z.infer<typeof safetyPlanSchema>

export const safetyPlanKind: RecordKind<SafetyPlan> = {
  table: 'safetyPlans',
  domain: 'case',
  version: 1,
  schema: safetyPlanSchema,
  clientOf: (plan) => plan.clientId,
  changeable: ({ givenToClient }) => (givenToClient ? [] : ['givenToClient']),
}
