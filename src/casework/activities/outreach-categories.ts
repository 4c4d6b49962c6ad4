import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import type { OutreachActivity } from './outreach.ts'

/** Where activities go (六进), as a room keeps them; one that is retired stays for what was recorded under it. */
export const outreachCategoriesSchema = z.strictObject({
  id: z.string().min(1).max(60),
  version: z.string().min(1).max(20),
  /** A proposal of the product, which the room has not made its own. */
  proposed: z.boolean(),
  categories: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-zA-Z0-9]{1,39}$/),
        label: labelSchema,
        retired: z.boolean(),
      }),
    )
    .min(1)
    .max(40)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      params: { code: 'ID_USED_TWICE' },
    }),
})
export type OutreachCategories = z.infer<typeof outreachCategoriesSchema>
export type OutreachCategory = OutreachCategories['categories'][number]

/** Checks categories read from a file; refused with OUTREACH_CATEGORIES_INVALID and where the first fault is. */
export function readOutreachCategories(content: unknown): Outcome<OutreachCategories> {
  const read = outreachCategoriesSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('OUTREACH_CATEGORIES_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}

/**
 * Whether the room's categories may become these. Refused with CATEGORY_GONE (its id in `at`) when one of them is left out: what was
 * recorded under it would have no name; it is retired instead.
 */
export function checkCategories(before: OutreachCategories, after: OutreachCategories): Outcome<null> {
  const gone = before.categories.find(({ id }) => !after.categories.some((one) => one.id === id))
  return gone === undefined ? done(null) : refused('CATEGORY_GONE', { at: gone.id })
}

/** What was done in one category: `category` is null for records under an id that the room does not know. */
export interface OutreachCount {
  category: string | null
  activities: number
  audience: number
  materials: number
  volunteers: number
}

/** Activities of a period (days, both included) by category, in the room's order; every category that is in use is there. */
export function outreachCounts(
  activities: readonly OutreachActivity[],
  { categories }: Pick<OutreachCategories, 'categories'>,
  { from, until }: { from: string; until: string },
): OutreachCount[] {
  const inPeriod = activities.filter(({ day }) => from <= day && day <= until)
  const count = (category: string | null, some: readonly OutreachActivity[]): OutreachCount => ({
    category,
    activities: some.length,
    audience: some.reduce((sum, { audience }) => sum + audience, 0),
    materials: some.reduce((sum, { materials }) => sum + materials, 0),
    volunteers: some.reduce((sum, { volunteers }) => sum + volunteers, 0),
  })
  const known = categories.flatMap(({ id, retired }) => {
    const some = inPeriod.filter(({ category }) => category === id)
    return retired && some.length === 0 ? [] : [count(id, some)]
  })
  const unknown = inPeriod.filter(({ category }) => !categories.some(({ id }) => id === category))
  return unknown.length === 0 ? known : [...known, count(null, unknown)]
}
