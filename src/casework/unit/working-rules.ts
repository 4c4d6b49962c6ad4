import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'

const daysSchema = z.int().min(1).max(730)

export const workingRulesSchema = z.strictObject({
  id: z.string().min(1).max(60),
  version: z.string().min(1).max(20),
  /** A proposal of the product, which the room has not made its own. */
  proposed: z.boolean(),
  /** Hours after a session until its note is signed; later ones are marked late. */
  noteWithinHours: z.int().min(1).max(720),
  /** Days after which a clue that nobody verified counts for nothing, and from how many before that on somebody is reminded. */
  clueExpiresAfterDays: daysSchema,
  clueSoonDays: daysSchema,
  /** Hours of training a year that the room wants of everybody. */
  trainingHoursPerYear: z.int().min(0).max(1000),
  /** From how many days before a qualification runs out on it shows. */
  qualificationSoonDays: daysSchema,
})
export type WorkingRules = z.infer<typeof workingRulesSchema>

/** Checks rules read from a file; refused with WORKING_RULES_INVALID and where the first fault is. */
export function readWorkingRules(content: unknown): Outcome<WorkingRules> {
  const read = workingRulesSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('WORKING_RULES_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}
