import { base64url } from 'jose'
import { z } from 'zod'
import type { RecordKind } from '../casework/records/record.ts'
import { idSchema, instantSchema } from '../casework/records/values.ts'
import { periodSchema } from '../statistics/period.ts'
import { sha256Schema } from './plan-reference.ts'
import type { VerifiedPackage } from './read-package.ts'

/** A package the county took in, whole: the county's tables can always be made anew from these. */
const receivedPackageSchema = z.strictObject({
  unit: z.string().regex(/^\d{9}$/),
  period: periodSchema,
  seq: z.int().min(1),
  sha256: sha256Schema,
  receivedAt: instantSchema,
  receivedBy: idSchema,
  file: z.base64url(),
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
  { payload, sha256 }: Pick<VerifiedPackage, 'payload' | 'sha256'>,
  { receivedAt, receivedBy }: Pick<ReceivedPackage, 'receivedAt' | 'receivedBy'>,
): ReceivedPackage => ({
  unit: payload.from.unit,
  period: payload.period,
  seq: payload.seq,
  sha256,
  receivedAt,
  receivedBy,
  file: base64url.encode(bytes),
})

/** The file as it came. */
export const receivedFile = ({ file }: ReceivedPackage): Uint8Array => base64url.decode(file)
