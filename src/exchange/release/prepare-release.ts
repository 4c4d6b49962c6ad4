import type { TableSet } from '../../disclosure/table-set.ts'
import type { PlannedTable, ReleasePlan } from '../../statistics/release-plan.ts'
import { tableOf } from '../../statistics/release-plan.ts'
import type { CountTable } from '../../statistics/tabulate.ts'
import type { ReleasedTable } from '../protection.ts'
import { roundTables } from '../round-tables.ts'
import type { UnitKeys } from '../unit-keys.ts'
import { type Guard, guardCodeOf } from './guard.ts'
import type { CountOf } from './joint-cells.ts'
import { type LinkedSet, linkedSets } from './linked-sets.ts'
import { ReleaseError, refusalFor } from './release-refused.ts'
import type { EarlierTable, TableAt } from './table-at.ts'
import { tieBreakSecret } from './tie-break-secret.ts'
import { reasonsOf, type TableWithheldBecause, type WithheldBecause } from './withheld-because.ts'

/** What a period comes to before anything is decided about it. */
export interface CountedPeriod {
  plan: ReleasePlan
  period: string
  /** The tables the plan asks for, in its order. */
  tables: readonly CountTable[]
  /** Counts a table nobody publishes from the same facts. */
  count: CountOf
  /** Every table the room released before. */
  earlier: readonly EarlierTable[]
}

/** Why cells of a class S table stay in the room. */
export interface WithheldCells {
  table: string
  whole: TableWithheldBecause | null
  cells: (WithheldBecause | null)[]
}

export interface PreparedRelease {
  /** In the plan's order. */
  tables: ReleasedTable[]
  withheld: WithheldCells[]
}

/**
 * Makes of the true counts what may leave: class P as it is, class A rounded, class S with every cell withheld that has to be. A class S
 * table that cannot be protected, or not in time, leaves without a single figure. Throws `ReleaseError`.
 */
export async function prepareRelease(
  counted: CountedPeriod,
  keys: Pick<UnitKeys, 'rounding'>,
  guard: Guard,
): Promise<PreparedRelease> {
  const { plan, period, tables, earlier, count } = counted
  const planned = tables.map((table) => ({ counted: table, table: planOf(plan, table.id) }))
  const additive = planned.filter(({ table }) => table.class === 'A').map((one) => one.counted)
  const rounded = new Map(
    (await roundTables(additive, plan, period, keys)).map((table) => [table.id, table.cells]),
  )
  const now = planned.map(({ counted, table }): TableAt => {
    const released = table.class === 'S' ? null : (rounded.get(table.id) ?? counted.cells)
    return { table, period, counted, released }
  })
  const secret = await tieBreakSecret(keys)
  const suppressed = new Map<string, { k: number; cells: ReleasedTable['cells']; withheld: WithheldCells }>()
  for (const linked of linkedSets(plan, { now, earlier, count }))
    for (const [id, table] of await protectLinked(linked, guard, secret)) suppressed.set(id, table)
  return {
    tables: now.map(({ table, released }) => ({
      id: table.id,
      k: suppressed.get(table.id)?.k ?? null,
      cells: [...(suppressed.get(table.id)?.cells ?? released ?? [])],
    })),
    withheld: [...suppressed.values()].map(({ withheld }) => withheld),
  }
}

function planOf(plan: ReleasePlan, id: string): PlannedTable {
  const table = tableOf(plan, id)
  if (!table) throw new ReleaseError('RELEASE_PLAN_CHANGED', id)
  return table
}

interface Suppressed {
  k: number
  cells: (number | null)[]
  withheld: WithheldCells
}

/** Protects one set; as long as that does not succeed, one table after the other is withheld whole, the largest first. */
async function protectLinked(
  linked: LinkedSet,
  guard: Guard,
  secret: Uint8Array,
): Promise<Map<string, Suppressed>> {
  const whole = new Map<string, TableWithheldBecause>()
  const sizeOf = ({ id }: PlannedTable) => linked.places.get(id)?.length ?? 0
  const inTurn = linked.tables.toSorted((a, b) => sizeOf(b) - sizeOf(a))
  for (;;) {
    const open = withoutTables(linked, whole)
    try {
      const closed =
        whole.size === linked.tables.length && !isLinkedOutside(open)
          ? open
          : await guard.protect(open, secret)
      return laidOut(linked, { open, closed, whole })
    } catch (problem) {
      const code = guardCodeOf(problem)
      const next = inTurn.find(({ id }) => !whole.has(id))
      if (next === undefined || !(code in becauseOf))
        throw new ReleaseError(refusalFor(code), namesOf(linked))
      const because = becauseOf[code as keyof typeof becauseOf]
      // Tried again with less only where that can help: what took too long takes too long.
      for (const { id } of because === 'UNPROTECTABLE' ? [next] : inTurn)
        if (!whole.has(id)) whole.set(id, because)
    }
  }
}

const becauseOf = {
  UNPROTECTABLE: 'UNPROTECTABLE',
  TIMEOUT: 'RELEASE_TIMEOUT',
  SOLVER: 'RELEASE_SOLVER',
} as const satisfies Partial<Record<string, TableWithheldBecause>>

export const namesOf = ({ tables }: LinkedSet): string => tables.map(({ id }) => id).join(' ')

/** Is there anything in it that an attacker sees once every table of this release is withheld? */
const isLinkedOutside = ({ cells }: TableSet): boolean =>
  cells.some(({ frozen, between }) => frozen === true || between !== undefined)

/** The set with these tables withheld whole: their cells, but for those that stand in another table too. */
function withoutTables({ set, places }: LinkedSet, whole: ReadonlyMap<string, unknown>): TableSet {
  const shown = new Set([...places].flatMap(([id, positions]) => (whole.has(id) ? [] : positions)))
  const hidden = new Set([...places].flatMap(([id, positions]) => (whole.has(id) ? positions : [])))
  const cells = set.cells.map((cell, position) =>
    hidden.has(position) && !shown.has(position) && !cell.frozen
      ? { ...cell, withheld: true as const }
      : cell,
  )
  return { ...set, cells }
}

function laidOut(
  { tables, places, set }: LinkedSet,
  {
    open,
    closed,
    whole,
  }: { open: TableSet; closed: TableSet; whole: ReadonlyMap<string, TableWithheldBecause> },
): Map<string, Suppressed> {
  const reasons = reasonsOf(open, closed)
  return new Map(
    tables.map(({ id }) => {
      const positions = places.get(id) ?? []
      const isWhole = whole.get(id) ?? null
      const cells = positions.map((position) => {
        const cell = closed.cells[position]
        return isWhole !== null || cell === undefined || cell.withheld ? null : cell.n
      })
      const because = positions.map((position) =>
        isWhole === null ? (reasons[position] ?? null) : 'TABLE_WITHHELD',
      )
      return [id, { k: set.policy.k, cells, withheld: { table: id, whole: isWhole, cells: because } }]
    }),
  )
}
