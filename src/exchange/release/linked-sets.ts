import type { TableCell, TableSet } from '../../disclosure/table-set.ts'
import { axesOf } from '../../statistics/axis.ts'
import { monthsOf } from '../../statistics/period.ts'
import { statisticOf } from '../../statistics/plan-rules.ts'
import type { PlannedTable, ReleasePlan } from '../../statistics/release-plan.ts'
import { type CountOf, jointCells } from './joint-cells.ts'
import { periodAxis, periodDimension } from './period-axis.ts'
import { ReleaseError } from './release-refused.ts'
import { type SetAxis, setAxes } from './set-axes.ts'
import type { EarlierTable, TableAt } from './table-at.ts'

/** Tables that one attacker reads together because they count the same thing. */
export interface LinkedSet {
  /** Class S tables of this release, in the plan's order. */
  tables: PlannedTable[]
  set: TableSet
  /** For each of these tables the positions of its cells in the set. */
  places: ReadonlyMap<string, readonly number[]>
}

/** What is released now, and what the room released before; of the latter only what overlaps in time is looked at. */
export interface Released {
  now: readonly TableAt[]
  earlier: readonly EarlierTable[]
  /** Counts a table nobody publishes from the facts of this release. */
  count: CountOf
}

/**
 * One set for every statistic that has a class S table in this release: all its tables, those of earlier releases over some of the same
 * months as frozen cells, rounded ones as intervals. Throws `ReleaseError` RELEASE_OVERLAPS where windows overlap in a way nobody can add,
 * RELEASE_TRUTH_LOST where one of them was lost here: nobody can attack what they do not know.
 */
export function linkedSets(plan: ReleasePlan, { now, earlier, count }: Released): LinkedSet[] {
  checkOverlaps(now, earlier)
  const suppressed = now.filter(({ table }) => table.class === 'S')
  const statistics = [...new Set(suppressed.map(({ table }) => statisticOf(table)))]
  return statistics.map((statistic) => {
    const isOf = ({ table }: EarlierTable) => statisticOf(table) === statistic
    const tables = now.filter(isOf)
    const before = earlier.filter((one) => isOf(one) && overlaps(one, tables)).map(stillKnown)
    return linkedSet(plan, { now: tables, earlier: before, count })
  })
}

/** An earlier table of which is known here what it was counted from. */
function stillKnown({ counted, ...one }: EarlierTable): TableAt {
  if (counted === null) throw new ReleaseError('RELEASE_TRUTH_LOST', one.table.id)
  return { ...one, counted }
}

const overlaps = ({ period }: EarlierTable, others: readonly TableAt[]): boolean => {
  const months = new Set(monthsOf(period))
  return others.some((other) => monthsOf(other.period).some((month) => months.has(month)))
}

/** Windows that overlap may only be of counts that add up over time, and of class S, so that the attack sees them as what they are. */
function checkOverlaps(now: readonly TableAt[], earlier: readonly EarlierTable[]): void {
  const guarded = (one: EarlierTable) => one.table.class !== 'P' && !one.table.stock
  for (const one of now.filter(guarded)) {
    const before = earlier.filter(
      (other) =>
        guarded(other) && statisticOf(other.table) === statisticOf(one.table) && overlaps(other, [one]),
    )
    const addable = (other: EarlierTable) =>
      one.table.class === 'S' && other.table.class === 'S' && one.table.unit !== 'person'
    if (before.some((other) => other.period === one.period || !addable(other)))
      throw new ReleaseError('RELEASE_OVERLAPS', one.table.id)
  }
}

function linkedSet(
  plan: ReleasePlan,
  { now, earlier, count }: Released & { earlier: readonly TableAt[] },
): LinkedSet {
  const all = [...now, ...earlier]
  const axes = setAxes(plan, [...new Set(all.flatMap(({ table }) => table.dims))])
  const time = earlier.length === 0 ? null : periodAxis(all.map(({ period }) => period))
  const listed = new Map<string, { cell: TableCell; position: number }>()
  const cells: TableCell[] = []
  const places = new Map<string, number[]>()
  for (const one of all) {
    const isNow = now.includes(one)
    const positions = cellsAt(plan, one, axes, time).map(({ at, cell }) => {
      const key = JSON.stringify(Object.entries(at).sort())
      const known = listed.get(key)
      if (!known) {
        listed.set(key, { cell, position: cells.length })
        return cells.push(cell) - 1
      }
      merge(known.cell, cell, one.table.id)
      return known.position
    })
    for (const position of positions) {
      const cell = cells[position]
      if (cell && !isNow) cell.frozen = true
    }
    if (isNow && one.table.class === 'S') places.set(one.table.id, positions)
  }
  const suppressed = now.flatMap(({ table }) => (table.class === 'S' ? [table] : []))
  const dims = Object.fromEntries([...new Set(axes.values())].map(({ id, sums }) => [id, { sums }]))
  if (time) {
    dims[periodDimension] = { sums: time.sums }
    cells.push(...time.lateCells(cells))
    if (cells.some(({ n }) => n < 0)) throw new ReleaseError('RELEASE_OVERLAPS', suppressed[0]?.id ?? '')
  }
  const policy = {
    k: Math.max(...suppressed.map(({ k }) => k)),
    zeros: suppressed.some(({ zeros }) => zeros === 'withheld') ? 'withheld' : 'published',
  } as const
  const period = time ? { [periodDimension]: now[0]?.period ?? '' } : {}
  const inner = jointCells(plan, suppressed, { dims, cells, policy }, { axes, count })
  cells.push(...inner.map((cell) => ({ ...cell, at: { ...cell.at, ...period } })))
  return { tables: suppressed, set: { dims, cells, policy }, places }
}

/** A margin that stands in two tables: seen in one, it is seen. Two different counts of it cannot both be true. */
function merge(known: TableCell, other: TableCell, table: string): void {
  if (known.n !== other.n) throw new ReleaseError('RELEASE_RESIDUAL', table)
  if (known.between || other.between) throw new ReleaseError('RELEASE_OVERLAPS', table)
  if (!other.withheld) delete known.withheld
}

interface Placed {
  at: Record<string, string>
  cell: TableCell
}

function cellsAt(
  plan: ReleasePlan,
  { table, period, counted, released }: TableAt,
  axes: ReadonlyMap<string, SetAxis>,
  time: { codeOf(period: string): string } | null,
): Placed[] {
  const grid = axesOf(plan, table)
  const size = grid.reduce((product, { codes }) => product * codes.length, 1)
  return Array.from({ length: size }, (_, index) => {
    const at: Record<string, string> = time ? { [periodDimension]: time.codeOf(period) } : {}
    let rest = index
    for (const { id, codes } of grid.toReversed()) {
      const axis = axes.get(id)
      const code = codes[rest % codes.length]?.code ?? ''
      rest = Math.floor(rest / codes.length)
      if (axis && axis.codeOf(id, code) !== '_T') at[axis.id] = axis.codeOf(id, code)
    }
    const n = counted.cells[index] ?? 0
    const cell: TableCell = { at, n }
    const shown = released === null ? n : (released[index] ?? null)
    if (table.class === 'A') {
      const spread = table.base - 1
      cell.between = [Math.max(0, (shown ?? n) - spread), (shown ?? n) + spread]
    } else {
      const persons = counted.persons[index] ?? 0
      const top = counted.top[index] ?? 0
      if (persons !== n) cell.persons = persons
      if (top > 0) cell.top = top
      if (shown === null) cell.withheld = true
    }
    return { at, cell }
  })
}
