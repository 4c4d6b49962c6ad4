import { z } from 'zod'
import { nameSchema } from '../records/values.ts'

/** Who may be a minor's guardian, in the order the Civil Code (art. 27) names them; `other` with the village committee's consent. */
export const guardianRelations = ['mother', 'father', 'grandparent', 'sibling', 'other'] as const
export type GuardianRelation = (typeof guardianRelations)[number]

/** Who decides for a client under 14; known by name, the rest may be unknown. */
export const guardianSchema = z.strictObject({
  name: nameSchema,
  relation: z.enum(guardianRelations).nullable(),
  phone: z.string().trim().min(1).max(40).nullable(),
})
export type Guardian = z.infer<typeof guardianSchema>
