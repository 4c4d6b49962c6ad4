import { base64url } from 'jose'
import { z } from 'zod'
import type { RecordKind } from '../casework/records/record.ts'
import { idSchema, instantSchema } from '../casework/records/values.ts'
import { periodSchema } from '../statistics/period.ts'
import { sha256Schema } from './plan-reference.ts'
import type { VerifiedPackage } from './read-package.ts'

/** A package in order in itself that came before the ones that were written before it: it waits here for them. */
const heldPackageSchema = z.strictObject({
  unit: z.string().regex(/^\d{9}$/),
  period: periodSchema,
  seq: z.int().min(2),
  sha256: sha256Schema,
  heldAt: instantSchema,
  heldBy: idSchema,
  file: z.base64url(),
})
export type HeldPackage = z.infer<typeof heldPackageSchema>

export const heldPackageKind: RecordKind<HeldPackage> = {
  table: 'heldPackages',
  domain: 'exchange',
  version: 1,
  schema: heldPackageSchema,
  clientOf: () => null,
  changeable: () => [],
}

/** The record of a package that has to wait. */
export const heldPackage = (
  bytes: Uint8Array,
  { payload, sha256 }: VerifiedPackage,
  { heldAt, heldBy }: Pick<HeldPackage, 'heldAt' | 'heldBy'>,
): HeldPackage => ({
  unit: payload.from.unit,
  period: payload.period,
  seq: payload.seq,
  sha256,
  heldAt,
  heldBy,
  file: base64url.encode(bytes),
})

/** The file as it came. */
export const heldFile = ({ file }: HeldPackage): Uint8Array => base64url.decode(file)
