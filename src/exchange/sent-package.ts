import { base64url } from 'jose'
import { z } from 'zod'
import type { RecordKind } from '../casework/records/record.ts'
import { idSchema, instantSchema } from '../casework/records/values.ts'
import { periodSchema } from '../statistics/period.ts'
import type { PackagePayload } from './package-payload.ts'
import { planReferenceSchema, sha256Schema } from './plan-reference.ts'
import type { WrittenPackage } from './write-package.ts'

/** A package the room wrote: its line in the ledger, and the file itself, so that asking again gives the same bytes. */
const sentPackageSchema = z.strictObject({
  period: periodSchema,
  seq: z.int().min(1),
  sha256: sha256Schema,
  plan: planReferenceSchema,
  /** The county desk it was written for. */
  to: z.string().regex(/^\d{6}$/),
  writtenAt: instantSchema,
  writtenBy: idSchema,
  name: z.string().min(1).max(60),
  file: z.base64url(),
})
export type SentPackage = z.infer<typeof sentPackageSchema>

export const sentPackageKind: RecordKind<SentPackage> = {
  table: 'sentPackages',
  domain: 'exchange',
  version: 1,
  schema: sentPackageSchema,
  clientOf: () => null,
}

/** The record of a package just written; it has to be saved before the file is handed over. */
export const sentPackage = (
  { name, bytes, sha256 }: WrittenPackage,
  { period, seq, plan, to }: PackagePayload,
  { writtenAt, writtenBy }: Pick<SentPackage, 'writtenAt' | 'writtenBy'>,
): SentPackage => ({
  period,
  seq,
  sha256,
  plan,
  to: to.unit,
  writtenAt,
  writtenBy,
  name,
  file: base64url.encode(bytes),
})

/** The file as it was written. */
export const writtenPackage = ({ name, file, sha256 }: SentPackage): WrittenPackage => ({
  name,
  bytes: base64url.decode(file),
  sha256,
})
