import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import {
  daySchema,
  idSchema,
  instantSchema,
  nameSchema,
  noteSchema,
  sexSchema,
  townshipCodeSchema,
} from '../records/values.ts'
import { guardianSchema } from './guardian.ts'
import { tagsSchema } from './population-tags.ts'

/** Someone the room serves. Only a name or an alias is asked for; the rest may be unknown. */
export const clientSchema = z
  .strictObject({
    /** Shown instead of the name wherever the name is not needed, e.g. `2026-0007`. */
    fileNumber: z.string().min(1).max(20),
    name: nameSchema.nullable(),
    /** What else they are called, or what they want to be called. */
    alias: z.exactOptional(nameSchema),
    birthDate: daySchema.nullable(),
    sex: sexSchema.nullable(),
    township: townshipCodeSchema.nullable(),
    phone: z.string().trim().max(40).nullable(),
    /** Groups they belong to, by id of a population tag. */
    tags: z.exactOptional(tagsSchema),
    guardian: z.exactOptional(guardianSchema),
    /** While this stands their data is kept and otherwise left alone (PIPL 47, last paragraph). */
    restricted: z.exactOptional(
      z.strictObject({ by: idSchema, at: instantSchema, because: noteSchema.min(2) }),
    ),
    registeredAt: instantSchema,
    registeredBy: idSchema,
  })
  .refine(({ name, alias }) => name !== null || alias !== undefined, {
    path: ['name'],
    params: { code: 'NAME_OR_ALIAS_NEEDED' },
  })
export type Client = z.infer<typeof clientSchema>

export const clientKind: RecordKind<Client> = {
  table: 'clients',
  domain: 'identity',
  version: 1,
  schema: clientSchema,
  clientOf: (_, id) => id,
}
