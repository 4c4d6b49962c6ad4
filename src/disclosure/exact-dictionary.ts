import { AttackError } from './attack-error.ts'

/** `scale` times the row's variable = `constant` + Σ coefficient × column's variable; whole numbers, `scale` positive. */
export interface Row {
  variable: number
  scale: number
  constant: number
  coefficients: number[]
}

/** A fraction in whole numbers, or nothing when there is no end to it. */
export type Exact = { over: number; under: number } | null

/**
 * Linear programming in exact fractions, by Chvátal's dictionaries: variables, none of them negative, some written as sums of the
 * others. Slow and sure; shares nothing with HiGHS.
 */
export class ExactDictionary {
  #columns: number[]
  #rows: Row[]

  /** Throws `AttackError` INCONSISTENT when no numbers that are not negative keep the sums. */
  constructor(columns: readonly number[], rows: readonly Row[]) {
    this.#columns = [...columns]
    this.#rows = rows.map((row) => ({ ...row, coefficients: [...row.coefficients] }))
    this.#makeFeasible()
  }

  /** The largest value (with sign −1: the smallest) of a variable; stops as soon as it gets to `enough`. */
  extreme(variable: number, sign: 1 | -1, enough: number): Exact {
    for (let steps = 0; ; steps++) {
      const objective = this.#objective(variable)
      if (sign * objective.constant >= enough * objective.scale * sign) return exact(objective)
      const column = this.#entering(objective, sign, steps)
      if (column < 0) return exact(objective)
      const row = this.#leaving(column)
      if (row < 0) return null
      this.#pivot(row, column)
    }
  }

  #objective(variable: number): Row {
    const row = this.#rows.find((one) => one.variable === variable)
    if (row !== undefined) return row
    const coefficients = this.#columns.map((column) => (column === variable ? 1 : 0))
    return { variable, scale: 1, constant: 0, coefficients }
  }

  /** A column that takes the objective further: the steepest; after many steps the first, which cannot go round in circles. */
  #entering({ coefficients }: Row, sign: number, steps: number): number {
    let best = -1
    for (const [column, coefficient] of coefficients.entries()) {
      const gain = sign * coefficient
      if (gain <= 0) continue
      if (best < 0) best = column
      else if (steps < PATIENCE ? gain > sign * (coefficients[best] ?? 0) : this.#isBefore(column, best))
        best = column
    }
    return best
  }

  #isBefore(column: number, other: number): boolean {
    return (this.#columns[column] ?? 0) < (this.#columns[other] ?? 0)
  }

  /** The row whose variable comes to zero first as the column's grows; of several the first variable. */
  #leaving(column: number): number {
    let best = -1
    let [over, under] = [0, 0]
    for (const [index, { variable, constant, coefficients }] of this.#rows.entries()) {
      const slope = -(coefficients[column] ?? 0)
      if (slope <= 0) continue
      const difference = best < 0 ? -1 : safe(constant * under) - safe(over * slope)
      if (difference > 0 || (difference === 0 && variable > (this.#rows[best]?.variable ?? 0))) continue
      best = index
      over = constant
      under = slope
    }
    return best
  }

  #pivot(at: number, column: number): void {
    const row = this.#rows[at]
    const entering = this.#columns[column]
    if (row === undefined || entering === undefined) return
    const pivot = row.coefficients[column] ?? 0
    const sign = pivot < 0 ? 1 : -1
    const solved: Row = {
      variable: entering,
      scale: Math.abs(pivot),
      constant: sign * row.constant,
      coefficients: row.coefficients.map((coefficient, other) =>
        other === column ? -sign * row.scale : sign * coefficient,
      ),
    }
    this.#columns[column] = row.variable
    this.#rows[at] = reduced(solved)
    for (const [index, other] of this.#rows.entries())
      if (index !== at && other.coefficients[column] !== 0)
        this.#rows[index] = substituted(other, solved, column)
  }

  /** One helper variable, subtracted from everything negative, is driven to zero. */
  #makeFeasible(): void {
    const worst = this.#rows.reduce(
      (found, row, index) => (row.constant / row.scale < constantOf(this.#rows[found]) ? index : found),
      -1,
    )
    if (worst < 0) return
    this.#columns.push(HELPER)
    for (const row of this.#rows) row.coefficients.push(row.scale)
    this.#pivot(worst, this.#columns.length - 1)
    const least = this.extreme(HELPER, -1, 0)
    if (least === null || least.over !== 0) throw new AttackError('INCONSISTENT', 'no table keeps the sums')
    const at = this.#rows.findIndex(({ variable }) => variable === HELPER)
    if (at >= 0) {
      const column = this.#rows[at]?.coefficients.findIndex((coefficient) => coefficient !== 0) ?? -1
      if (column < 0) this.#rows.splice(at, 1)
      else this.#pivot(at, column)
    }
    const gone = this.#columns.indexOf(HELPER)
    if (gone < 0) return
    this.#columns.splice(gone, 1)
    for (const row of this.#rows) row.coefficients.splice(gone, 1)
  }
}

const HELPER = -1
const PATIENCE = 2000

const constantOf = (row: Row | undefined): number => (row === undefined ? 0 : row.constant / row.scale)

const exact = ({ constant, scale }: Row): Exact => ({ over: constant, under: scale })

/** The row with the column's variable replaced by what it is solved to. */
function substituted(row: Row, solved: Row, column: number): Row {
  const factor = row.coefficients[column] ?? 0
  const coefficients = row.coefficients.map(
    (coefficient, other) =>
      safe((other === column ? 0 : coefficient) * solved.scale) +
      safe(factor * (solved.coefficients[other] ?? 0)),
  )
  return reduced({
    variable: row.variable,
    scale: safe(row.scale * solved.scale),
    constant: safe(row.constant * solved.scale) + safe(factor * solved.constant),
    coefficients,
  })
}

function reduced(row: Row): Row {
  let divisor = row.scale
  if (divisor > 1) divisor = greatestCommon(divisor, Math.abs(row.constant))
  for (const coefficient of row.coefficients) {
    if (divisor === 1) break
    if (coefficient !== 0) divisor = greatestCommon(divisor, Math.abs(coefficient))
  }
  if (divisor <= 1) return row
  return {
    variable: row.variable,
    scale: row.scale / divisor,
    constant: row.constant / divisor,
    coefficients: row.coefficients.map((coefficient) => coefficient / divisor),
  }
}

function greatestCommon(one: number, other: number): number {
  let [larger, smaller] = [one, other]
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

/** Whole numbers are exact up to 2^53; beyond half of it there is no answer rather than a rounded one. */
function safe(number: number): number {
  if (!(Math.abs(number) <= 2 ** 52)) throw new AttackError('SOLVER', 'numbers too large to be exact')
  return number
}
