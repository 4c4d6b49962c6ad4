import { z } from 'zod'
import type { RecordKind } from '../../casework/records/record.ts'
import { releaseProfiles } from '../../casework/unit/unit-profile.ts'
import { periodSchema, yearOf } from '../../statistics/period.ts'
import { type ReleasePlan, tableOf } from '../../statistics/release-plan.ts'
import { type PlanReference, planReferenceSchema, sha256Schema } from '../plan-reference.ts'
import type { ReleasedTable } from '../protection.ts'
import type { VerifiedPackage } from '../read-package.ts'
import type { CountedPeriod } from './prepare-release.ts'
import { ReleaseError } from './release-refused.ts'
import type { EarlierTable } from './table-at.ts'

const count = z.int().min(0)

/**
 * Every cell of one package, as it left and as it was counted when the period was closed. Saved with the package and never changed:
 * whatever comes later must not say anything else.
 */
const releasedTablesSchema = z.strictObject({
  period: periodSchema,
  /** The package: SHA-256 of its JWS. */
  sha256: sha256Schema,
  plan: planReferenceSchema,
  profile: z.enum(releaseProfiles),
  tables: z.array(
    z.strictObject({
      id: z.string().min(1),
      /** As they left; null for a withheld one. */
      cells: z.array(count.nullable()),
      /** All three null in a package that was lost here and taken back: what was published is known, what was counted is not. */
      counted: z.array(count).nullable(),
      persons: z.array(count).nullable(),
      top: z.array(count).nullable(),
    }),
  ),
  /**
   * SHA-256 of all that was counted and who it was; tells whether counting again gives the same. Null in a package taken back whose figures
   * do not follow from the records that are left.
   */
  content: sha256Schema.nullable(),
  /** Records that counted for the period as it was closed, and late entries of earlier ones that were told of with it. */
  entries: count,
  late: count,
})
export type ReleasedTables = z.infer<typeof releasedTablesSchema>

export const releasedTablesKind: RecordKind<ReleasedTables> = {
  table: 'releasedTables',
  domain: 'statistics',
  version: 1,
  schema: releasedTablesSchema,
  clientOf: () => null,
  changeable: () => [],
}

/** What a package released, to be saved with it. `sha256`: of the package. */
export const releasedTables = (
  sha256: string,
  {
    counted,
    tables,
    ...of
  }: Pick<ReleasedTables, 'plan' | 'profile' | 'content' | 'entries' | 'late'> & {
    counted: CountedPeriod
    tables: readonly ReleasedTable[]
  },
): ReleasedTables => ({
  period: counted.period,
  sha256,
  ...of,
  tables: tables.map(({ id, cells }) => {
    const truth = counted.tables.find((table) => table.id === id)
    const { cells: n = [], persons = [], top = [] } = truth ?? {}
    return { id, cells, counted: [...n], persons: [...persons], top: [...top] }
  }),
})

/** What a package released that was lost here and taken back: only what it says itself. */
export const publishedAgain = (
  { sha256, payload }: Pick<VerifiedPackage, 'sha256' | 'payload'>,
  now: Pick<ReleasedTables, 'content' | 'entries' | 'late'>,
): ReleasedTables => ({
  period: payload.period,
  sha256,
  plan: payload.plan,
  profile: payload.profile,
  tables: payload.tables.map(({ id, cells }) => ({ id, cells, counted: null, persons: null, top: null })),
  ...now,
})

/** Which plan and profile a period is released by. */
export interface ReleasedBy {
  plan: ReleasePlan
  reference: PlanReference
  profile: ReleasedTables['profile']
}

/**
 * The tables of earlier releases that the attack has to know. Throws `ReleaseError` RELEASE_PLAN_CHANGED when something of the same year
 * was released by another plan or profile: places and codes change on 1 January alone.
 */
export function earlierTables(
  ledger: readonly ReleasedTables[],
  period: string,
  { plan, reference, profile }: ReleasedBy,
): EarlierTable[] {
  const ofYear = ledger.filter((entry) => yearOf(entry.period) === yearOf(period))
  const other = ofYear.find((entry) => entry.plan.sha256 !== reference.sha256 || entry.profile !== profile)
  if (other) throw new ReleaseError('RELEASE_PLAN_CHANGED', other.period)
  return ofYear.flatMap((entry) =>
    entry.tables.map(({ id, cells, counted, persons, top }) => {
      const table = tableOf(plan, id)
      if (!table) throw new ReleaseError('RELEASE_PLAN_CHANGED', id)
      const truth = counted && persons && top && { cells: counted, persons, top }
      return { table, period: entry.period, counted: truth, released: cells }
    }),
  )
}
