import { z } from 'zod'
import type { RecordKind } from '../../casework/records/record.ts'
import { idSchema, instantSchema } from '../../casework/records/values.ts'

/** By which day of the month after a period a desk wants the report. Every month has it. */
const dueDaySchema = z.strictObject({
  dueDay: z.int().min(1).max(28),
  enteredAt: instantSchema,
  enteredBy: idSchema,
})
export type DueDay = z.infer<typeof dueDaySchema>

export const dueDayKind: RecordKind<DueDay> = {
  table: 'countyDueDay',
  domain: 'exchange',
  version: 1,
  schema: dueDaySchema,
  clientOf: () => null,
}
