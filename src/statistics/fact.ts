import { z } from 'zod'
import { ageBands as knownAgeBands } from '../casework/records/age.ts'
import type { RecordKind } from '../casework/records/record.ts'

const ageBands = [...knownAgeBands, 'unknown'] as const
export const factKinds = [
  'client',
  'assessment',
  'tier',
  'call',
  'callDanger',
  'callLength',
  'callTime',
  'callFollowUp',
] as const
const sexes = ['female', 'male', 'unknown'] as const

/**
 * What a saved record leaves behind for counting: no identity, no text, nothing finer than a month.
 * `person` is a pseudonym that lasts one calendar year, so that a person is counted once within a month, quarter or year;
 * null when nobody is counted as a person (an anonymous call).
 */
export const factSchema = z.strictObject({
  kind: z.enum(factKinds),
  /** `YYYY-MM` of the room's calendar. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  person: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  sex: z.enum(sexes),
  ageBand: z.enum(ageBands),
  /** What is counted by: instrument for an assessment, tier, call type; `registered` for a client; of a call whether danger was asked about, how long it was, when, and whether it was followed up in time. */
  category: z.string().min(1).max(60),
  /** A second code of the category: the band of an assessment, the response level of a call. */
  detail: z.string().max(60).nullable(),
})
export type Fact = z.infer<typeof factSchema>

export const factKind: RecordKind<Fact> = {
  table: 'facts',
  domain: 'statistics',
  version: 1,
  schema: factSchema,
  clientOf: () => null,
  fromAnyRole: true,
  // A person's tier is counted once a month.
  indexes: { tierOf: ({ kind, person, month }) => (kind === 'tier' ? `${person}.${month}` : null) },
}
