import { z } from 'zod'
import type { ReleasePlan } from '../statistics/release-plan.ts'
import { sha256Hex } from './sha256.ts'

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)

/** Which release plan is meant, to the letter. */
export const planReferenceSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/),
  version: z.int().min(1),
  /** Of the plan as `readReleasePlan` gives it, written as JSON. */
  sha256: sha256Schema,
})
export type PlanReference = z.infer<typeof planReferenceSchema>

export const referenceTo = async (plan: ReleasePlan): Promise<PlanReference> => ({
  id: plan.id,
  version: plan.version,
  sha256: await sha256Hex(JSON.stringify(plan)),
})
