import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'

const tagIdSchema = z.string().regex(/^[a-z][a-zA-Z0-9]{1,39}$/)

/** Tags as a client carries them; none twice. */
export const tagsSchema = z
  .array(tagIdSchema)
  .max(20)
  .refine((tags) => new Set(tags).size === tags.length)

const populationTagSchema = z.strictObject({
  id: tagIdSchema,
  label: labelSchema,
  /** What else lists call the group. */
  alsoCalled: z.array(z.string().min(1).max(60)).max(10),
  /** Not offered any more; whoever carries it keeps it. */
  retired: z.exactOptional(z.literal(true)),
})
/** A group somebody may belong to: whom a service is meant for, never how dangerous or how ill anybody is. */
export type PopulationTag = z.infer<typeof populationTagSchema>

export const populationTagsSchema = z.strictObject({
  /** Nobody but the room says which groups it serves. */
  proposed: z.boolean(),
  tags: z
    .array(populationTagSchema)
    .min(1)
    .max(50)
    .refine((tags) => new Set(tags.map(({ id }) => id)).size === tags.length, {
      params: { code: 'ID_USED_TWICE' },
    }),
})
export type PopulationTags = z.infer<typeof populationTagsSchema>

/**
 * Whether the room's tags may become these. Refused with TAG_GONE (its id in `at`) when one of them is left out: whoever carries it
 * would carry a tag without a name; it is retired instead.
 */
export function checkTags(before: PopulationTags, after: PopulationTags): Outcome<null> {
  const gone = before.tags.find(({ id }) => !after.tags.some((one) => one.id === id))
  return gone === undefined ? done(null) : refused('TAG_GONE', { at: gone.id })
}

/** Checks the tags read from a file; refused with POPULATION_TAGS_INVALID and where the first fault is. */
export function readPopulationTags(content: unknown): Outcome<PopulationTags> {
  const read = populationTagsSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('POPULATION_TAGS_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}
