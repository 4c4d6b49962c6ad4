import { z } from 'zod'
import type { RecordKind } from './record.ts'
import { idSchema, instantSchema } from './values.ts'

/**
 * What a client can agree to, each on its own (PIPL art. 29: separate consent for sensitive data). `referral`: that one named
 * receiver is told what is needed (art. 23), each receiver on its own.
 */
export const consentPurposes = ['assessment', 'casefile', 'followUpContact', 'referral'] as const

/** Consent for one purpose, to one version of its text. */
export const consentSchema = z
  .strictObject({
    clientId: idSchema,
    purpose: z.enum(consentPurposes),
    /** Who is told, for a referral. */
    recipient: z.exactOptional(z.string().trim().min(2).max(200)),
    /** Which wording was read to or by the client, e.g. `2026-1`. */
    textVersion: z.string().min(1).max(20),
    givenBy: z.enum(['self', 'guardian']),
    manner: z.enum(['written', 'spoken']),
    givenAt: instantSchema,
    recordedBy: idSchema,
    withdrawnAt: instantSchema.nullable(),
  })
  .refine(({ purpose, recipient }) => (purpose === 'referral') === (recipient !== undefined), {
    path: ['recipient'],
  })
export type Consent = z.infer<typeof consentSchema>

export const consentKind: RecordKind<Consent> = {
  table: 'consents',
  domain: 'case',
  version: 1,
  schema: consentSchema,
  clientOf: (consent) => consent.clientId,
  // A consent can be withdrawn, once.
  changeable: ({ withdrawnAt }) => (withdrawnAt === null ? ['withdrawnAt'] : []),
}
