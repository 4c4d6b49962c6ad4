import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'

/** What of a point the record of a call shows by itself. */
export const recordShows = [
  'dangerAsked',
  'strengthAsked',
  'whereAndAlone',
  'meansSafe',
  'openingSaid',
  'helpCalled',
  'actionsVerified',
  'nothingLeftIntended',
  'protectionAsked',
  'stepsCovered',
  'followUpAgreed',
] as const
export type RecordShows = (typeof recordShows)[number]

/** By what a supervisor looks at a call, point by point. */
export const callCompetencesSchema = z.strictObject({
  id: z.string().min(1).max(60),
  version: z.string().min(1).max(20),
  proposed: z.boolean(),
  points: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-zA-Z0-9]{1,39}$/),
        label: labelSchema,
        /** What to look for. */
        look: labelSchema,
        /** Null where only somebody who heard or read the talk can tell. */
        shownBy: z.enum(recordShows).nullable(),
        /** Asked of calls with danger alone. */
        inDangerOnly: z.boolean(),
      }),
    )
    .min(1)
    .max(40)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      params: { code: 'ID_USED_TWICE' },
    }),
})
export type CallCompetences = z.infer<typeof callCompetencesSchema>

/** Checks a checklist read from a file; refused with CALL_COMPETENCES_INVALID and where the first fault is. */
export function readCallCompetences(content: unknown): Outcome<CallCompetences> {
  const read = callCompetencesSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('CALL_COMPETENCES_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}
