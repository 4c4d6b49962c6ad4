import { z } from 'zod'
import type { RecordKind } from '../casework/records/record.ts'
import { daySchema, idSchema, instantSchema } from '../casework/records/values.ts'
import { keptFields, keptPackage } from './kept-package.ts'
import type { VerifiedPackage } from './read-package.ts'

/** A package the county took in, whole: the county's tables can always be made anew from these. */
const receivedPackageSchema = z.strictObject({
  ...keptFields,
  receivedAt: instantSchema,
  receivedBy: idSchema,
  /** The day it came, when it was kept a while before it could be taken in. */
  arrivedOn: daySchema.optional(),
})
export type ReceivedPackage = z.infer<typeof receivedPackageSchema>

export const receivedPackageKind: RecordKind<ReceivedPackage> = {
  table: 'receivedPackages',
  domain: 'exchange',
  version: 1,
  schema: receivedPackageSchema,
  clientOf: () => null,
}

/** The record of a package to be taken in; it has to be saved before its figures are added up. */
export const receivedPackage = (
  bytes: Uint8Array,
  given: Pick<VerifiedPackage, 'payload' | 'sha256'>,
  by: Pick<ReceivedPackage, 'receivedAt' | 'receivedBy' | 'arrivedOn'>,
): ReceivedPackage => ({ ...keptPackage(bytes, given), ...by })
