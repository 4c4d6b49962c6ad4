import { z } from 'zod'
import { responseLevelSchema } from '../crisis/response-level.ts'
import { stateAfter } from '../records/course.ts'
import type { RecordKind } from '../records/record.ts'
import { signedStatement } from '../records/signed-statement.ts'
import { idSchema, instantSchema, noteSchema } from '../records/values.ts'
import { type HandOverState, handOverCourse } from './hand-over-course.ts'

const taken = { by: idSchema, at: instantSchema }
/** Ed25519 by that person over `handOverStatement`; 128 hex digits. */
const signed = { ...taken, signature: z.string().regex(/^[0-9a-f]{128}$/) }

export const handOverStepSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('given'), ...signed }),
  z.strictObject({ kind: z.literal('found'), ...signed, because: noteSchema.min(2) }),
  z.strictObject({ kind: z.literal('taken'), ...signed }),
  z.strictObject({ kind: z.literal('withdrawn'), ...taken, because: noteSchema.min(2) }),
])
export type HandOverStep = z.infer<typeof handOverStepSchema>

/** Something that is passed on: by the number of the call or file, never by a name, and without a word of what was said. */
const itemSchema = z.strictObject({
  /** What it is a record of; a crisis is one of the room's episodes, which only some may open. */
  of: z.enum(['call', 'crisis']),
  record: idSchema,
  /** Number of the call, or of the file. */
  number: z.string().max(40),
  /** Since when it waits, or when it is due. */
  at: instantSchema,
  level: responseLevelSchema.nullable(),
})
export type HandOverItem = z.infer<typeof itemSchema>

/** The lists of a sheet, in the order they are read. */
export const handOverLists = ['crises', 'followUps', 'calls'] as const

const itemsSchema = z.array(itemSchema).max(500)

/** What one shift at a seat passes on to the next. */
export const handOverSheetSchema = z
  .strictObject({
    seat: z.int().min(1).max(20),
    /** The shift that ends. */
    shift: idSchema,
    composedAt: instantSchema,
    /** Until when the next shift lasts: what is due before then stands on the sheet. */
    until: instantSchema,
    /** Open crises. */
    crises: itemsSchema,
    /** Follow-ups that are late or due in the next shift. */
    followUps: itemsSchema,
    /** Calls that are not finished, or were passed on and not taken on yet. */
    calls: itemsSchema,
    /** Who can be called for advice, as staff call them. */
    supervisor: z.string().trim().max(100),
    equipment: noteSchema,
    note: noteSchema,
    steps: z.array(handOverStepSchema).min(1).max(10),
  })
  .refine(({ steps }) => stateAfter(handOverCourse, steps) !== null, { path: ['steps'] })
export type HandOverSheet = z.infer<typeof handOverSheetSchema>

export const handOverSheetKind: RecordKind<HandOverSheet> = {
  table: 'handOverSheets',
  domain: 'hotline',
  version: 1,
  schema: handOverSheetSchema,
  clientOf: () => null,
  changeable: () => [],
  appends: ['steps'],
}

export function handOverState({ steps }: Pick<HandOverSheet, 'steps'>): HandOverState {
  const state = stateAfter(handOverCourse, steps)
  if (state === null) throw new RangeError('these steps lead nowhere')
  return state
}

/** What both sides sign: the sheet as it was read. Who takes it on also signs that it was given, and by whom. */
export const handOverStatement = (
  id: string,
  sheet: Omit<HandOverSheet, 'steps'>,
  given: HandOverStep | null,
): string => signedStatement('handOver', { id, sheet, given })
