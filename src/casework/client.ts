import { z } from 'zod'
import type { RecordKind } from './record.ts'
import { daySchema, idSchema, instantSchema, nameSchema, sexSchema, townshipCodeSchema } from './values.ts'

/** Someone the room serves. Only a name or an alias is asked for; the rest may be unknown. */
export const clientSchema = z.strictObject({
  /** Shown instead of the name wherever the name is not needed, e.g. `2026-0007`. */
  fileNumber: z.string().min(1).max(20),
  name: nameSchema,
  birthDate: daySchema.nullable(),
  sex: sexSchema.nullable(),
  township: townshipCodeSchema.nullable(),
  phone: z.string().trim().max(40).nullable(),
  registeredAt: instantSchema,
  registeredBy: idSchema,
})
export type Client = z.infer<typeof clientSchema>

export const clientKind: RecordKind<Client> = {
  table: 'clients',
  domain: 'identity',
  version: 1,
  schema: clientSchema,
  clientOf: () => null,
}
