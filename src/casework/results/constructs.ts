import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'

const codeSchema = z.string().min(1).max(60)

const constructSchema = z.strictObject({
  id: codeSchema,
  label: labelSchema,
  scales: z
    .array(
      z.strictObject({
        instrument: codeSchema,
        scale: codeSchema,
        /** Scores of one measure have the same items and range, so that their difference means something. */
        measure: codeSchema,
      }),
    )
    .min(1),
})
/** Something that several instruments ask about, each from its own side. */
export type Construct = z.infer<typeof constructSchema>

const constructsSchema = z.array(constructSchema).superRefine((all, context) => {
  const named = [
    ...all.map(({ id }) => id),
    ...all.flatMap(({ scales }) => scales.map(({ instrument, scale }) => `${instrument} ${scale}`)),
  ]
  if (new Set(named).size !== named.length)
    context.addIssue({ code: 'custom', params: { code: 'ID_USED_TWICE' } })
})

/** Checks the constructs read from a file; refused with CONSTRUCTS_INVALID and where the first fault is. */
export function readConstructs(content: unknown): Outcome<Construct[]> {
  const read = constructsSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('CONSTRUCTS_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}
