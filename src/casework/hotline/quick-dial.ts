import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'

/** Numbers that hold in the whole country; no room is without them. */
export const nationalNumbers = ['12356', '110', '120', '119', '12355'] as const

/** The numbers to dial from a call, in the order they are shown; local ones are the room's own. */
export const quickDialSchema = z.strictObject({
  id: z.string().min(1).max(60),
  version: z.string().min(1).max(20),
  /** A proposal of the product, which the room has not made its own. */
  proposed: z.boolean(),
  numbers: z
    .array(
      z.strictObject({
        number: z.string().regex(/^\+?\d[\d -]{1,24}\d$/),
        label: labelSchema,
        /** When to call it, or whom to ask for. */
        hint: z.exactOptional(labelSchema),
      }),
    )
    .min(nationalNumbers.length)
    .max(30)
    .refine((all) => new Set(all.map(({ number }) => number)).size === all.length, {
      params: { code: 'NUMBER_TWICE' },
    }),
})
export type QuickDial = z.infer<typeof quickDialSchema>

/** Checks numbers read from a file; refused with QUICK_DIAL_INVALID and where the first fault is. */
export function readQuickDial(content: unknown): Outcome<QuickDial> {
  const read = quickDialSchema.safeParse(content)
  if (!read.success)
    return refused('QUICK_DIAL_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
  const checked = checkQuickDial(read.data)
  return checked.ok ? done(read.data) : checked
}

/** Whether these can be a room's numbers; refused with NATIONAL_NUMBER_GONE and the number in `at`. */
export function checkQuickDial({ numbers }: Pick<QuickDial, 'numbers'>): Outcome<null> {
  const gone = nationalNumbers.find((national) => !numbers.some(({ number }) => number === national))
  return gone === undefined ? done(null) : refused('NATIONAL_NUMBER_GONE', { at: gone })
}
