import { z } from 'zod'
import { daySchema } from '../../casework/records/values.ts'
import { isDemoCode } from '../../casework/unit/unit-profile.ts'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { periodSchema } from '../../statistics/period.ts'
import { lateBase } from '../package-payload.ts'
import { planReferenceSchema, sha256Schema } from '../plan-reference.ts'
import { refuse } from '../refusals.ts'
import { key32Schema } from '../unit-keys.ts'

/** The type a merged package's signature header has to name. */
export const mergedType = 'application/anxin-merged+jws'

const sumSchema = z.int().min(0).max(999_999_999_999)

/**
 * How many rooms withhold a cell, as a band named by its least: none, one to four, five or more. Where merges were added up
 * again it says that it is at least so many.
 */
const bandSchema = z.literal([0, 1, 5])
export type Band = z.infer<typeof bandSchema>
export const bandOf = (rooms: number): Band => (rooms >= 5 ? 5 : rooms >= 1 ? 1 : 0)

const tableIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/)

const mergedTableSchema = z.strictObject({
  id: tableIdSchema,
  /** How many rooms reported this very table; larger rooms report a finer one in its stead. */
  rooms: z.int().min(1).max(20_000),
  /** Sums in grid order of the counts that were shown, null where none is told; of class A and P they are the sums, nothing left out. */
  cells: z.array(sumSchema.nullable()).max(20_000),
  /** For each cell how many of those rooms withhold it; null where none may (classes A and P). */
  withheld: z.array(bandSchema).max(20_000).nullable(),
})
export type MergedTable = z.infer<typeof mergedTableSchema>

const childSchema = z.strictObject({
  unit: z.string().regex(/^\d{9}$/),
  period: periodSchema,
  sha256: sha256Schema,
  seq: z.int().min(1).max(999_999),
})
/** A room's package that was added up: what it is known by. */
export type Child = z.infer<typeof childSchema>

/** What a county passes on: the sums of its rooms' packages for one period, and which packages they are. */
export const mergedPayloadSchema = z.strictObject({
  format: z.literal('anxin-merged/1'),
  demo: z.boolean(),
  plan: planReferenceSchema,
  from: z.strictObject({ unit: z.string().regex(/^\d{6}$/) }),
  /** The desk of the next level: its code and the thumbprint of its signing key. */
  to: z.strictObject({ unit: z.string().regex(/^\d{6}$/), key: key32Schema }),
  period: periodSchema,
  created: daySchema,
  /** Late entries of all of them. */
  late: z.int().min(0).multipleOf(lateBase).max(999_999_999_999),
  /** In the plan's order. */
  tables: z.array(mergedTableSchema).min(1).max(100),
  /**
   * Tables that were reported and that a county holds back, because too few of its rooms did or because it left them out; in the plan's order.
   * Where merges were added up again, others may tell them.
   */
  held: z.array(tableIdSchema).max(100),
  /** By unit. */
  children: z.array(childSchema).min(1).max(20_000),
})
export type MergedPayload = z.infer<typeof mergedPayloadSchema>

/** A merge put together here; refused where its sums are beyond what one may say. */
export function mergedOutcome(payload: MergedPayload): Outcome<MergedPayload> {
  const read = mergedPayloadSchema.safeParse(payload)
  return read.success
    ? done(read.data)
    : refuse('PAYLOAD_INVALID', { at: read.error.issues[0]?.path.join('.') ?? '' })
}

/** The beginning that the codes of all units share that lie in this one: a county's six digits, fewer for a city or a province. */
export const scopeOf = (unit: string): string => (isDemoCode(unit) ? unit : unit.replace(/(00)+$/, ''))

/** Does the first desk stand above the second: a city or a province above what lies in it? */
export const isAbove = (desk: string, other: string): boolean =>
  scopeOf(desk).length < scopeOf(other).length && other.startsWith(scopeOf(desk))
