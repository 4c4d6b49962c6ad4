import { AttackError } from './attack-error.ts'
import type { Block } from './independent-blocks.ts'
import type { Bounds } from './known-bounds.ts'
import type { LinearModel, LinearProgram, Optimum, Solver } from './solver.ts'

/** A whole-number table that agrees with everything published: a count for each column of a block. */
export type Witness = readonly number[]

/** What a question to a block ended with: `torn` when the best point has fractions, which settles nothing. */
export type Answer =
  | { found: 'witness'; witness: Witness }
  | { found: 'torn'; point: number[] }
  | { found: 'none' }

/** The unknown cells of one block as linear programs, asked again and again. */
export interface BlockModel {
  /** Columns without an upper bound have this one, beyond all that can be known. */
  beyond: number
  lower: readonly number[]
  upper: readonly number[]
  restrict(column: number, lower: number, upper: number): void
  release(column: number): void
  /** The point of least cost. */
  ask(costs: ReadonlyMap<number, number>): Answer
  /** The same in whole numbers, by branch and bound. */
  askWhole(costs: ReadonlyMap<number, number>): Answer
  close(): void
}

/** Throws `AttackError` SOLVER or TIMEOUT whenever the solver does not answer as it must; `secondsLeft` bounds each run. */
export function openBlock(
  solver: Solver,
  { cells, rows }: Block,
  bounds: Bounds,
  secondsLeft: (() => number) | undefined,
): BlockModel {
  const lower = cells.map((cell) => bounds.lower[cell] ?? 0)
  const known = cells.map((cell) => bounds.upper[cell] ?? 0)
  const beyond = beyondAll(lower, known, rows)
  const upper = known.map((most) => Math.min(most, 4 * beyond))
  const linear: LinearProgram = { lower, upper, rows }
  const current = { lower: [...lower], upper: [...upper] }
  const moved = new Set<number>()
  const model = solver.load(linear)
  let whole: LinearModel | undefined
  let wholeMoved = new Set<number>()

  const limit = (): number | undefined => {
    const left = secondsLeft?.()
    if (left !== undefined && left <= 0) throw new AttackError('TIMEOUT', 'no time left')
    return left
  }
  const set = (column: number, low: number, high: number): void => {
    current.lower[column] = low
    current.upper[column] = high
    moved.add(column)
    model.setBounds(column, low, high)
  }
  const minimise = (asked: LinearModel, costs: ReadonlyMap<number, number>): Answer => {
    for (const [column, cost] of costs) asked.setCost(column, cost)
    const optimum = asked.run(limit())
    for (const column of costs.keys()) asked.setCost(column, 0)
    return judge(optimum, current, rows)
  }
  return {
    beyond,
    lower,
    upper,
    restrict: set,
    release: (column) => set(column, lower[column] ?? 0, upper[column] ?? 0),
    ask: (costs) => minimise(model, costs),
    askWhole: (costs) => {
      whole ??= solver.load({ ...linear, integral: true })
      for (const column of new Set([...moved, ...wholeMoved]))
        whole.setBounds(column, current.lower[column] ?? 0, current.upper[column] ?? 0)
      wholeMoved = new Set(moved)
      const answer = minimise(whole, costs)
      if (answer.found === 'torn') throw new AttackError('SOLVER', 'whole numbers were asked for')
      return answer
    },
    close: () => {
      model.close()
      whole?.close()
    },
  }
}

/** More than any cell with an upper bound could reach. */
function beyondAll(lower: readonly number[], upper: readonly number[], rows: Block['rows']): number {
  const finite = upper.filter((most) => most !== Number.POSITIVE_INFINITY)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  return 10_000 + 2 * (sum([...lower]) + Math.max(0, ...finite) + sum(rows.map((row) => Math.abs(row.lower))))
}

const TOLERANCE = 1e-5

/** Believes no point that it has not put into the sums itself, and none as whole but by whole-number arithmetic. */
function judge({ status, point }: Optimum, { lower, upper }: Bounds, rows: Block['rows']): Answer {
  if (status === 'infeasible') return { found: 'none' }
  if (status === 'time') throw new AttackError('TIMEOUT', 'the solver ran out of time')
  if (status !== 'optimal' || point.length !== lower.length)
    throw new AttackError('SOLVER', `status ${status}`)
  const values = Array.from(point)
  const rounded = values.map((value) => Math.round(value) + 0)
  const isWhole = values.every((value, column) => Math.abs(value - (rounded[column] ?? 0)) <= TOLERANCE)
  if (isWhole && isWitness(rounded, lower, upper, rows)) return { found: 'witness', witness: rounded }
  const scale = 1 + Math.max(...values.map(Math.abs))
  if (!isWithin(values, lower, upper, TOLERANCE * scale) || !(residual(values, rows) <= TOLERANCE * scale))
    throw new AttackError('SOLVER', 'a point that does not keep the sums')
  return { found: 'torn', point: values }
}

/** Whether whole numbers keep all bounds and sums exactly. */
export const isWitness = (
  values: readonly number[],
  lower: readonly number[],
  upper: readonly number[],
  rows: Block['rows'],
): boolean =>
  values.every(Number.isSafeInteger) && isWithin(values, lower, upper, 0) && residual(values, rows) === 0

const isWithin = (
  values: readonly number[],
  lower: readonly number[],
  upper: readonly number[],
  slack: number,
): boolean =>
  values.every(
    (value, column) => value >= (lower[column] ?? 0) - slack && value <= (upper[column] ?? 0) + slack,
  )

/** How far the point is from keeping the sums, at the worst of them; NaN when it is no point at all. */
function residual(values: readonly number[], rows: Block['rows']): number {
  let worst = 0
  for (const { columns, values: factors, lower } of rows) {
    let sum = -lower
    for (let index = 0; index < columns.length; index++)
      sum += (factors[index] ?? 0) * (values[columns[index] ?? -1] ?? Number.NaN)
    worst = Math.max(worst, Math.abs(sum))
  }
  return worst
}
