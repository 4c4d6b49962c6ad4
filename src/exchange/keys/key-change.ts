import { z } from 'zod'
import { daySchema } from '../../casework/records/values.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { signCompact } from '../compact-jws.ts'
import { refuse } from '../refusals.ts'
import { readStatement, type StatementKind } from '../signed-statement.ts'
import { type ReadCard, readCard } from '../unit-card.ts'
import type { UnitKeys } from '../unit-keys.ts'
import type { KeyStanding } from './key-standing.ts'

const keyChangeSchema = z.strictObject({
  format: z.literal('anxin-key-change/1'),
  unit: z.string().regex(/^(\d{6}|\d{9})$/),
  /** The unit's new card: a compact JWS, signed with the new key. */
  card: z
    .string()
    .regex(/^[\w.-]+$/)
    .max(20_000),
  /** The day from which the unit signs with the new key. */
  on: daySchema,
})

const keyChange: StatementKind<z.infer<typeof keyChangeSchema>> = {
  type: 'application/anxin-key-change+jws',
  schema: keyChangeSchema,
  maxSize: 40_000,
}

/** A unit's new card, vouched for by the key it had before: no fingerprint needs to be read aloud. */
export interface KeyChange {
  /** Thumbprint of the key that vouches. */
  from: string
  /** The new card, and the file it is. */
  card: ReadCard
  file: Uint8Array
  on: string
}

/** Signs a unit's new card with the key it is leaving. `card`: the new card's file. */
export async function writeKeyChange(
  { unit, card, on }: { unit: string; card: Uint8Array; on: string },
  leaving: Pick<UnitKeys, 'signing'>,
): Promise<{ name: string; bytes: Uint8Array }> {
  const said = keyChangeSchema.parse({
    format: 'anxin-key-change/1',
    unit,
    card: new TextDecoder().decode(card),
    on,
  })
  const text = await signCompact(JSON.stringify(said), keyChange.type, leaving.signing)
  return { name: `${unit}.anxin-key-change`, bytes: new TextEncoder().encode(text) }
}

/**
 * Reads a change of keys. `known`: the standing of every accepted key, by thumbprint. Refused when the old key is none of
 * them or no longer in force, when the new card is another unit's, or when its key was here before.
 */
export async function readKeyChange(
  bytes: Uint8Array,
  known: ReadonlyMap<string, KeyStanding>,
): Promise<Outcome<KeyChange>> {
  const read = await readStatement(bytes, keyChange, known)
  if (!read.ok) return read
  const { said, kid: from } = read.value
  const leaving = known.get(from)
  if (leaving?.revoked) return refuse('KEY_REVOKED', { at: said.unit })
  if (leaving?.lastDay) return refuse('KEY_EXPIRED', { at: said.unit })
  const file = new TextEncoder().encode(said.card)
  const card = await readCard(file)
  if (!card.ok) return card
  if (leaving?.unit !== said.unit || card.value.card.unit !== said.unit)
    return refuse('WRONG_UNIT', { at: said.unit })
  if (known.has(card.value.kid)) return refuse('KEY_CHANGED', { at: said.unit })
  return done({ from, card: card.value, file, on: said.on })
}
