import { z } from 'zod'
import { releaseProfiles } from '../casework/unit/unit-profile.ts'
import { placeSchema } from './division-codes.ts'
import { factKinds } from './fact.ts'
import { brokenRules } from './plan-rules.ts'

const textSchema = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
const codeSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/)

/** A closed list of codes that facts are sorted into. */
const dimensionSchema = z.strictObject({
  id: codeSchema,
  title: textSchema,
  /** The fields of a fact whose values, joined by a dot, are the code; `unlisted` stands for a second one that is missing or not listed. */
  from: z
    .array(z.enum(['sex', 'ageBand', 'place', 'category', 'detail']))
    .min(1)
    .max(2),
  /** Says something of a person's risk, tier or severity: the large profile only, and base 5 or a k of 10. */
  sensitive: z.boolean(),
  /** The coarser dimension whose codes `within` names; null where codes add up to nothing but the total. */
  under: codeSchema.nullable(),
  codes: z
    .array(
      z.strictObject({
        code: codeSchema,
        label: textSchema,
        /** The code of the coarser dimension that this one is a part of. */
        within: codeSchema.exactOptional(),
      }),
    )
    .min(1)
    .max(200),
  /** The code for whatever fits no other; null when every fact has to fit. */
  rest: codeSchema.nullable(),
})
export type Dimension = z.infer<typeof dimensionSchema>

const countedSchema = z.strictObject({
  id: codeSchema,
  title: textSchema,
  /** What one count is. Persons are counted once in a period. */
  unit: z.enum(['person', 'session', 'assessment', 'call', 'activity', 'event', 'duty']),
  counts: z.array(z.enum(factKinds)).min(1),
  /** Categories that are counted; null for all. */
  only: z.array(codeSchema).min(1).nullable(),
  /** `entries`: every fact is one · `amount`: their amounts are added up. */
  measure: z.enum(['entries', 'amount']),
  period: z.enum(['month', 'quarter']),
  /** How things stand at the end of the period, not what happened during it. */
  stock: z.boolean(),
  /** The smallest release profile that may publish it. */
  profile: z.enum(releaseProfiles),
  /** The coarser tables that this one stands in for wherever it is published. */
  replaces: z.array(codeSchema).max(10),
  dims: z.array(codeSchema).max(4),
})

/**
 * A table of counts that may leave the room.
 *
 * - P, plain: the room's own work, as it is; nothing of any client.
 * - A, additive: rounded cell by cell to a multiple of `base`, so that tables of many rooms add up; totals are not cells of it.
 * - S, suppressed: totals are cells of it, and cells of fewer than `k` persons are withheld, with as many others as it takes.
 */
const tableSchema = z.discriminatedUnion('class', [
  z.strictObject({ ...countedSchema.shape, class: z.literal('P') }),
  z.strictObject({ ...countedSchema.shape, class: z.literal('A'), base: z.literal([3, 5]) }),
  z.strictObject({
    ...countedSchema.shape,
    class: z.literal('S'),
    k: z.int().min(5).max(50),
    /** Whether a zero is withheld like other small counts, or published. */
    zeros: z.enum(['withheld', 'published']),
  }),
])
export type PlannedTable = z.infer<typeof tableSchema>

const planSchema = z.strictObject({
  format: z.literal('anxin-release-plan/3'),
  id: codeSchema,
  version: z.int().min(1),
  /** In force from 1 January of this year until a plan of a later year; never changed within a year. */
  fromYear: z.int().min(2000).max(2099),
  /** The townships that tables may name: the smallest places that are published. */
  places: z.array(placeSchema).max(500),
  dimensions: z.array(dimensionSchema).min(1),
  tables: z.array(tableSchema).min(1).max(100),
})
/** Which tables a county asks its rooms for. */
export type ReleasePlan = z.infer<typeof planSchema>

/** A release plan that breaks the rules it has to keep; `message` says where. */
export class ReleasePlanError extends Error {
  readonly code = 'RELEASE_PLAN_INVALID'
  override readonly name = 'ReleasePlanError'
}

/** Reads a plan and checks what keeps its tables safe and addable. Throws `ReleasePlanError`. */
export function readReleasePlan(json: unknown): ReleasePlan {
  const read = planSchema.safeParse(json)
  if (!read.success) throw new ReleasePlanError(z.prettifyError(read.error))
  for (const broken of brokenRules(read.data)) throw new ReleasePlanError(broken)
  return read.data
}

/** The table of that id; null when the plan has none. */
export const tableOf = (plan: ReleasePlan, id: string): PlannedTable | null =>
  plan.tables.find((table) => table.id === id) ?? null

/** A table's dimensions, in the order that makes its grid: the last one runs fastest. */
export function dimensionsOf(plan: ReleasePlan, table: PlannedTable): Dimension[] {
  return table.dims.map((id) => dimensionOf(plan, id))
}

/** The dimension of that id. Throws `ReleasePlanError`. */
export function dimensionOf(plan: ReleasePlan, id: string): Dimension {
  const dimension = plan.dimensions.find((candidate) => candidate.id === id)
  if (!dimension) throw new ReleasePlanError(`no dimension ${id}`)
  return dimension
}
