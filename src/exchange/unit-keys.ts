import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { base64url, exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'
import type { RecordKind } from '../casework/records/record.ts'
import { instantSchema } from '../casework/records/values.ts'

/** 32 bytes, base64url. */
export const key32Schema = z.string().regex(/^[\w-]{43}$/)

/** What a unit signs, opens and rounds with. Stays in the vault. */
const unitKeysSchema = z.strictObject({
  /** Division code of the unit these keys speak for. */
  unit: z.string().regex(/^(\d{6}|\d{9})$/),
  /** Ed25519. */
  signing: z.strictObject({ x: key32Schema, d: key32Schema }),
  /** The age identity that files to this unit are opened with. */
  identity: z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/),
  /** Secret of the rounding: whoever had it could undo it. */
  rounding: key32Schema,
  createdAt: instantSchema,
})
export type UnitKeys = z.infer<typeof unitKeysSchema>

export const unitKeysKind: RecordKind<UnitKeys> = {
  table: 'unitKeys',
  domain: 'exchange',
  version: 1,
  schema: unitKeysSchema,
  clientOf: () => null,
}

/** Draws the keys of the unit with this division code. */
export async function generateUnitKeys(unit: string, createdAt: string): Promise<UnitKeys> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const { x, d } = await exportJWK(privateKey)
  return unitKeysSchema.parse({
    unit,
    signing: { x, d },
    identity: await generateX25519Identity(),
    rounding: base64url.encode(crypto.getRandomValues(new Uint8Array(32))),
    createdAt,
  })
}

/**
 * The same unit with a new signing key. What was encrypted to it still opens, and what it rounded once it rounds the same again:
 * those secrets stay. A unit whose keys may have been seen is enrolled anew instead, with keys that are all new.
 */
export async function renewUnitKeys(keys: UnitKeys, createdAt: string): Promise<UnitKeys> {
  const { signing } = await generateUnitKeys(keys.unit, createdAt)
  return { ...keys, signing, createdAt }
}

/** The age recipient that belongs to a unit's identity. */
export const recipientOf = ({ identity }: Pick<UnitKeys, 'identity'>): Promise<string> =>
  identityToRecipient(identity)
