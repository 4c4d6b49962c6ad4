import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { labelSchema } from '../../instruments/local-text.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { batterySchema } from './battery.ts'

const proposalSchema = z.strictObject({
  id: z.string().min(1).max(60),
  name: labelSchema,
  /** For whom it is meant and why these instruments. */
  about: labelSchema,
  instruments: batterySchema.shape.instruments,
  everyWeeks: batterySchema.shape.everyWeeks,
})
/** A battery that came with the program; nobody uses it until a room adopts it. */
export type BatteryProposal = z.infer<typeof proposalSchema>

const proposalsSchema = z
  .array(proposalSchema)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
    params: { code: 'ID_USED_TWICE' },
  })

/** Checks the proposals read from a file; refused with BATTERY_PROPOSALS_INVALID and where its first fault is. */
export function readBatteryProposals(content: unknown): Outcome<BatteryProposal[]> {
  const read = proposalsSchema.safeParse(content)
  if (read.success) return done(read.data)
  return refused('BATTERY_PROPOSALS_INVALID', { at: shapeFaults(read.error)[0]?.path.join('.') ?? '' })
}
