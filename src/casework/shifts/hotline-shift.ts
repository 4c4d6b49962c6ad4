import { z } from 'zod'
import { stateAfter } from '../records/course.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, noteSchema } from '../records/values.ts'
import { type ShiftState, shiftCourse } from './shift-course.ts'

const taken = { by: idSchema, at: instantSchema }
const toldSchema = noteSchema.min(2)

/** What a line of the shift log is about; `publicSafety`: what the guide wants reported at once. */
export const logSubjects = ['equipment', 'linkage', 'publicSafety', 'supervisor', 'other'] as const

/** One thing that happened in a shift; never rewritten. */
export const shiftStepSchema = z.discriminatedUnion('kind', [
  /** `sheet`: the hand-over that was taken on; null when none lay there. */
  z.strictObject({ kind: z.literal('opened'), ...taken, sheet: idSchema.nullable() }),
  /** The phone rang before anything could be read. */
  z.strictObject({ kind: z.literal('calledFirst'), ...taken }),
  z.strictObject({ kind: z.literal('tookOver'), ...taken, sheet: idSchema.nullable() }),
  z.strictObject({
    kind: z.literal('logged'),
    ...taken,
    about: z.enum(logSubjects),
    note: toldSchema,
    callId: idSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('handedOver'), ...taken, sheet: idSchema }),
  /** Something came in between: the sheet is taken back and made anew. */
  z.strictObject({ kind: z.literal('wentOn'), ...taken, because: toldSchema }),
  z.strictObject({ kind: z.literal('closed'), ...taken }),
  /** Whoever sat there is gone; somebody else closes the shift and says why. */
  z.strictObject({ kind: z.literal('leftBehind'), ...taken, because: toldSchema }),
])
export type ShiftStep = z.infer<typeof shiftStepSchema>

/** Somebody's time at a seat of the hotline, with its log. */
export const hotlineShiftSchema = z
  .strictObject({
    seat: z.int().min(1).max(20),
    staffId: idSchema,
    /** The duty on the roster that it is; null for one that was not planned. */
    duty: idSchema.nullable(),
    steps: z.array(shiftStepSchema).min(1).max(2000),
  })
  .refine(({ steps }) => stateAfter(shiftCourse, steps) !== null, { path: ['steps'] })
export type HotlineShift = z.infer<typeof hotlineShiftSchema>

export const hotlineShiftKind: RecordKind<HotlineShift> = {
  table: 'hotlineShifts',
  domain: 'hotline',
  version: 1,
  schema: hotlineShiftSchema,
  clientOf: () => null,
  appends: ['steps'],
}

/** How a shift stands; it follows from the record alone. */
export interface ShiftStanding {
  state: ShiftState
  openedAt: string
  closedAt: string | null
  /** The sheet that the shift passes on; null when there is none, or it was taken back. */
  sheet: string | null
  /** The hand-over has not been read yet. */
  owesTakingOver: boolean
}

/** Throws on steps that cannot have been taken: no stored record has them. */
export function shiftStanding({ steps }: HotlineShift): ShiftStanding {
  const state = stateAfter(shiftCourse, steps)
  const [first] = steps
  if (state === null || first === undefined) throw new RangeError('these steps lead nowhere')
  const last = steps.at(-1)
  const handed = steps.findLast((step) => step.kind === 'handedOver')
  const wentOn = steps.findLastIndex(({ kind }) => kind === 'wentOn')
  return {
    state,
    openedAt: first.at,
    closedAt: state === 'closed' ? (last?.at ?? null) : null,
    sheet: handed !== undefined && steps.lastIndexOf(handed) > wentOn ? handed.sheet : null,
    owesTakingOver: state === 'emergency',
  }
}
