import shipped from '../../resources/release-plan.json'
import { type PlanReference, referenceTo } from '../exchange/plan-reference.ts'
import { type ReleasePlan, readReleasePlan } from '../statistics/release-plan.ts'

/** The release plan in force: the one that came with this version. */
export const releasePlan: ReleasePlan = readReleasePlan(shipped)

export const planReference = (): Promise<PlanReference> => referenceTo(releasePlan)
