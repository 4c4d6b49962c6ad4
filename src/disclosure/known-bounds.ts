import type { LinkedCell, LinkedCells } from './link-cells.ts'
import type { DisclosurePolicy } from './table-set.ts'

/** What an attacker knows of each cell: whole numbers, `upper` infinite where nothing is known. */
export interface Bounds {
  lower: number[]
  upper: number[]
}

/** What is said of each cell by itself: published, an interval, or withheld under this policy of zeros. */
export function knownBounds(cells: readonly LinkedCell[], policy: DisclosurePolicy): Bounds {
  const bounds: Bounds = { lower: [], upper: [] }
  for (const { listed } of cells) {
    const [lower, upper] = boundsOf(listed, policy)
    bounds.lower.push(lower)
    bounds.upper.push(upper)
  }
  return bounds
}

function boundsOf(listed: LinkedCell['listed'], policy: DisclosurePolicy): [number, number] {
  if (listed === undefined || listed.joint) return [0, Number.POSITIVE_INFINITY]
  if (listed.withheld) return [lowestWithheld(policy), Number.POSITIVE_INFINITY]
  return listed.between ?? [listed.n, listed.n]
}

/** The smallest count that a withheld cell may have. */
export const lowestWithheld = ({ zeros }: DisclosurePolicy): number => (zeros === 'published' ? 1 : 0)

/**
 * Draws the bounds as close as the sums, taken one at a time, allow. Every whole-number solution stays within. Answers whether
 * there can be one at all.
 */
export function narrowBounds({ lower, upper }: Bounds, equations: LinkedCells['equations']): boolean {
  const within = Array.from(lower, (): number[] => [])
  for (const [index, { total, parts }] of equations.entries())
    for (const cell of [total, ...parts]) within[cell]?.push(index)
  // Bounds that creep up on each other one by one are left to the solver.
  let visits = 40 * equations.length
  const waiting = new Set(equations.keys())
  for (const index of waiting) {
    if (visits-- <= 0) return true
    waiting.delete(index)
    const equation = equations[index]
    if (equation === undefined) continue
    for (const cell of narrowByOne({ lower, upper }, equation)) {
      if ((lower[cell] ?? 0) > (upper[cell] ?? 0)) return false
      for (const touched of within[cell] ?? []) waiting.add(touched)
    }
  }
  return true
}

/** The cells whose bounds moved. */
function narrowByOne({ lower, upper }: Bounds, { total, parts }: LinkedCells['equations'][number]): number[] {
  const changed: number[] = []
  const narrow = (cell: number, low: number, high: number): void => {
    if (low <= (lower[cell] ?? 0) && high >= (upper[cell] ?? 0)) return
    lower[cell] = Math.max(low, lower[cell] ?? 0)
    upper[cell] = Math.min(high, upper[cell] ?? 0)
    changed.push(cell)
  }
  let low = 0
  let high = 0
  let endless = 0
  for (const part of parts) {
    low += lower[part] ?? 0
    const most = upper[part] ?? 0
    if (most === Number.POSITIVE_INFINITY) endless++
    else high += most
  }
  narrow(total, low, endless > 0 ? Number.POSITIVE_INFINITY : high)
  const [totalLow, totalHigh] = [lower[total] ?? 0, upper[total] ?? 0]
  for (const part of parts) {
    const [partLow, partHigh] = [lower[part] ?? 0, upper[part] ?? 0]
    const isEndless = partHigh === Number.POSITIVE_INFINITY
    const othersHigh =
      endless - (isEndless ? 1 : 0) > 0 ? Number.POSITIVE_INFINITY : high - (isEndless ? 0 : partHigh)
    narrow(part, totalLow - othersHigh, totalHigh - (low - partLow))
  }
  return changed
}
