import { z } from 'zod'
import { instantSchema, nameSchema, noteSchema } from '../casework/records/values.ts'
import { receiverKinds } from '../casework/referrals/referral.ts'
import { done, type Outcome, refused } from '../instruments/outcome.ts'
import { isSignedBy, keyNamedIn, signCompact, splitCompact } from './compact-jws.ts'
import { sealFile, unsealFile } from './sealed-file.ts'
import { readStrictJson } from './strict-json.ts'
import { type ReadCard, readCard, type UnitCard } from './unit-card.ts'
import type { UnitKeys } from './unit-keys.ts'

const fileType = 'application/anxin-referral+jws'

/** What a receiver is told of a client: what stands on the slip, and no more. */
export const referredClientSchema = z.strictObject({
  fileNumber: z.string().min(1).max(20),
  name: nameSchema,
  receiver: z.strictObject({
    kind: z.enum(receiverKinds),
    name: nameSchema,
    contact: z.string().max(200),
  }),
  urgency: z.enum(['atOnce', 'today', 'planned']),
  question: noteSchema.min(2),
  told: noteSchema,
  ground: z.enum(['consentedReferral', 'savingLife']),
  /** Who wrote it, by name. */
  writtenBy: nameSchema,
  writtenAt: instantSchema,
})
export type ReferredClient = z.infer<typeof referredClientSchema>

const contentSchema = z.strictObject({
  format: z.literal('anxin-referral/1'),
  /** The sender's card: a compact JWS. */
  from: z.string().max(20_000),
  referral: referredClientSchema,
})

/** A referral as its receiver reads it. Whose card it really is, only its fingerprint tells. */
export interface ReadReferral {
  from: ReadCard
  referral: ReferredClient
}

/** Signs a referral with the sender's keys and encrypts it to the receiver's card. `from`: the sender's own card. */
export async function writeReferralFile(
  referral: ReferredClient,
  from: { card: Uint8Array; keys: UnitKeys },
  to: Pick<UnitCard, 'encryption'>,
): Promise<Uint8Array> {
  const content = contentSchema.parse({
    format: 'anxin-referral/1',
    from: new TextDecoder().decode(from.card),
    referral,
  })
  const text = await signCompact(JSON.stringify(content), fileType, from.keys.signing)
  return sealFile(text, [to.encryption])
}

/**
 * Opens a referral with the receiver's identity. Refused with REFERRAL_FOR_ANOTHER when it was encrypted for somebody else,
 * SIGNATURE_INVALID when the card in it did not sign it, and NOT_A_REFERRAL when it is anything else.
 */
export async function readReferralFile(bytes: Uint8Array, identity: string): Promise<Outcome<ReadReferral>> {
  const opened = await unsealFile(bytes, identity)
  if (!opened.ok)
    return refused(opened.refusal.code === 'NOT_FOR_THIS_DESK' ? 'REFERRAL_FOR_ANOTHER' : 'NOT_A_REFERRAL')
  const jws = splitCompact(opened.value)
  const kid = jws && keyNamedIn(jws, fileType)
  const json = jws && readStrictJson(jws.payload)
  const content = contentSchema.safeParse(json?.ok ? json.value : null)
  if (!jws || !kid?.ok || !content.success) return refused('NOT_A_REFERRAL')
  const from = await readCard(new TextEncoder().encode(content.data.from))
  if (!from.ok || from.value.kid !== kid.value || !(await isSignedBy(jws, from.value.card.signing)))
    return refused('SIGNATURE_INVALID')
  return done({ from: from.value, referral: content.data.referral })
}
