import type { Outcome } from '../../instruments/outcome.ts'
import type { ReleasePlan } from '../../statistics/release-plan.ts'
import { refuse } from '../refusals.ts'
import type { MergeOf } from './merge-packages.ts'
import { byUnit, roomTwice } from './merge-packages.ts'
import { bandOf, type MergedPayload, type MergedTable, mergedOutcome, scopeOf } from './merged-payload.ts'

/** A merged package that was verified. */
export interface VerifiedMerge {
  payload: MergedPayload
  /** Of its JWS. */
  sha256: string
}

/**
 * Adds merged packages of the level below up for the next one. Refused when one was merged by this very desk, when a room is in
 * two of them, or when they are of different periods or plans: nothing may be counted twice. `ownRooms`: what this desk merged of rooms that
 * report to it directly.
 */
export function mergeMerges(
  merges: readonly VerifiedMerge[],
  { plan, reference, from, to, period, created }: MergeOf,
  ownRooms: MergedPayload | null = null,
): Outcome<MergedPayload> {
  const ofCounties = [...new Map(merges.map((merge) => [merge.sha256, merge.payload])).values()]
  const once = [...ofCounties, ...(ownRooms === null ? [] : [ownRooms])]
  const [first] = once
  if (!first) return refuse('NOTHING_TO_REPORT', { at: period })
  for (const merged of ofCounties) {
    const { unit } = merged.from
    if (unit === from) return refuse('MERGE_OF_ITS_OWN', { at: unit })
    if (!unit.startsWith(scopeOf(from))) return refuse('NOT_OUR_COUNTY', { at: unit })
    if (merged.period !== period) return refuse('WRONG_PERIOD', { at: unit })
    if (merged.plan.sha256 !== reference.sha256) return refuse('UNKNOWN_PLAN', { at: unit })
  }
  const children = once.flatMap((merged) => merged.children)
  const twice = roomTwice(children)
  if (twice !== null) return refuse('MERGE_ROOM_TWICE', { at: twice })
  const held = new Set(once.flatMap((merged) => merged.held))
  return mergedOutcome({
    ...first,
    from: { unit: from },
    to: { unit: to.unit, key: to.kid },
    created,
    late: once.reduce((sum, { late }) => sum + late, 0),
    tables: tablesOf(plan, once),
    held: plan.tables.map(({ id }) => id).filter((id) => held.has(id)),
    children: children.toSorted(byUnit),
  })
}

const tablesOf = (plan: ReleasePlan, merges: readonly MergedPayload[]): MergedTable[] =>
  plan.tables.flatMap(({ id }) => {
    const [first, ...others] = merges.flatMap(({ tables }) => tables.filter((table) => table.id === id))
    return first ? [others.reduce(added, first)] : []
  })

const added = (sum: MergedTable, other: MergedTable): MergedTable => ({
  id: sum.id,
  rooms: sum.rooms + other.rooms,
  cells: sum.cells.map((count, cell) => {
    const more = other.cells[cell] ?? null
    return count === null ? more : count + (more ?? 0)
  }),
  withheld: sum.withheld?.map((least, cell) => bandOf(least + (other.withheld?.[cell] ?? 0))) ?? null,
})
