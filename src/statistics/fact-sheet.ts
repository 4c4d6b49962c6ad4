import { z } from 'zod'
import { ageBands } from '../casework/records/age.ts'
import type { RecordKind, Stored } from '../casework/records/record.ts'
import { type Fact, factSchema } from './fact.ts'

/**
 * The facts one source leaves behind: a record, or all records of a kind that a person has. Of several sheets of a source the one
 * of its latest state holds.
 */
const factSheetSchema = z.strictObject({
  /** Stands for the source: the same for the same one, and of no meaning without the key of the source's own domain. */
  source: z.string().regex(/^[0-9a-f]{32}$/),
  /** How often the source had changed. */
  revision: z.int().min(1),
  facts: z.array(factSchema),
  /**
   * The source was erased: what was counted stays counted, for nothing leads from it to anybody any more. What stands here only
   * holders of the key to the statistics can work out, so that nobody else has anything counted that no record says.
   */
  kept: z.exactOptional(z.string().regex(/^[0-9a-f]{64}$/)),
})
export type FactSheet = z.infer<typeof factSheetSchema>

/** A fact as earlier releases kept it, by itself, with nothing that told what it came from. */
const formerFactSchema = z.strictObject({
  kind: z.string(),
  month: z.string(),
  person: z.string().nullable(),
  sex: z.enum(['female', 'male', 'unknown']),
  ageBand: z.enum([...ageBands, 'unknown']),
  category: z.string(),
  detail: z.string().nullable(),
})
export type FormerFact = z.infer<typeof formerFactSchema>

/** The id of a sheet is its source; roles that cannot read sheets put further ones beside it. */
export const factSheetKind: RecordKind<FactSheet | FormerFact> = {
  table: 'facts',
  domain: 'statistics',
  version: 2,
  schema: z.union([factSheetSchema, formerFactSchema]),
  clientOf: () => null,
  fromAnyRole: true,
}

export const isSheet = (row: Stored<FactSheet | FormerFact>): row is Stored<FactSheet> => 'facts' in row.value

/** Of the sheets of each source the one that holds, by source. */
export function sheetsInForce(
  rows: readonly Stored<FactSheet | FormerFact>[],
): Map<string, Stored<FactSheet>> {
  const inForce = new Map<string, Stored<FactSheet>>()
  for (const row of rows) {
    if (!isSheet(row)) continue
    const other = inForce.get(row.value.source)
    if (!other || isLater(row, other)) inForce.set(row.value.source, row)
  }
  return inForce
}

const isLater = (one: Stored<FactSheet>, other: Stored<FactSheet>): boolean =>
  one.value.revision > other.value.revision ||
  (one.value.revision === other.value.revision && one.id === one.value.source)

/** A fact of an earlier release in today's shape. Throws for one that no longer has any. */
export const factFromFormer = (former: FormerFact): Fact =>
  factSchema.parse({ ...former, place: null, amount: 1 })
