import { isDemoCode } from '../casework/unit/unit-profile.ts'
import { done, type Outcome } from '../instruments/outcome.ts'
import { lateToldWith } from '../statistics/late-entries.ts'
import { hasBegun, periodKindOf, yearOf } from '../statistics/period.ts'
import { publishedTables } from '../statistics/published-tables.ts'
import type { ReleasePlan } from '../statistics/release-plan.ts'
import { checkTable } from './check-table.ts'
import { lateBase, type PackagePayload, packagePayloadSchema } from './package-payload.ts'
import { isSolverFor, protectionOf } from './protection.ts'
import { refuse } from './refusals.ts'

/** What a desk holds a payload against. */
export interface PayloadDesk {
  /** Whom packages have to be addressed to: this county desk and the thumbprint of its signing key; `before`: of those it had. */
  addressee: { unit: string; key: string; before?: readonly string[] }
  /** Release plans in force, by SHA-256. */
  plans: ReadonlyMap<string, ReleasePlan>
  /** `YYYY-MM-DD` */
  today: string
}

/** Is this the payload that a room of this unit would write for this desk? */
export function checkPayload(
  json: unknown,
  sender: { unit: string },
  desk: PayloadDesk,
): Outcome<PackagePayload> {
  const read = packagePayloadSchema.safeParse(json)
  if (!read.success) return refuse('PAYLOAD_INVALID', { at: read.error.issues[0]?.path.join('.') ?? '' })
  const payload = read.data
  const { from, to, demo, seq, previous } = payload
  if (from.unit !== sender.unit) return refuse('WRONG_UNIT', { at: from.unit })
  if (demo !== isDemoCode(from.unit) || demo !== isDemoCode(desk.addressee.unit))
    return refuse('DEMO_REFUSED')
  const { unit, key, before = [] } = desk.addressee
  if (to.unit !== unit || ![key, ...before].includes(to.key)) return refuse('NOT_FOR_THIS_DESK')
  if ((seq === 1) !== (previous === null)) return refuse('PAYLOAD_INVALID', { at: 'previous' })
  return checkTables(payload, desk)
}

function checkTables(payload: PackagePayload, desk: PayloadDesk): Outcome<PackagePayload> {
  const { period, created, profile, tables, protection, late } = payload
  const plan = desk.plans.get(payload.plan.sha256)
  if (!plan || plan.id !== payload.plan.id || plan.version !== payload.plan.version)
    return refuse('UNKNOWN_PLAN')
  const begun = hasBegun(period, created) && hasBegun(period, desk.today)
  if (!begun || yearOf(period) < plan.fromYear) return refuse('WRONG_PERIOD', { at: period })
  const expected = publishedTables(plan, profile, periodKindOf(period))
  if (tables.length !== expected.length) return refuse('WRONG_GRID')
  for (const [position, table] of expected.entries()) {
    const sound = checkTable(plan, table, tables[position])
    if (!sound.ok) return sound
  }
  const withholds = expected.some((table) => table.class === 'S')
  if (!isSolverFor(protection.solver, { withholds })) return refuse('NOT_AUDITED')
  const { cells, withheld } = protectionOf(tables, protection)
  const isAccountOfThese =
    cells === protection.cells && withheld === protection.withheld && withheld <= protection.targets
  if (!isAccountOfThese) return refuse('PROTECTION_DISAGREES')
  if (late > 0 && periodKindOf(period) !== lateToldWith(plan, profile))
    return refuse('PAYLOAD_INVALID', { at: 'late' })
  return late % lateBase === 0 ? done(payload) : refuse('NOT_ROUNDED', { at: 'late' })
}
