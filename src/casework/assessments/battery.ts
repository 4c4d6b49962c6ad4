import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, nameSchema } from '../records/values.ts'

const instrumentIdSchema = z.string().min(1).max(60)

/** Instruments in the order they are given; each once. */
export const instrumentListSchema = z
  .array(instrumentIdSchema)
  .min(1)
  .max(12)
  .refine((ids) => new Set(ids).size === ids.length, { params: { code: 'INSTRUMENT_TWICE' } })

/** After how many weeks something is repeated; two years at most. */
export const weeksSchema = z.int().min(1).max(104)

/** Several instruments given in one sitting, one after the other. It can be retired, not deleted: plans may name it. */
export const batterySchema = z.strictObject({
  name: nameSchema,
  instruments: instrumentListSchema.min(2),
  /** When it is to be given again, as a proposal for re-test plans; null for none. */
  everyWeeks: weeksSchema.nullable(),
  /** The proposal that came with the program it was made from; null for one of the room's own. */
  proposal: z.string().min(1).max(60).nullable(),
  madeBy: idSchema,
  madeAt: instantSchema,
  retired: z.strictObject({ by: idSchema, at: instantSchema }).nullable(),
})
export type Battery = z.infer<typeof batterySchema>

export const batteryKind: RecordKind<Battery> = {
  table: 'batteries',
  // Every role reads what the room is set up with; that only some change it is checked by the command.
  domain: 'config',
  version: 1,
  schema: batterySchema,
  clientOf: () => null,
  changeable: ({ retired }) =>
    retired === null ? ['name', 'instruments', 'everyWeeks', 'retired'] : ['retired'],
}
