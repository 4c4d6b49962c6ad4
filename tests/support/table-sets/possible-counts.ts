import type { TableCell, TableSet } from '../../../src/disclosure/table-set.ts'

/** Beyond every count that could be bounded in a test. */
export const BEYOND = 200
/** Every bounded count in a test is below this. */
const BOUNDED = 60

interface Equation {
  total: number
  parts: number[]
}

/**
 * Which counts each listed cell can have for someone who sees what is published, found by trying: no linear program, no
 * shortcut, and the whole cube of all dimensions. Null when that takes too long.
 */
export function possibleCounts(set: TableSet): Set<number>[] | null {
  const axes = Object.entries(set.dims).map(([name, { sums }]) => {
    const codes = [...new Set(sums.flat())]
    const roots = codes.filter((code) => !sums.some(([, ...parts]) => parts.includes(code)))
    return { name, sums, codes, total: codes.includes('_T') ? '_T' : (roots[0] ?? '') }
  })
  let places: string[][] = [[]]
  for (const { codes } of axes) places = places.flatMap((place) => codes.map((code) => [...place, code]))
  const positions = new Map(places.map((place, position) => [place.join(), position]))
  const equations: Equation[] = places.flatMap((place, total) =>
    axes.flatMap(({ sums }, axis) =>
      sums
        .filter(([code]) => code === place[axis])
        .map(([, ...parts]) => ({
          total,
          parts: parts.map((part) => positions.get(place.with(axis, part).join()) ?? -1),
        })),
    ),
  )
  const low = places.map(() => 0)
  const high = places.map(() => 2 * BEYOND)
  const listed = set.cells.map((cell) => {
    const position = positions.get(axes.map(({ name, total }) => cell.at[name] ?? total).join()) ?? -1
    const [least, most] = seen(cell, set)
    low[position] = least
    high[position] = most
    return position
  })
  const search = new Search(equations, places.length)
  const found = listed.map((position) => {
    const counts = new Set<number>()
    for (const count of [...Array(BOUNDED).keys(), BEYOND]) {
      if (
        search.isPossible(
          low.with(position, Math.max(count, low[position] ?? 0)),
          high.with(position, Math.min(count, high[position] ?? 0)),
        )
      )
        counts.add(count)
    }
    return counts
  })
  return search.steps > 0 ? found : null
}

function seen({ n, withheld, joint, between }: TableCell, { policy }: TableSet): [number, number] {
  if (between !== undefined) return between
  if (joint) return [0, 2 * BEYOND]
  if (withheld) return [policy.zeros === 'published' ? 1 : 0, 2 * BEYOND]
  return [n, n]
}

class Search {
  steps = 300_000
  readonly #equations: Equation[]
  readonly #within: number[][]
  constructor(equations: Equation[], size: number) {
    this.#equations = equations
    this.#within = Array.from({ length: size }, (_, cell) =>
      equations.flatMap(({ total, parts }, index) => (total === cell || parts.includes(cell) ? [index] : [])),
    )
  }

  /** Whether whole numbers within these bounds keep all sums; changes the bounds. */
  isPossible(low: number[], high: number[]): boolean {
    if (!this.#narrow(low, high)) return false
    let open = -1
    for (const [cell, least] of low.entries()) {
      const size = (high[cell] ?? 0) - least
      if (size > 0 && (open < 0 || size < (high[open] ?? 0) - (low[open] ?? 0))) open = cell
    }
    if (open < 0) return true
    for (let count = low[open] ?? 0; count <= (high[open] ?? 0); count++) {
      if (this.steps <= 0) return false
      if (this.isPossible(low.with(open, count), high.with(open, count))) return true
    }
    return false
  }

  #narrow(low: number[], high: number[]): boolean {
    const waiting = new Set(this.#equations.keys())
    for (const index of waiting) {
      waiting.delete(index)
      if (this.steps-- <= 0) return false
      const { total, parts } = this.#equations[index] ?? { total: 0, parts: [] }
      const set = (cell: number, least: number, most: number): void => {
        if (least <= (low[cell] ?? 0) && most >= (high[cell] ?? 0)) return
        low[cell] = Math.max(least, low[cell] ?? 0)
        high[cell] = Math.min(most, high[cell] ?? 0)
        for (const touched of this.#within[cell] ?? []) waiting.add(touched)
      }
      const sum = (of: number[]) => parts.reduce((all, part) => all + (of[part] ?? 0), 0)
      set(total, sum(low), sum(high))
      for (const part of parts)
        set(
          part,
          (low[total] ?? 0) - sum(high) + (high[part] ?? 0),
          (high[total] ?? 0) - sum(low) + (low[part] ?? 0),
        )
      if ([total, ...parts].some((cell) => (low[cell] ?? 0) > (high[cell] ?? 0))) return false
    }
    return true
  }
}
