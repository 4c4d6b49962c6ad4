import { dimensionOf } from './dimension.ts'
import { personsIn, type TableCell, type TableSet } from './table-set.ts'

/** The share of a count above which one person's part of it makes it that person's. */
const DOMINANT_SHARE = 0.5

/**
 * Positions in `cells` of what must be withheld on its own account: fewer than k persons; one person behind more than half
 * of the count; every person of a row of at least k in one category (where zeros are withheld: published zeros say as
 * much, so that a plan publishes them only where the categories are nobody's secret). What is frozen, rounded or never
 * published stays as it is.
 */
export function primaryCells(set: TableSet): number[] {
  const full = set.policy.zeros === 'published' ? new Set<number>() : fullParts(set)
  return set.cells.flatMap((cell, index) => {
    if (cell.withheld || cell.frozen || cell.between || cell.joint) return []
    return isSmall(cell, set.policy) || isDominated(cell) || full.has(index) ? [index] : []
  })
}

const isSmall = (cell: TableCell, { k, zeros }: TableSet['policy']): boolean =>
  Math.min(cell.n, personsIn(cell)) < k && (cell.n > 0 || zeros === 'withheld')

const isDominated = ({ n, top = 0 }: TableCell): boolean => top > n * DOMINANT_SHARE

/** Parts that hold all persons of their total, of at least k, none of the other parts having any. */
function fullParts({ dims, cells, policy }: TableSet): Set<number> {
  const wholes = new Map(Object.entries(dims).map(([name, { sums }]) => [name, dimensionOf(sums).total]))
  const personsAt = (index: number): number => {
    const cell = cells[index]
    return cell === undefined ? 0 : personsIn(cell)
  }
  const found = new Set<number>()
  for (const [name, { sums }] of Object.entries(dims)) {
    const rows = new Map<string, Map<string, number>>()
    for (const [index, { at }] of cells.entries()) {
      const { [name]: code = wholes.get(name), ...others } = at
      if (code === undefined) continue
      const crossed = Object.entries(others).filter(([other, code]) => code !== wholes.get(other))
      const key = JSON.stringify(crossed.sort())
      rows.set(key, (rows.get(key) ?? new Map<string, number>()).set(code, index))
    }
    for (const [total = '', ...parts] of sums) {
      // A part that is all there ever is of its total is only another name for it.
      if (parts.length < 2) continue
      for (const row of rows.values()) {
        const all = row.get(total)
        const known = parts.flatMap((part) => row.get(part) ?? [])
        if (all === undefined || personsAt(all) < policy.k || known.length < parts.length) continue
        const [only, ...more] = known.filter((index) => personsAt(index) > 0)
        if (only !== undefined && more.length === 0) found.add(only)
      }
    }
  }
  return found
}
