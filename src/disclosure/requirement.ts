import { lowestWithheld } from './known-bounds.ts'
import { type DisclosurePolicy, personsIn, type TableCell } from './table-set.ts'

/** What has to stay possible of a cell that an attacker does not know. */
export interface Requirement {
  /** Two numbers this far apart. */
  width: number
  /** Every whole number from the first to the last. */
  every?: [first: number, last: number]
}

/**
 * A withheld count under k could be anything under k. Where the count is not small but the persons behind it are few, its
 * interval is as wide. And nothing that is not published is pinned to one number. Null where nothing is asked.
 */
export function requirementOf(cell: TableCell | undefined, policy: DisclosurePolicy): Requirement | null {
  if (cell === undefined) return null
  const { n, withheld, between, joint } = cell
  if (withheld) {
    if (!isUnderK(cell, policy)) return { width: 1 }
    return n < policy.k
      ? { width: 1, every: [lowestWithheld(policy), policy.k - 1] }
      : { width: Math.max(1, policy.k - 1) }
  }
  if (joint) return isUnderK(cell, policy) && personsIn(cell) > 0 ? { width: 1 } : null
  return between !== undefined && between[0] < between[1] ? { width: 1 } : null
}

/** A count that must not be published. */
export const isUnderK = (cell: TableCell, { k, zeros }: DisclosurePolicy): boolean =>
  personsIn(cell) < k && (zeros === 'withheld' || cell.n > 0)

/** A count that is, or ever was, published. */
export const isPublished = ({ withheld, between, joint }: TableCell): boolean =>
  !withheld && between === undefined && !joint
