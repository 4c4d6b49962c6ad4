import { z } from 'zod'
import type { RecordKind } from './record.ts'
import { idSchema, instantSchema } from './values.ts'

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

/** Something identifiable that was handed out of the room; written before it is. */
export const disclosureSchema = z.strictObject({
  clientId: idSchema,
  what: z.strictObject({ kind: z.literal('assessment'), id: idSchema }),
  /** SHA-256 of the file's bytes, 64 hex digits: which file it was can be proved. */
  fileHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Who gets it: a named person or an office. */
  recipient: z.string().trim().min(2).max(200),
  basis: z.enum(disclosureBases),
  /** What they need it for. */
  purpose: z.string().trim().min(2).max(2000),
  /** The consent it rests on; null where the law needs none. */
  consent: idSchema.nullable(),
  disclosedBy: idSchema,
  disclosedAt: instantSchema,
})
export type Disclosure = z.infer<typeof disclosureSchema>
export type DisclosureBasis = Disclosure['basis']

export const disclosureKind: RecordKind<Disclosure> = {
  table: 'disclosures',
  domain: 'case',
  version: 1,
  schema: disclosureSchema,
  clientOf: (disclosure) => disclosure.clientId,
  changeable: () => [],
}
