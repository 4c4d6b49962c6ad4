/** Columns between their bounds; rows of coefficients between theirs. */
export interface LinearProgram {
  lower: readonly number[]
  upper: readonly number[]
  rows: readonly LinearRow[]
  /** All columns take whole numbers only. */
  integral?: boolean
}

export interface LinearRow {
  columns: readonly number[]
  /** 1 for every column when left out. */
  values?: readonly number[]
  lower: number
  upper: number
}

/** What a run ended with. Only `optimal` and `infeasible` say anything about the program. */
export interface Optimum {
  status: 'optimal' | 'infeasible' | 'time' | 'failed'
  /** Empty unless optimal. */
  point: ArrayLike<number>
}

/** A program held by the solver, changed and run again from where it stood. */
export interface LinearModel {
  /** 0 for every column until it is set. */
  setCost(column: number, cost: number): void
  setBounds(column: number, lower: number, upper: number): void
  /** Minimises the costs, for at most so many seconds. */
  run(seconds?: number): Optimum
  /** Gives its memory back; nothing may be asked of it afterwards. */
  close(): void
}

export interface Solver {
  /** Name and version, for the record of an audit. */
  name: string
  load(program: LinearProgram): LinearModel
}
