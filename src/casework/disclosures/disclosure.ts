import { z } from 'zod'
import type { RecordKind } from '../records/record.ts'
import { daySchema, idSchema, instantSchema, nameSchema, noteSchema } from '../records/values.ts'

/**
 * Why something identifiable may leave the room. `consentedReferral`: the client agreed to this receiver (PIPL art. 23) ·
 * `savingLife`: an emergency (PIPL art. 13(4)) · `minorHarm`: the duty to report harm to a minor (未成年人保护法 art. 11) ·
 * `domesticViolence`: the duty to report it (反家庭暴力法 art. 14) · `clientCopy`: the client's own copy (PIPL art. 45).
 */
export const disclosureBases = [
  'consentedReferral',
  'savingLife',
  'minorHarm',
  'domesticViolence',
  'clientCopy',
] as const
export type DisclosureBasis = (typeof disclosureBases)[number]

/** What can be told about somebody, field by field. */
export const disclosureFields = [
  'name',
  'sex',
  'age',
  'phone',
  'address',
  'whereabouts',
  'guardian',
  'reason',
  'results',
  'risk',
  'notes',
  'suspected',
] as const
export type DisclosureField = (typeof disclosureFields)[number]

/** Who allowed it: whoever handed it out, where waiting could harm; a supervisor here, or one outside, by name and day. */
const authorisedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self') }),
  z.strictObject({ kind: z.literal('here'), staffId: idSchema }),
  z.strictObject({ kind: z.literal('outside'), name: nameSchema, day: daySchema }),
])

/** Whether the client knows; whoever is not told, or not yet, is owed a reason on record. */
const tellingSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('told'), by: idSchema, at: instantSchema, note: noteSchema }),
  z.strictObject({ state: z.literal('notYet'), by: idSchema, at: instantSchema, because: noteSchema.min(2) }),
  z.strictObject({
    state: z.literal('notTold'),
    by: idSchema,
    at: instantSchema,
    because: noteSchema.min(2),
  }),
])

/** Something identifiable that left the room, in a file, on paper or in words; written before it does where that harms nobody. */
export const disclosureSchema = z.strictObject({
  clientId: idSchema,
  what: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('assessment'), id: idSchema }),
    z.strictObject({ kind: z.literal('referral'), id: idSchema }),
    z.strictObject({ kind: z.literal('report'), id: idSchema }),
    z.strictObject({ kind: z.literal('file') }),
    z.strictObject({ kind: z.literal('words') }),
  ]),
  /** SHA-256 of the file's bytes, 64 hex digits: which file it was can be proved. Null where there was no file. */
  fileHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** Who gets it: a named person or an office. */
  recipient: z.string().trim().min(2).max(200),
  basis: z.enum(disclosureBases),
  /** What they need it for. */
  purpose: z.string().trim().min(2).max(2000),
  /** The consent it rests on; null where the law needs none. */
  consent: idSchema.nullable(),
  disclosedBy: idSchema,
  disclosedAt: instantSchema,
  /** What was told. This and what follows is left out in records from before it was asked. */
  fields: z.exactOptional(z.array(z.enum(disclosureFields)).min(1)),
  /** Why more was told than the rules of the room have for such a case. */
  moreBecause: z.exactOptional(noteSchema.min(2)),
  authorised: z.exactOptional(authorisedSchema),
  /** The newest entry holds. */
  clientTold: z.exactOptional(z.array(tellingSchema).min(1).max(20)),
})
export type Disclosure = z.infer<typeof disclosureSchema>

export const disclosureKind: RecordKind<Disclosure> = {
  table: 'disclosures',
  domain: 'case',
  version: 1,
  schema: disclosureSchema,
  clientOf: (disclosure) => disclosure.clientId,
  changeable: () => [],
  appends: ['clientTold'],
}
