import type { Row } from './exact-dictionary.ts'

/** Σ coefficient × variable + constant = 0, whole numbers. */
export interface Sum {
  terms: Map<number, number>
  constant: number
}

/**
 * Solves sums for one variable each by elimination, in whole numbers. What is left of a sum without variables says 0 = 0, or that
 * nothing keeps the sums: then null.
 */
export function solvedSums(sums: readonly Sum[]): Map<number, Sum> | null {
  const solved = new Map<number, Sum>()
  for (const sum of sums) {
    let rest: Sum = { terms: new Map(sum.terms), constant: sum.constant }
    for (const variable of sum.terms.keys()) {
      const known = solved.get(variable)
      if (known !== undefined) rest = without(variable, rest, known)
    }
    const [pivot] = rest.terms.keys()
    if (pivot === undefined) {
      if (rest.constant !== 0) return null
      continue
    }
    for (const [variable, other] of solved)
      if (other.terms.has(pivot)) solved.set(variable, without(pivot, other, rest))
    solved.set(pivot, rest)
  }
  return solved
}

/** Adds the two so that the variable goes. */
function without(variable: number, one: Sum, other: Sum): Sum {
  const here = one.terms.get(variable) ?? 0
  const there = other.terms.get(variable) ?? 0
  if (here === 0) return one
  const sign = there < 0 ? 1 : -1
  const [up, down] = [Math.abs(there), sign * here]
  const terms = new Map<number, number>()
  for (const [cell, value] of one.terms) terms.set(cell, value * up)
  for (const [cell, value] of other.terms) terms.set(cell, (terms.get(cell) ?? 0) + value * down)
  for (const [cell, value] of terms) if (value === 0) terms.delete(cell)
  return lowest({ terms, constant: one.constant * up + other.constant * down })
}

/** Divided by what all numbers have in common. */
function lowest(sum: Sum): Sum {
  let divisor = Math.abs(sum.constant)
  for (const value of sum.terms.values()) {
    let [larger, smaller] = [Math.abs(value), divisor]
    while (smaller > 0) [larger, smaller] = [smaller, larger % smaller]
    divisor = larger
    if (divisor === 1) return sum
  }
  if (divisor === 0) return sum
  return {
    terms: new Map([...sum.terms].map(([cell, value]) => [cell, value / divisor])),
    constant: sum.constant / divisor,
  }
}

/** A solved sum as a row over the columns that are not solved for. */
export function rowOf(variable: number, { terms, constant }: Sum, columns: readonly number[]): Row {
  const own = terms.get(variable) ?? 1
  const sign = own < 0 ? 1 : -1
  return {
    variable,
    scale: Math.abs(own),
    constant: sign * constant,
    coefficients: columns.map((column) => sign * (terms.get(column) ?? 0)),
  }
}
