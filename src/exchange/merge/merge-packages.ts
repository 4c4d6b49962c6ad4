import { isDemoCode } from '../../casework/unit/unit-profile.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import { gridSize } from '../../statistics/axis.ts'
import type { ReleasePlan } from '../../statistics/release-plan.ts'
import type { PlanReference } from '../plan-reference.ts'
import { refuse } from '../refusals.ts'
import { passedOn } from './merge-gate.ts'
import { type Child, type MergedPayload, mergedOutcome, scopeOf } from './merged-payload.ts'
import type { RoomReport } from './room-report.ts'

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
 * Adds the packages a county verified up for one period, and holds back what would uncover a room (`passedOn`). The same package twice counts
 * once; two of one room are refused, and so is a merge of too few rooms. `leaveOut`: tables the county does not pass on.
 */
export function mergePackages(
  reports: readonly RoomReport[],
  { plan, reference, from, to, period, created }: MergeOf,
  leaveOut: readonly string[] = [],
): Outcome<MergedPayload> {
  const once = [...new Map(reports.map((report) => [report.sha256, report])).values()]
  if (once.length === 0) return refuse('NOTHING_TO_REPORT', { at: period })
  for (const { unit, period: of, plan: by } of once) {
    if (!unit.startsWith(scopeOf(from))) return refuse('NOT_OUR_COUNTY', { at: unit })
    if (of !== period) return refuse('WRONG_PERIOD', { at: unit })
    if (by !== reference.sha256) return refuse('UNKNOWN_PLAN', { at: unit })
  }
  const children = once.map(({ unit, sha256, seq }): Child => ({ unit, period, sha256, seq }))
  const twice = roomTwice(children)
  if (twice !== null) return refuse('MERGE_ROOM_TWICE', { at: twice })
  const reported = plan.tables.flatMap((table) => {
    const of = once.flatMap(({ tables }) => tables.filter(({ id }) => id === table.id))
    return of.length === 0 ? [] : [{ id: table.id, merged: passedOn(table, gridSize(plan, table), of) }]
  })
  const isTold = ({ id, merged }: (typeof reported)[number]) => merged !== null && !leaveOut.includes(id)
  const tables = reported.filter(isTold).flatMap(({ merged }) => merged ?? [])
  if (tables.length === 0) return refuse('MERGE_TOO_FEW_ROOMS', { at: period })
  return mergedOutcome({
    format: 'anxin-merged/1',
    demo: isDemoCode(from),
    plan: reference,
    from: { unit: from },
    to: { unit: to.unit, key: to.kid },
    period,
    created,
    late: once.reduce((sum, { late }) => sum + late, 0),
    tables,
    held: reported.filter((one) => !isTold(one)).map(({ id }) => id),
    children: children.toSorted(byUnit),
  })
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
