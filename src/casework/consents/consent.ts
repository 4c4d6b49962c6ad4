import { z } from 'zod'
import { guardianRelations } from '../clients/guardian.ts'
import type { RecordKind } from '../records/record.ts'
import { idSchema, instantSchema, nameSchema } from '../records/values.ts'

/**
 * What a client can agree to, each on its own (PIPL art. 29: separate consent for sensitive data). `referral`: that one named
 * receiver is told what is needed (art. 23), each receiver on its own. Nothing is recorded without its own consent
 * (上海市精神卫生条例 art. 26).
 */
export const consentPurposes = [
  'assessment',
  'casefile',
  'followUpContact',
  'referral',
  'audioRecording',
  'videoRecording',
] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** `both`: the client and the guardian, each of their own will. */
export const consentGivers = ['self', 'guardian', 'both'] as const
export type ConsentGiver = (typeof consentGivers)[number]
export const consentManners = ['written', 'spoken'] as const

/** Who a text speaks to: the client, or the guardian of a child under 14. */
export const consentReaders = ['client', 'guardian'] as const
export type ConsentReader = (typeof consentReaders)[number]

/** As what a guardian agrees: of a minor by relation, or of an adult without full legal capacity (民法典 art. 28). */
export const guardianships = [...guardianRelations, 'ofAdult'] as const

/** Consent for one purpose, to one version of its text. */
export const consentSchema = z
  .strictObject({
    clientId: idSchema,
    purpose: z.enum(consentPurposes),
    /** Who is told, for a referral. */
    recipient: z.exactOptional(z.string().trim().min(2).max(200)),
    /** Which wording was read to or by the client, e.g. `2026-1`. */
    textVersion: z.string().min(1).max(20),
    /** Which of its texts; left out in consents from before there were several. */
    textFor: z.exactOptional(z.enum(consentReaders)),
    givenBy: z.enum(consentGivers),
    /** Who the guardian is; left out in consents from before this was asked. */
    guardian: z.exactOptional(z.strictObject({ name: nameSchema, as: z.enum(guardianships) })),
    manner: z.enum(consentManners),
    givenAt: instantSchema,
    recordedBy: idSchema,
    withdrawnAt: instantSchema.nullable(),
    /** Who took it back, and how; left out in withdrawals from before this was asked. */
    withdrawal: z.exactOptional(
      z.strictObject({
        by: z.enum(['self', 'guardian']),
        manner: z.enum(consentManners),
        recordedBy: idSchema,
      }),
    ),
  })
  .refine(({ purpose, recipient }) => (purpose === 'referral') === (recipient !== undefined), {
    path: ['recipient'],
  })
  .refine(({ guardian, givenBy }) => guardian === undefined || givenBy !== 'self', { path: ['guardian'] })
  .refine(({ withdrawal, withdrawnAt }) => withdrawal === undefined || withdrawnAt !== null, {
    path: ['withdrawal'],
  })
export type Consent = z.infer<typeof consentSchema>

export const consentKind: RecordKind<Consent> = {
  table: 'consents',
  domain: 'case',
  version: 1,
  schema: consentSchema,
  clientOf: (consent) => consent.clientId,
  // A consent can be withdrawn, once.
  changeable: ({ withdrawnAt }) => (withdrawnAt === null ? ['withdrawnAt', 'withdrawal'] : []),
}
