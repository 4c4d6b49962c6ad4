import openHighs, { type Highs, type Model } from 'highs'
import { AttackError } from './attack-error.ts'
import type { LinearModel, LinearProgram, Optimum, Solver } from './solver.ts'

/** HiGHS as WebAssembly, in Node or in a worker. Throws `AttackError` SOLVER when it does not load. */
export async function openSolver(): Promise<Solver> {
  const highs = await asSolverError(() => openHighs())
  return {
    name: `highs ${highs.version.string}`,
    load: (program) => load(highs, program),
  }
}

const NO_LIMIT = 1e9
/** From one question to the next mostly the costs change, and the point stays feasible. */
const PRIMAL = 4

function load(highs: Highs, program: LinearProgram): LinearModel {
  const model = asSolver(() => highs.createModel(modelData(highs, program)))
  const { modelStatus } = highs.constants
  asSolver(() =>
    model.options.set({ output_flag: false, simplex_strategy: PRIMAL, mip_rel_gap: 0, mip_abs_gap: 0 }),
  )
  const statusOf = (): Optimum['status'] => {
    const status = model.getModelStatus()
    if (status === modelStatus.optimal) return 'optimal'
    if (status === modelStatus.infeasible) return 'infeasible'
    return status === modelStatus.timeLimit ? 'time' : 'failed'
  }
  return {
    setCost: (column, cost) => {
      asSolver(() => model.changeColCost(column, cost))
    },
    setBounds: (column, lower, upper) => {
      asSolver(() => model.changeColBounds(column, lower, upper))
    },
    run: (seconds) =>
      asSolver(() => {
        limit(model, seconds ?? NO_LIMIT)
        model.run()
        // Where it stood before can lead it astray; from scratch, what is left of the time still bounds it.
        if (model.getModelStatus() === modelStatus.unknown) {
          model.clearSolver()
          model.run()
        }
        const status = statusOf()
        return { status, point: status === 'optimal' ? model.getSolution().colValue : [] }
      }),
    close: () => model.dispose(),
  }
}

/** The solver counts time from its first run on, not from the last. */
function limit(model: Model, seconds: number): void {
  model.zeroAllClocks()
  model.options.set('time_limit', seconds)
}

function modelData(highs: Highs, { lower, upper, rows, integral }: LinearProgram) {
  const columns = lower.length
  const starts = [0]
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length)
  return {
    numCols: columns,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.minimize,
    colCost: new Float64Array(columns),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    matrix: {
      format: 'csr' as const,
      numCols: columns,
      numRows: rows.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(rows.flatMap((row) => [...row.columns])),
      values: Float64Array.from(rows.flatMap((row) => [...(row.values ?? row.columns.map(() => 1))])),
    },
    ...(integral ? { integrality: new Int32Array(columns).fill(highs.constants.variableType.integer) } : {}),
  }
}

/** Whatever the WebAssembly throws, an abort too, ends as an error of ours: there is no result. */
function asSolver<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw new AttackError('SOLVER', 'the solver failed', { cause: error })
  }
}

async function asSolverError<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw new AttackError('SOLVER', 'the solver did not load', { cause: error })
  }
}
