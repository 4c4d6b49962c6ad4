import { z } from 'zod'
import { shapeFaults } from '../../instruments/fault.ts'
import { done, type Outcome, refused } from '../../instruments/outcome.ts'
import { isSame } from '../records/is-same.ts'

const hoursSchema = z.int().min(1).max(8784)
const daysSchema = z.int().min(1).max(3660)

/** When a follow-up of a crisis may be done, when it is due, and from when on it was missed: hours after the crisis began. */
const crisisFollowUpSchema = z
  .strictObject({ from: hoursSchema, due: hoursSchema, missed: hoursSchema })
  .refine(({ from, due, missed }) => from <= due && due < missed, { params: { code: 'OUT_OF_ORDER' } })

/** The follow-ups of somebody in danger, the soonest first; none begins before the one before it is due. */
export const chainSchema = z
  .array(crisisFollowUpSchema)
  .max(20)
  .refine((all) => all.every(({ from }, place) => from > (all[place - 1]?.due ?? 0)), {
    params: { code: 'OUT_OF_ORDER' },
  })

/** Days from a decision to the `first` contact, from one contact to the next (`every`), and from nobody reached to trying `again`. */
const tierIntervalsSchema = z.strictObject({ first: daysSchema, every: daysSchema, again: daysSchema })

/** How many days a referral may stand in each of its states before somebody asks. */
const referralTimersSchema = z.strictObject({
  draft: daysSchema,
  sent: daysSchema,
  accepted: daysSchema,
  seen: daysSchema,
  answered: daysSchema,
})

const shiftSchema = z.exactOptional(z.int().min(-366).max(366))
/** Days after (before, when negative) the moment in question from which on something stands on the board, column by column. */
const columnsSchema = z.strictObject({ week: shiftSchema, today: shiftSchema, now: shiftSchema }).refine(
  ({ week, today, now }) => {
    const shifts = [week, today, now].filter((shift) => shift !== undefined)
    return shifts.length > 0 && shifts.every((shift, place) => shift >= (shifts[place - 1] ?? shift))
  },
  { params: { code: 'OUT_OF_ORDER' } },
)
export type BoardColumns = z.infer<typeof columnsSchema>

const byTier = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ general: schema, watch: schema, priority: schema })
const columnsByTierSchema = byTier(columnsSchema)

/** How soon somebody looks after whom, and when what waits shows on the board. A proposal until the room makes it its own. */
export const followUpIntervalsSchema = z.strictObject({
  proposed: z.boolean(),
  crisis: z.strictObject({
    followUps: chainSchema.min(1),
    /** Hours until the client was asked, until the level was set then, and until a hand-over was taken on. */
    interview: hoursSchema,
    level: hoursSchema,
    acceptance: hoursSchema,
    /** Hours from setting a level until something is done. */
    action: z.strictObject({ atOnce: hoursSchema, today: hoursSchema, planned: hoursSchema }),
  }),
  tiers: byTier(tierIntervalsSchema),
  referral: z.strictObject({
    atOnce: referralTimersSchema,
    today: referralTimersSchema,
    planned: referralTimersSchema,
  }),
  /** Days until a new safety plan is looked at again. */
  safetyPlanReview: z.strictObject({ inCrisis: daysSchema, otherwise: daysSchema }),
  board: z.strictObject({
    crisisEscalated: columnsSchema,
    openAlert: columnsSchema,
    callFollowUp: columnsSchema,
    openCall: columnsSchema,
    closureWaiting: columnsSchema,
    tierProposal: columnsSchema,
    clueExpiring: columnsSchema,
    evidenceExpiring: columnsSchema,
    followUp: columnsByTierSchema,
    referral: columnsSchema,
    retestDue: columnsSchema,
    safetyPlanReview: columnsSchema,
    tierOverdue: columnsByTierSchema,
    unsignedNote: columnsSchema,
  }),
})
export type FollowUpIntervals = z.infer<typeof followUpIntervalsSchema>

/**
 * Whether the room's intervals may become these. Refused with CHAIN_KEPT when the follow-ups of a crisis would be others: in crises that
 * are open, what was done would no longer be what was due.
 */
export const checkIntervals = (before: FollowUpIntervals, after: FollowUpIntervals): Outcome<null> =>
  isSame(before.crisis.followUps, after.crisis.followUps) ? done(null) : refused('CHAIN_KEPT')

/** Checks intervals read from a file; refused with INTERVALS_INVALID, where the first fault is, and what kind it is. */
export function readFollowUpIntervals(content: unknown): Outcome<FollowUpIntervals> {
  const read = followUpIntervalsSchema.safeParse(content)
  if (read.success) return done(read.data)
  const [fault] = shapeFaults(read.error)
  return refused('INTERVALS_INVALID', {
    at: fault?.path.join('.') ?? '',
    detail: { ...fault?.detail, fault: fault?.code ?? '' },
  })
}
