import { z } from 'zod'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { dayOf } from '../../tiering/calendar.ts'
import type { RecordKind, Stored } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, noteSchema } from '../records/values.ts'

/**
 * How the hotline answers somebody who calls often: the same whoever picks up. Every version is a record of its own. It never says
 * that a call is not answered, nor that danger is not asked about.
 */
export const callerPlanSchema = z.strictObject({
  callerId: idSchema,
  /** 1 for the first; the newest holds. */
  version: z.int().min(1),
  madeBy: idSchema,
  madeAt: instantSchema,
  reviewBy: daySchema,
  /** What the caller is looking for, and what helped before. */
  need: noteSchema.min(2),
  helps: noteSchema,
  /** How to answer, and what was agreed with the caller about times and length. */
  approach: noteSchema.min(2),
  agreement: noteSchema,
  /** Minutes a call may last when there is no danger, and calls a day; null where nothing was agreed. */
  minutes: z.int().min(5).max(240).nullable(),
  callsADay: z.int().min(1).max(50).nullable(),
  /** The caller knows of the plan and agreed. */
  agreedWithCaller: z.boolean(),
  /** The last version: a plan is needed no more. */
  ended: z.boolean(),
})
export type CallerPlan = z.infer<typeof callerPlanSchema>

export const callerPlanKind: RecordKind<CallerPlan> = {
  table: 'callerPlans',
  domain: 'hotline',
  version: 1,
  schema: callerPlanSchema,
  clientOf: () => null,
  changeable: () => [],
  indexes: { caller: ({ callerId }) => callerId },
}

const newestOf = (plans: readonly Stored<CallerPlan>[]): Stored<CallerPlan> | null =>
  plans.reduce<Stored<CallerPlan> | null>(
    (held, plan) => (held === null || plan.value.version > held.value.version ? plan : held),
    null,
  )

/** The plan that holds for a caller; null when there is none, or it ended. */
export function callerPlanInForce(plans: readonly Stored<CallerPlan>[]): Stored<CallerPlan> | null {
  const newest = newestOf(plans)
  return newest?.value.ended === true ? null : newest
}

/** Whether the plan should have been looked at again by a day. */
export const isReviewDue = ({ reviewBy }: CallerPlan, today: string): boolean => reviewBy <= today

/** What is written in a plan, and the version it was begun from: 0 when there was none. */
export interface CallerPlanDraft extends Omit<CallerPlan, 'callerId' | 'version' | 'madeBy' | 'madeAt'> {
  from: number
}

/**
 * The next version of a caller's plan; earlier ones stay. Refused with CALLER_PLAN_CHANGED when another version was made
 * meanwhile, REVIEW_NOT_AHEAD, and CALLER_PLAN_INCOMPLETE with the first field that lacks something.
 */
export function nextCallerPlan(
  { from, ...content }: CallerPlanDraft,
  plans: readonly Stored<CallerPlan>[],
  made: Pick<CallerPlan, 'callerId' | 'madeBy' | 'madeAt'>,
): Outcome<CallerPlan> {
  const version = newestOf(plans)?.value.version ?? 0
  if (version !== from) return refused('CALLER_PLAN_CHANGED', { detail: { version } })
  if (!content.ended && content.reviewBy <= dayOf(made.madeAt))
    return refused('REVIEW_NOT_AHEAD', { at: 'reviewBy' })
  const plan = callerPlanSchema.safeParse({ ...content, ...made, version: version + 1 })
  return plan.success
    ? done(plan.data)
    : refused('CALLER_PLAN_INCOMPLETE', { at: plan.error.issues[0]?.path.join('.') ?? '' })
}
