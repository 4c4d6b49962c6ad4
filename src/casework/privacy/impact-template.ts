import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { processings } from './processing-log.ts'

/** What PIPL art. 56 wants to be looked at, filled in beforehand for one processing. */
const sectionSchema = z.strictObject({
  processing: z.enum(processings),
  title: labelSchema,
  /** Purpose and method, on what legal ground, and why it is necessary. */
  purpose: labelSchema,
  basis: labelSchema,
  necessity: labelSchema,
  /** Kinds of information, whose, and how long they are kept. */
  information: labelSchema,
  keeping: labelSchema,
  /** What it can do to the person, and what is done against it. */
  effect: labelSchema,
  measures: labelSchema,
  /** What remains, as proposed. */
  remaining: z.enum(['low', 'medium', 'high']),
})

const templateSchema = z
  .strictObject({
    version: z.string().min(1).max(20),
    /** What the room as a whole does to guard what it holds, point by point. */
    security: z.array(labelSchema).min(1),
    sections: z.array(sectionSchema),
  })
  .refine(
    ({ sections }) => processings.every((one) => sections.filter((s) => s.processing === one).length === 1),
    { path: ['sections'], params: { code: 'SECTION_MISSING' } },
  )
export type ImpactTemplate = z.infer<typeof templateSchema>

/** Checks a template read from a file; refused with IMPACT_TEMPLATE_INVALID and where the first fault is. */
export function readImpactTemplate(content: unknown): Outcome<ImpactTemplate> {
  const read = templateSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('IMPACT_TEMPLATE_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}
