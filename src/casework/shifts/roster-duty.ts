import { z } from 'zod'
import { stateAfter } from '../records/course.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, noteSchema } from '../records/values.ts'
import { type RosterState, rosterCourse } from './roster-course.ts'

const taken = { by: idSchema, at: instantSchema }
const toldSchema = noteSchema.min(2)

/** One thing that happened to a duty; never rewritten. */
export const rosterStepSchema = z.discriminatedUnion('kind', [
  /** `of`: the colleague who is asked; null for whoever can. */
  z.strictObject({
    kind: z.literal('swapAsked'),
    ...taken,
    of: idSchema.nullable(),
    note: noteSchema,
  }),
  z.strictObject({ kind: z.literal('swapTaken'), ...taken }),
  z.strictObject({ kind: z.literal('swapDeclined'), ...taken }),
  z.strictObject({ kind: z.literal('swapWithdrawn'), ...taken }),
  z.strictObject({ kind: z.literal('reassigned'), ...taken, to: idSchema, because: toldSchema }),
  z.strictObject({ kind: z.literal('cancelled'), ...taken, because: toldSchema }),
])
export type RosterStep = z.infer<typeof rosterStepSchema>

/** Who is to be at which seat of the hotline, and when. Nothing of a caller stands here. */
export const rosterDutySchema = z
  .strictObject({
    seat: z.int().min(1).max(20),
    staffId: idSchema,
    from: instantSchema,
    until: instantSchema,
    plannedBy: idSchema,
    plannedAt: instantSchema,
    steps: z.array(rosterStepSchema).max(100),
  })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), { path: ['until'] })
  .refine(({ steps }) => stateAfter(rosterCourse, steps) !== null, { path: ['steps'] })
export type RosterDuty = z.infer<typeof rosterDutySchema>

export const rosterDutyKind: RecordKind<RosterDuty> = {
  table: 'rosterDuties',
  domain: 'schedule',
  version: 1,
  schema: rosterDutySchema,
  clientOf: () => null,
  appends: ['steps'],
}

/** How a duty stands: whose it is, and who was asked to take it. */
export interface RosterStanding {
  state: RosterState
  staffId: string
  /** While a swap is asked for: of whom; null for whoever can, and when none is. */
  askedOf: string | null
}

/** Throws on steps that cannot have been taken: no stored record has them. */
export function rosterStanding({ staffId, steps }: RosterDuty): RosterStanding {
  const state = stateAfter(rosterCourse, steps)
  if (state === null) throw new RangeError('these steps lead nowhere')
  const holder = steps.reduce(
    (whose, step) => (step.kind === 'swapTaken' ? step.by : step.kind === 'reassigned' ? step.to : whose),
    staffId,
  )
  const newest = steps.at(-1)
  return { state, staffId: holder, askedOf: newest?.kind === 'swapAsked' ? newest.of : null }
}
