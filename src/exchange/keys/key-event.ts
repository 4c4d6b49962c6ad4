import { z } from 'zod'
import type { RecordKind } from '../../casework/records/record.ts'
import { daySchema, idSchema, instantSchema } from '../../casework/records/values.ts'
import { key32Schema } from '../unit-keys.ts'

const common = {
  unit: z.string().regex(/^(\d{6}|\d{9})$/),
  /** Thumbprint of the key that it is about. */
  kid: key32Schema,
  /** The day from which it holds. */
  on: daySchema,
  enteredAt: instantSchema,
  enteredBy: idSchema,
}

const keyEventSchema = z.discriminatedUnion('event', [
  /** The unit signs with another key now, and vouched for it with this one. */
  z.strictObject({ event: z.literal('replaced'), successor: key32Schema, ...common }),
  /** Nothing signed with it is taken any more: lost, or in somebody else's hands. */
  z.strictObject({ event: z.literal('revoked'), ...common }),
])
/** What happened to a key after its card was accepted; never changed, only added to. */
export type KeyEvent = z.infer<typeof keyEventSchema>

export const keyEventKind: RecordKind<KeyEvent> = {
  table: 'keyEvents',
  domain: 'exchange',
  version: 1,
  schema: keyEventSchema,
  clientOf: () => null,
  changeable: () => [],
}
