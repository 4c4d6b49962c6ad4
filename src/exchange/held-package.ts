import { z } from 'zod'
import type { RecordKind } from '../casework/records/record.ts'
import { idSchema, instantSchema } from '../casework/records/values.ts'
import { keptFields, keptPackage } from './kept-package.ts'
import type { VerifiedPackage } from './read-package.ts'

/** A package in order in itself that came before the ones that were written before it: it waits here for them. */
const heldPackageSchema = z.strictObject({
  ...keptFields,
  seq: z.int().min(2),
  heldAt: instantSchema,
  heldBy: idSchema,
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
  given: VerifiedPackage,
  { heldAt, heldBy }: Pick<HeldPackage, 'heldAt' | 'heldBy'>,
): HeldPackage => ({ ...keptPackage(bytes, given), heldAt, heldBy })
