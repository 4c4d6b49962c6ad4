import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, noteSchema } from '../records/values.ts'
import { instrumentListSchema, weeksSchema } from './battery.ts'

/** Why a plan is no longer kept to, in somebody's words. */
const endingSchema = z.strictObject({ by: idSchema, at: instantSchema, reason: noteSchema.min(2) })

/** Instruments a client is to answer again every so many weeks. A client may have several such plans. */
export const retestPlanSchema = z.strictObject({
  clientId: idSchema,
  /** As agreed: a battery that changes later changes no plan. */
  instruments: instrumentListSchema,
  /** The battery they were taken from; null when they were chosen one by one. */
  battery: idSchema.nullable(),
  everyWeeks: weeksSchema,
  /** The day of the first re-test. */
  from: daySchema,
  plannedBy: idSchema,
  plannedAt: instantSchema,
  ended: endingSchema.nullable(),
})
export type RetestPlan = z.infer<typeof retestPlanSchema>

export const retestPlanKind: RecordKind<RetestPlan> = {
  table: 'retestPlans',
  domain: 'case',
  version: 1,
  schema: retestPlanSchema,
  clientOf: (plan) => plan.clientId,
  // A plan can be ended, once; another rhythm is another plan.
  changeable: ({ ended }) => (ended === null ? ['ended'] : []),
}
