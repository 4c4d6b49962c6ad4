import { isDemoCode } from '../../casework/unit/unit-profile.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import { gridSize } from '../../statistics/axis.ts'
import type { ReleasePlan } from '../../statistics/release-plan.ts'
import type { PlanReference } from '../plan-reference.ts'
import type { VerifiedPackage } from '../read-package.ts'
import { refuse } from '../refusals.ts'
import {
  bandOf,
  type Child,
  type MergedPayload,
  type MergedTable,
  mergedOutcome,
  scopeOf,
} from './merged-payload.ts'

/** What a merge is made for. */
export interface MergeOf {
  plan: ReleasePlan
  reference: PlanReference
  /** Division code of the county that merges. */
  from: string
  to: { unit: string; kid: string }
  period: string
  /** Today, as `YYYY-MM-DD`. */
  created: string
}

/**
 * Adds a county's verified packages of one period up: class A and P to the unit, class S as the sum of what was shown with the
 * number of rooms that withhold each cell. The same package twice counts once; two of one room are refused.
 */
export function mergePackages(
  packages: readonly Pick<VerifiedPackage, 'payload' | 'sha256'>[],
  { plan, reference, from, to, period, created }: MergeOf,
): Outcome<MergedPayload> {
  const once = [...new Map(packages.map((content) => [content.sha256, content])).values()]
  if (once.length === 0) return refuse('NOTHING_TO_REPORT', { at: period })
  for (const { payload } of once) {
    const { unit } = payload.from
    if (!unit.startsWith(scopeOf(from))) return refuse('NOT_OUR_COUNTY', { at: unit })
    if (payload.period !== period) return refuse('WRONG_PERIOD', { at: unit })
    if (payload.plan.sha256 !== reference.sha256) return refuse('UNKNOWN_PLAN', { at: unit })
  }
  const children = once.map(
    ({ payload, sha256 }): Child => ({ unit: payload.from.unit, period, sha256, seq: payload.seq }),
  )
  const twice = roomTwice(children)
  if (twice !== null) return refuse('MERGE_ROOM_TWICE', { at: twice })
  const payload: MergedPayload = {
    format: 'anxin-merged/1',
    demo: isDemoCode(from),
    plan: reference,
    from: { unit: from },
    to: { unit: to.unit, key: to.kid },
    period,
    created,
    late: once.reduce((sum, { payload }) => sum + payload.late, 0),
    tables: plan.tables.flatMap((table) => {
      const reported = once.flatMap(({ payload }) => payload.tables.filter(({ id }) => id === table.id))
      return reported.length === 0 ? [] : [addUp(table, gridSize(plan, table), reported)]
    }),
    children: children.toSorted(byUnit),
  }
  return mergedOutcome(payload)
}

const addUp = (
  { id, class: tableClass }: ReleasePlan['tables'][number],
  size: number,
  reported: readonly { cells: readonly (number | null)[] }[],
): MergedTable => {
  const each = <T>(value: (cell: number) => T): T[] => Array.from({ length: size }, (_, cell) => value(cell))
  const at = (cell: number) => reported.map(({ cells }) => cells[cell] ?? null)
  return {
    id,
    rooms: reported.length,
    cells: each((cell) => at(cell).reduce<number>((sum, count) => sum + (count ?? 0), 0)),
    withheld:
      tableClass === 'S' ? each((cell) => bandOf(at(cell).filter((count) => count === null).length)) : null,
  }
}

/** A room of which two packages are in a list; null when there is none. */
export function roomTwice(children: readonly Child[]): string | null {
  const seen = new Set<string>()
  for (const { unit } of children) {
    if (seen.has(unit)) return unit
    seen.add(unit)
  }
  return null
}

export const byUnit = (a: Child, b: Child): number => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0)
