import { AttackError } from './attack-error.ts'
import type { LinkedCells } from './link-cells.ts'
import type { LinearModel, LinearProgram, LinearRow, Solver } from './solver.ts'

/** How far a cell may lie from its true count in the eyes of an attacker who does not see it. */
export interface Room {
  down: number
  up: number
}

/** That a cell could differ from its true count by so much, at least and at most, above it (`sign` 1) or below (−1). */
export interface Demand {
  cell: number
  sign: 1 | -1
  least: number
  most?: number
}

/** Differences from the true counts with which all sums still hold: a table that an attacker cannot rule out. */
export interface Deviation {
  /** For each cell; whole numbers unless the solver found others. */
  by: Float64Array
  whole: boolean
}

/** The linear program of all tables that still fit, at a cost for every cell that differs from its true count. */
export interface Deviations {
  /** What one unit of difference in this cell costs; nothing at first. */
  setCost(cell: number, cost: number): void
  /** Whether the cell may differ at all; at first it may. */
  open(cell: number): void
  shut(cell: number): void
  /** A cheapest table that meets the demand, or null when none does; `whole` takes whole numbers alone, and much longer. */
  meet(demand: Demand, whole: boolean): Deviation | null
  /** How often the solver has run. */
  runs(): number
  close(): void
}

const TOLERANCE = 1e-6

export const meets = (
  { by }: Deviation,
  { cell, sign, least, most = Number.POSITIVE_INFINITY }: Demand,
): boolean => {
  const difference = (by[cell] ?? 0) * sign
  return difference >= least - TOLERANCE && difference <= most + TOLERANCE
}

export const moves = ({ by }: Deviation, cell: number): boolean => Math.abs(by[cell] ?? 0) > TOLERANCE

/**
 * `rooms` null for a cell that every attacker knows: it never differs; `counts` the true counts, 0 where there is none to know.
 * Throws `AttackError` when the solver does not answer as it must.
 */
export function deviationsOf(
  rooms: readonly (Room | null)[],
  counts: readonly number[],
  equations: LinkedCells['equations'],
  solver: Solver,
  secondsLeft: (() => number) | undefined,
): Deviations {
  const cells = rooms.flatMap((room, cell) => (room === null ? [] : [cell]))
  // Two columns for a cell, above and below, so that a difference costs the same either way.
  const columns = new Map(cells.map((cell, index) => [cell, 2 * index]))
  const roomOf = (cell: number): Room => rooms[cell] ?? { down: 0, up: 0 }
  const columnOf = (cell: number): number => {
    const column = columns.get(cell)
    if (column === undefined) throw new RangeError(`cell ${cell} is known to everyone`)
    return column
  }
  const lower = cells.flatMap(() => [0, 0])
  const upper = cells.flatMap((cell) => [roomOf(cell).up, roomOf(cell).down])
  const costs = lower.map(() => 0)
  const rows = equations.map((equation) => rowOf(equation, counts, columns))
  const program: LinearProgram = { lower: [...lower], upper: [...upper], rows: rows.filter(isOpen) }
  const model = solver.load(program)
  let runs = 0

  const setBounds = (column: number, low: number, high: number) => {
    if (lower[column] === low && upper[column] === high) return
    lower[column] = low
    upper[column] = high
    model.setBounds(column, low, high)
  }
  const limit = (cell: number, { up, down }: Room) => {
    const column = columnOf(cell)
    setBounds(column, 0, up)
    setBounds(column + 1, 0, down)
  }
  const run = (asked: LinearModel): Deviation | null => {
    runs += 1
    const { status, point } = asked.run(secondsLeft?.())
    if (status === 'infeasible') return null
    if (status === 'time') throw new AttackError('TIMEOUT', 'the solver ran out of time')
    if (status !== 'optimal') throw new AttackError('SOLVER', `status ${status}`)
    return deviationAt(point, cells, rooms.length)
  }
  const runWhole = (): Deviation | null => {
    const whole = solver.load({ ...program, lower, upper, integral: true })
    try {
      for (const [column, cost] of costs.entries()) whole.setCost(column, cost)
      return run(whole)
    } finally {
      whole.close()
    }
  }
  return {
    setCost: (cell, cost) => {
      const column = columnOf(cell)
      if (costs[column] === cost) return
      for (const each of [column, column + 1]) {
        costs[each] = cost
        model.setCost(each, cost)
      }
    },
    open: (cell) => limit(cell, roomOf(cell)),
    shut: (cell) => limit(cell, { down: 0, up: 0 }),
    meet: ({ cell, sign, least, most = Number.POSITIVE_INFINITY }, whole) => {
      const column = columnOf(cell)
      const [toward, away] = sign === 1 ? [column, column + 1] : [column + 1, column]
      const [farthest, back] = [upper[toward] ?? 0, upper[away] ?? 0]
      if (farthest < least) return null
      setBounds(toward, least, Math.min(most, farthest))
      setBounds(away, 0, 0)
      try {
        const found = run(model)
        return whole && found !== null && !found.whole ? runWhole() : found
      } finally {
        setBounds(toward, 0, farthest)
        setBounds(away, 0, back)
      }
    },
    runs: () => runs,
    close: () => model.close(),
  }
}

/** The differences undo what the known counts leave over. */
function rowOf(
  { total, parts }: LinkedCells['equations'][number],
  counts: readonly number[],
  columns: ReadonlyMap<number, number>,
): LinearRow & { values: number[] } {
  const row = { columns: [] as number[], values: [] as number[], lower: 0, upper: 0 }
  for (const [index, cell] of [total, ...parts].entries()) {
    const value = index === 0 ? -1 : 1
    row.lower -= value * (counts[cell] ?? 0)
    const column = columns.get(cell)
    if (column === undefined) continue
    row.columns.push(column, column + 1)
    row.values.push(value, -value)
  }
  return { ...row, upper: row.lower }
}

function isOpen({ columns, lower }: LinearRow): boolean {
  if (columns.length === 0 && lower !== 0)
    throw new AttackError('INCONSISTENT', 'published counts do not add up')
  return columns.length > 0
}

function deviationAt(point: ArrayLike<number>, cells: readonly number[], size: number): Deviation {
  const by = new Float64Array(size)
  let whole = true
  for (const [index, cell] of cells.entries()) {
    const exact = (point[2 * index] ?? 0) - (point[2 * index + 1] ?? 0)
    const rounded = Math.round(exact)
    const isWhole = Math.abs(exact - rounded) < TOLERANCE
    by[cell] = isWhole ? rounded : exact
    whole &&= isWhole
  }
  return { by, whole }
}
