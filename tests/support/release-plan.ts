import { readReleasePlan } from '../../src/statistics/release-plan.ts'

const files = import.meta.glob<unknown>('../../resources/release-plan.json', {
  eager: true,
  import: 'default',
})

export const shippedPlanJson = files['../../resources/release-plan.json']
/** The release plan that comes with the program. */
export const shippedPlan = readReleasePlan(shippedPlanJson)
