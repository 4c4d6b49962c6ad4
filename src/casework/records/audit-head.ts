import { z } from 'zod'
import type { RecordKind } from './record.ts'
import { idSchema, instantSchema } from './values.ts'

/** How far the trail had come, in the name of the person who was at work then. Everybody can check it. */
export const auditHeadSchema = z.strictObject({
  /** How many entries there were. */
  size: z.int().nonnegative(),
  /** Hash over all of them (RFC 6962), 64 hex digits. */
  root: z.string().regex(/^[0-9a-f]{64}$/),
  at: instantSchema,
  signedBy: idSchema,
  /** Ed25519, 128 hex digits. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type AuditHead = z.infer<typeof auditHeadSchema>

export const auditHeadKind: RecordKind<AuditHead> = {
  table: 'auditHeads',
  domain: 'config',
  version: 1,
  schema: auditHeadSchema,
  clientOf: () => null,
  changeable: () => [],
}
