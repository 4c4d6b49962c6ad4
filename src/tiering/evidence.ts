import { z } from 'zod'

/** What the person said when asked; `open` until a member of staff has entered it. */
export const criticalFindings = ['open', 'confirmed', 'denied', 'notAsked'] as const

/** What a rule may look at: one finding about one client, with the moment it was made. */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('score'),
    /** The record it comes from. */
    id: z.string(),
    instrument: z.string(),
    scale: z.string(),
    value: z.number(),
    band: z.string().nullable(),
    /** Ids of the cut-offs the score reaches, for this person; left out in evidence from before they were kept. */
    reached: z.exactOptional(z.array(z.string())),
    at: z.iso.datetime(),
  }),
  z.strictObject({
    kind: z.literal('criticalItem'),
    id: z.string(),
    instrument: z.string(),
    item: z.string(),
    finding: z.enum(criticalFindings),
    at: z.iso.datetime(),
  }),
])
export type Evidence = z.infer<typeof evidenceSchema>
