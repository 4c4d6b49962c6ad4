import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { addDays, dayOf } from '../../tiering/calendar.ts'
import type { FollowUpIntervals } from '../follow-ups/follow-up-intervals.ts'
import type { Stored } from '../records/record.ts'
import { type SafetyPlan, safetyPlanSchema } from './safety-plan.ts'

/** What the client and staff write together, and the version they began from: 0 when there was none. */
export interface SafetyPlanDraft
  extends Omit<SafetyPlan, 'clientId' | 'version' | 'madeBy' | 'madeAt' | 'givenToClient'> {
  from: number
}

/** The plan that holds: the newest version; null when none was made. */
export const safetyPlanInForce = (plans: readonly Stored<SafetyPlan>[]): Stored<SafetyPlan> | null =>
  plans.reduce<Stored<SafetyPlan> | null>(
    (held, plan) => (held === null || plan.value.version > held.value.version ? plan : held),
    null,
  )

/** The day by which a plan made on a day is to be looked at again, as a proposal. */
export const proposedReview = (
  madeAt: string,
  inCrisis: boolean,
  { safetyPlanReview }: Pick<FollowUpIntervals, 'safetyPlanReview'>,
): string => addDays(dayOf(madeAt), safetyPlanReview[inCrisis ? 'inCrisis' : 'otherwise'])

/**
 * The next version of a client's plan; earlier ones stay. Refused with SAFETY_PLAN_CHANGED when another version was made
 * meanwhile, REVIEW_NOT_AHEAD, and SAFETY_PLAN_INCOMPLETE with the first step that lacks something.
 */
export function nextSafetyPlan(
  { from, ...content }: SafetyPlanDraft,
  plans: readonly Stored<SafetyPlan>[],
  made: Pick<SafetyPlan, 'clientId' | 'madeBy' | 'madeAt'>,
): Outcome<SafetyPlan> {
  const version = safetyPlanInForce(plans)?.value.version ?? 0
  if (version !== from) return refused('SAFETY_PLAN_CHANGED', { detail: { version } })
  if (content.reviewBy <= dayOf(made.madeAt)) return refused('REVIEW_NOT_AHEAD', { at: 'reviewBy' })
  const plan = safetyPlanSchema.safeParse({ ...content, ...made, version: version + 1, givenToClient: false })
  return plan.success
    ? done(plan.data)
    : refused('SAFETY_PLAN_INCOMPLETE', { at: plan.error.issues[0]?.path.join('.') ?? '' })
}
