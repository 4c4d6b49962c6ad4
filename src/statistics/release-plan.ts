import { z } from 'zod'
import { type ReleaseProfile, releaseProfiles } from '../casework/unit/unit-profile.ts'
import { factKinds } from './fact.ts'
import { foldInto } from './fold.ts'

const textSchema = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
const codeSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/)

/** A closed list of codes that facts are sorted into. */
const dimensionSchema = z.strictObject({
  id: codeSchema,
  title: textSchema,
  /** The fields of a fact whose values, joined by a dot, are the code; a shorter code takes what no longer one fits. */
  from: z
    .array(z.enum(['sex', 'ageBand', 'category', 'detail']))
    .min(1)
    .max(2),
  /** Says something of a person's risk, tier or severity: base 5 and the large profile only. */
  sensitive: z.boolean(),
  codes: z
    .array(
      z.strictObject({
        code: codeSchema,
        label: textSchema,
        /** The code of a coarser dimension that this one is a part of. */
        within: codeSchema.exactOptional(),
      }),
    )
    .min(1)
    .max(200),
  /** The code for whatever fits no other; null when every fact has to fit. */
  rest: codeSchema.nullable(),
})
export type Dimension = z.infer<typeof dimensionSchema>

/** A table of counts that may leave the room. Class A: rounded cell by cell, so that tables of many rooms add up. */
const tableSchema = z.strictObject({
  id: codeSchema,
  title: textSchema,
  class: z.literal('A'),
  /** What one count is. Persons are counted once in a period. */
  unit: z.enum(['person', 'assessment', 'call']),
  counts: z.array(z.enum(factKinds)).min(1),
  period: z.enum(['month', 'quarter']),
  /** How things stand at the end of the period, not what happened during it. */
  stock: z.boolean(),
  /** Rounding base. */
  base: z.literal([3, 5]),
  /** The smallest release profile that may publish it. */
  profile: z.enum(releaseProfiles),
  /** The coarser table that this one stands in for wherever it is published. */
  replaces: codeSchema.nullable(),
  dims: z.array(codeSchema).max(4),
})
export type PlannedTable = z.infer<typeof tableSchema>

const planSchema = z.strictObject({
  id: codeSchema,
  version: z.int().min(1),
  /** In force from 1 January of this year until a plan of a later year; never changed within a year. */
  fromYear: z.int().min(2000).max(2099),
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
  return table.dims.map((id) => {
    const dimension = plan.dimensions.find((candidate) => candidate.id === id)
    if (!dimension) throw new ReleasePlanError(`${table.id}: no dimension ${id}`)
    return dimension
  })
}

/** How many cells a table has. */
export const gridSize = (plan: ReleasePlan, table: PlannedTable): number =>
  dimensionsOf(plan, table).reduce((size, { codes }) => size * codes.length, 1)

const rank = (profile: ReleaseProfile): number => releaseProfiles.indexOf(profile)

/** The tables a room of this profile publishes for a month or a quarter, in the plan's order. */
export function publishedTables(
  plan: ReleasePlan,
  profile: ReleaseProfile,
  period: PlannedTable['period'],
): PlannedTable[] {
  const allowed = plan.tables.filter((table) => rank(table.profile) <= rank(profile))
  const replaced = new Set(allowed.map(({ replaces }) => replaces))
  return allowed.filter((table) => table.period === period && !replaced.has(table.id))
}

function* brokenRules(plan: ReleasePlan): Generator<string> {
  if (repeated(plan.dimensions.map(({ id }) => id))) yield 'dimensions: an id is given twice'
  if (repeated(plan.tables.map(({ id }) => id))) yield 'tables: an id is given twice'
  for (const { id, codes, rest } of plan.dimensions) {
    if (repeated(codes.map(({ code }) => code))) yield `${id}: a code is given twice`
    if (rest !== null && !codes.some(({ code }) => code === rest)) yield `${id}: no code ${rest}`
  }
  for (const table of plan.tables) {
    const sensitive = dimensionsOf(plan, table).some((dimension) => dimension.sensitive)
    if (sensitive && (table.base !== 5 || table.profile !== 'large')) {
      yield `${table.id}: sensitive, but not base 5 in the large profile`
    }
    if (table.stock && table.period !== 'quarter') yield `${table.id}: a stock is quarterly`
    if (table.replaces !== null) yield* brokenReplacement(plan, table, table.replaces)
  }
  for (const profile of releaseProfiles) yield* sharedMargins(plan, profile)
}

function* brokenReplacement(plan: ReleasePlan, table: PlannedTable, coarserId: string): Generator<string> {
  const coarser = tableOf(plan, coarserId)
  if (!coarser) return yield `${table.id}: replaces ${coarserId}, which is not there`
  const alike =
    coarser.period === table.period && coarser.unit === table.unit && coarser.stock === table.stock
  if (!alike) yield `${table.id}: counts otherwise than ${coarserId}`
  if (coarser.replaces !== null) yield `${table.id}: ${coarserId} replaces a table itself`
  if (rank(coarser.profile) >= rank(table.profile)) yield `${table.id}: ${coarserId} is never published`
  if (!foldInto(dimensionsOf(plan, table), dimensionsOf(plan, coarser))) {
    yield `${table.id}: cannot be added up to ${coarserId}`
  }
}

/** Two roundings of the same margin would together say more than either: no count may stand in two tables. */
function* sharedMargins(plan: ReleasePlan, profile: ReleaseProfile): Generator<string> {
  const seen = new Map<string, string>()
  const published = [...publishedTables(plan, profile, 'month'), ...publishedTables(plan, profile, 'quarter')]
  for (const { id, unit, counts } of published) {
    for (const kind of counts) {
      const other = seen.get(`${unit} ${kind}`)
      if (other !== undefined) yield `${id}: counts what ${other} counts`
      seen.set(`${unit} ${kind}`, id)
    }
  }
}

const repeated = (values: string[]): boolean => new Set(values).size < values.length
