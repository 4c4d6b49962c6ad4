import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { sixSteps } from './six-steps.ts'

const idSchema = z.string().regex(/^[a-z][a-zA-Z0-9]{1,39}$/)

/** What the opening has to have told: that notes are taken, that it is confidential and where that ends, and being called back. */
const openingParts = ['greeting', 'confidential', 'limits', 'notes', 'callBack'] as const

/** Words beside the form of a call: the opening, the six steps, and phrases for hard moments. */
export const callGuideSchema = z.strictObject({
  id: z.string().min(1).max(60),
  version: z.string().min(1).max(20),
  proposed: z.boolean(),
  opening: z.record(z.enum(openingParts), labelSchema),
  sixSteps: z.record(
    z.enum(sixSteps),
    z.strictObject({ name: labelSchema, how: labelSchema, ask: labelSchema }),
  ),
  moments: z
    .array(
      z.strictObject({
        id: idSchema,
        moment: labelSchema,
        /** To say as it stands, each by itself. */
        say: z.array(labelSchema).min(1).max(6),
        /** What not to say, and why not. */
        rather: z.exactOptional(labelSchema),
        step: z.enum(sixSteps),
      }),
    )
    .min(1)
    .max(60)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      params: { code: 'ID_USED_TWICE' },
    }),
})
export type CallGuide = z.infer<typeof callGuideSchema>

/** Checks a guide read from a file; refused with CALL_GUIDE_INVALID and where the first fault is. */
export function readCallGuide(content: unknown): Outcome<CallGuide> {
  const read = callGuideSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('CALL_GUIDE_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}
