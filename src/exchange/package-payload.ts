import { z } from 'zod'
import { daySchema } from '../casework/records/values.ts'
import { releaseProfiles } from '../casework/unit/unit-profile.ts'
import { periodSchema } from '../statistics/period.ts'
import { planReferenceSchema, sha256Schema } from './plan-reference.ts'
import { protectionSchema } from './protection.ts'
import { key32Schema } from './unit-keys.ts'

/** The type a package's signature header has to name. */
export const packageType = 'application/anxin-package+jws'

/** Late entries are rounded to this. */
export const lateBase = 5

/** All that a package says: codes, days and whole numbers, never free text. */
export const packagePayloadSchema = z.strictObject({
  format: z.literal('anxin-package/2'),
  /** From a demonstration: synthetic persons. */
  demo: z.boolean(),
  plan: planReferenceSchema,
  from: z.strictObject({ unit: z.string().regex(/^\d{9}$/) }),
  /** The county desk: its code and the thumbprint of its signing key. */
  to: z.strictObject({ unit: z.string().regex(/^\d{6}$/), key: key32Schema }),
  profile: z.enum(releaseProfiles),
  period: periodSchema,
  /** Counts a room's packages from 1. */
  seq: z.int().min(1).max(999_999),
  /** SHA-256 of the JWS of the package before this one; null for the first. */
  previous: sha256Schema.nullable(),
  created: daySchema,
  /** `auditHeadDigest` of how far the room's trail had come; null before anybody signed it. */
  audit: sha256Schema.nullable(),
  /** Records that came too late for a period closed before this one; rounded to a multiple of `lateBase`. */
  late: z.int().min(0).max(9_999_999),
  /** Every table the plan asks of this profile, in its order; cells in grid order, null for one that is withheld. */
  tables: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/),
        /** See `ReleasedTable`. */
        k: z.int().min(5).max(999).nullable(),
        cells: z.array(z.int().min(0).max(9_999_999).nullable()).max(20_000),
      }),
    )
    .min(1)
    .max(100),
  protection: protectionSchema,
})
export type PackagePayload = z.infer<typeof packagePayloadSchema>

/** The exact text that is signed. */
export const payloadText = (payload: PackagePayload): string => JSON.stringify(payload)
