import { base64url } from 'jose'
import { z } from 'zod'
import { periodSchema } from '../statistics/period.ts'
import { sha256Schema } from './plan-reference.ts'
import type { VerifiedPackage } from './read-package.ts'

/** What a county keeps of a package, whether it was taken in or waits: the file itself, and what it is found by. */
export const keptFields = {
  unit: z.string().regex(/^\d{9}$/),
  period: periodSchema,
  seq: z.int().min(1),
  sha256: sha256Schema,
  file: z.base64url(),
}

export const keptPackage = (
  bytes: Uint8Array,
  { payload, sha256 }: Pick<VerifiedPackage, 'payload' | 'sha256'>,
) => ({
  unit: payload.from.unit,
  period: payload.period,
  seq: payload.seq,
  sha256,
  file: fileText(bytes),
})

/** A file as it stands in a record. */
export const fileText = (bytes: Uint8Array): string => base64url.encode(bytes)

/** The file as it came. */
export const keptFile = ({ file }: { file: string }): Uint8Array => base64url.decode(file)
