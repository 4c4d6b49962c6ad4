import { Encrypter } from 'age-encryption'
import { z } from 'zod'
import { daySchema } from '../casework/records/values.ts'
import { done, type Outcome } from '../instruments/outcome.ts'
import { isSignedBy, keyNamedIn, signCompact, splitCompact, thumbprintOf } from './compact-jws.ts'
import { plainName } from './plain-name.ts'
import { type PlanReference, planReferenceSchema } from './plan-reference.ts'
import { refuse } from './refusals.ts'
import { sha256 } from './sha256.ts'
import { readStrictJson } from './strict-json.ts'
import { key32Schema, recipientOf, type UnitKeys } from './unit-keys.ts'

const cardType = 'application/anxin-card+jws'
const maxSize = 20_000

const common = {
  format: z.literal('anxin-card/1'),
  /** As it is displayed: composed characters, none that hide or turn the text around. */
  name: z
    .string()
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u)
    .refine((name) => name === name.normalize('NFC')),
  /** Ed25519 public key: `x` of its JWK. */
  signing: key32Schema,
  /** age recipient. */
  encryption: z
    .string()
    .regex(/^age1[02-9ac-hj-np-z]{58}$/)
    .refine(isRecipient),
  created: daySchema,
}

const unitCardSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('room'), unit: z.string().regex(/^\d{9}$/) }),
  z.strictObject({
    ...common,
    kind: z.literal('county'),
    unit: z.string().regex(/^\d{6}$/),
    /** The release plan its rooms report by. */
    plan: planReferenceSchema,
  }),
])
/** Who a unit is and how to write to it: handed over once, its fingerprint read aloud. */
export type UnitCard = z.infer<typeof unitCardSchema>

/** A card as read, with the name of its signing key. */
export interface ReadCard {
  card: UnitCard
  kid: string
}

/** What a unit says of itself. A county names its plan, a room none. */
export interface CardEntry {
  unit: string
  name: string
  created: string
  plan: PlanReference | null
}

/** Makes a unit's own card: a file to hand over. Throws when the entries make no card. */
export async function writeCard(
  { unit, name, created, plan }: CardEntry,
  keys: UnitKeys,
): Promise<{ name: string; bytes: Uint8Array }> {
  const card = unitCardSchema.parse({
    format: 'anxin-card/1',
    kind: plan === null ? 'room' : 'county',
    unit,
    name: plainName(name),
    signing: keys.signing.x,
    encryption: await recipientOf(keys),
    created,
    ...(plan === null ? {} : { plan }),
  })
  const text = await signCompact(JSON.stringify(card), cardType, keys.signing)
  return { name: `${unit}.anxin-card`, bytes: new TextEncoder().encode(text) }
}

/** Reads a card and checks that it was signed with the key it names. Whose it really is, only its fingerprint tells. */
export async function readCard(bytes: Uint8Array): Promise<Outcome<ReadCard>> {
  const jws = bytes.length > maxSize ? null : splitCompact(bytes)
  if (!jws) return refuse('NOT_A_CARD')
  const named = keyNamedIn(jws, cardType)
  if (!named.ok) return named
  const json = readStrictJson(jws.payload)
  if (!json.ok) return json
  const read = unitCardSchema.safeParse(json.value)
  if (!read.success) return refuse('CARD_INVALID', { at: read.error.issues[0]?.path.join('.') ?? '' })
  const card = read.data
  const ownKey = (await thumbprintOf(card.signing)) === named.value && (await isSignedBy(jws, card.signing))
  return ownKey ? done({ card, kid: named.value }) : refuse('SIGNATURE_INVALID')
}

/** Eight groups of four digits to compare aloud: the unit and its two keys, as SHA-256 sees them. */
export async function fingerprint({ kind, unit, signing, encryption }: UnitCard): Promise<string> {
  const digest = new DataView((await sha256(JSON.stringify([kind, unit, signing, encryption]))).buffer)
  const group = (at: number) => String(digest.getUint32(at * 4) % 10_000).padStart(4, '0')
  return Array.from({ length: 8 }, (_, at) => group(at)).join(' ')
}

function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}
