import type { ReleaseProfile } from '../casework/unit/unit-profile.ts'
import type { Fact } from './fact.ts'
import { MemberDigest } from './member-digest.ts'
import { monthsOf, periodKindOf } from './period.ts'
import {
  type Dimension,
  dimensionsOf,
  gridSize,
  type PlannedTable,
  publishedTables,
  type ReleasePlan,
} from './release-plan.ts'

/** True counts of one table, for the room's own eyes. Cells in grid order: the last dimension runs fastest. */
export interface CountTable {
  id: string
  cells: number[]
  /** For each cell a digest of who is in it: the same persons, the same digest, in whatever order they came. */
  members: string[]
}

/** A fact with a category that the plan has no place for: the plan and the room's version do not belong together. */
export class FactOutsidePlanError extends Error {
  readonly code = 'FACT_OUTSIDE_PLAN'
  override readonly name = 'FactOutsidePlanError'
}

/**
 * The tables a room of this profile publishes for this period, counted.
 * `facts` in the order they were saved: of two in one month about one person, the later one holds.
 */
export const tabulate = (
  facts: readonly Fact[],
  plan: ReleasePlan,
  period: string,
  profile: ReleaseProfile,
): CountTable[] =>
  publishedTables(plan, profile, periodKindOf(period)).map((table) => countTable(facts, plan, table, period))

/** One table of the plan, counted. Throws `FactOutsidePlanError`. */
export function countTable(
  facts: readonly Fact[],
  plan: ReleasePlan,
  table: PlannedTable,
  period: string,
): CountTable {
  const counted = facts.filter(belongsTo(table, period))
  const cellOf = sorterOf(dimensionsOf(plan, table))
  const digests = Array.from({ length: gridSize(plan, table) }, () => new MemberDigest())
  for (const fact of table.unit === 'person' ? newestOfEachPerson(counted) : counted) {
    digests[cellOf(fact)]?.add(fact.person)
  }
  return { id: table.id, cells: digests.map(({ size }) => size), members: digests.map(String) }
}

/** A stock looks back to January: pseudonyms last a calendar year, and each year begins by stating anew what stands. */
function belongsTo({ counts, stock }: PlannedTable, period: string): (fact: Fact) => boolean {
  const months = monthsOf(period)
  const first = stock ? `${period.slice(0, 4)}-01` : (months[0] ?? period)
  const last = months.at(-1) ?? period
  return ({ kind, month }) => counts.includes(kind) && month >= first && month <= last
}

function newestOfEachPerson(facts: readonly Fact[]): Iterable<Fact> {
  const newest = new Map<string, Fact>()
  for (const fact of facts) {
    if (fact.person === null) continue
    const earlier = newest.get(fact.person)
    if (!earlier || earlier.month <= fact.month) newest.set(fact.person, fact)
  }
  return newest.values()
}

/** Gives a fact's place in the grid of these dimensions. */
function sorterOf(dims: readonly Dimension[]): (fact: Fact) => number {
  const sorters = dims.map((dimension) => {
    const places = new Map(dimension.codes.map(({ code }, place) => [code, place]))
    const rest = dimension.rest === null ? undefined : places.get(dimension.rest)
    const [first, second] = dimension.from
    return (fact: Fact): number => {
      const short = first ? (fact[first] ?? '') : ''
      const detail = second ? fact[second] : null
      const place =
        (detail === null ? undefined : places.get(`${short}.${detail}`)) ?? places.get(short) ?? rest
      if (place === undefined) throw new FactOutsidePlanError(`${dimension.id}: ${short}`)
      return place
    }
  })
  return (fact) =>
    sorters.reduce((cell, place, position) => cell * (dims[position]?.codes.length ?? 1) + place(fact), 0)
}
