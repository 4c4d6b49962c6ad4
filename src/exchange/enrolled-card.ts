import { z } from 'zod'
import type { RecordKind } from '../casework/records/record.ts'
import { idSchema, instantSchema } from '../casework/records/values.ts'
import { type ReadCard, readCard } from './unit-card.ts'
import { key32Schema } from './unit-keys.ts'

/** A card somebody accepted after comparing its fingerprint. */
const enrolledCardSchema = z.strictObject({
  unit: z.string().regex(/^(\d{6}|\d{9})$/),
  /** Thumbprint of the card's signing key. */
  kid: key32Schema,
  /** The card's file: a compact JWS. */
  jws: z
    .string()
    .regex(/^[\w.-]+$/)
    .max(20_000),
  enrolledAt: instantSchema,
  enrolledBy: idSchema,
})
export type EnrolledCard = z.infer<typeof enrolledCardSchema>

export const enrolledCardKind: RecordKind<EnrolledCard> = {
  table: 'enrolledCards',
  domain: 'exchange',
  version: 1,
  schema: enrolledCardSchema,
  clientOf: () => null,
}

/** An accepted card that no longer reads as it did. */
export class EnrolledCardError extends Error {
  readonly code = 'ENROLLED_CARD_BROKEN'
  override readonly name = 'EnrolledCardError'
}

/** The record of a card just accepted, from the file it came in. */
export const enrolledCard = (
  bytes: Uint8Array,
  { card, kid }: ReadCard,
  { enrolledAt, enrolledBy }: Pick<EnrolledCard, 'enrolledAt' | 'enrolledBy'>,
): EnrolledCard => ({ unit: card.unit, kid, jws: new TextDecoder().decode(bytes), enrolledAt, enrolledBy })

/** What an accepted card says, its signature checked again. Throws `EnrolledCardError`. */
export async function openEnrolledCard({ jws, kid, unit }: EnrolledCard): Promise<ReadCard> {
  const read = await readCard(new TextEncoder().encode(jws))
  if (!read.ok) throw new EnrolledCardError(`${unit}: ${read.refusal.code}`)
  if (read.value.kid !== kid || read.value.card.unit !== unit) throw new EnrolledCardError(unit)
  return read.value
}
