import { primaryCells } from '../../disclosure/primary-cells.ts'
import { personsIn, type TableSet } from '../../disclosure/table-set.ts'

/**
 * Why a cell stays in the room; for its own eyes, in what leaves all of them look the same. `FEW_PERSONS`: under k persons ·
 * `ONE_PERSON`: over half of it is one person's · `ONE_CATEGORY`: it would say of everybody in a row the same · `GUARDS_OTHERS`: with
 * it another of these could be worked out · `TABLE_WITHHELD`: its whole table stays.
 */
export type WithheldBecause =
  | 'FEW_PERSONS'
  | 'ONE_PERSON'
  | 'ONE_CATEGORY'
  | 'GUARDS_OTHERS'
  | 'TABLE_WITHHELD'

/** Why a whole table leaves without a single figure. `RELEASE_TIMEOUT`, `RELEASE_SOLVER`: nobody can say, in time or at all, that it is safe. */
export type TableWithheldBecause = 'UNPROTECTABLE' | 'RELEASE_TIMEOUT' | 'RELEASE_SOLVER'

/** For each cell of a protected set why it is withheld; null for one that is not. `open`: the same set before. */
export function reasonsOf(open: TableSet, closed: TableSet): (WithheldBecause | null)[] {
  const primary = new Set(primaryCells(open))
  return closed.cells.map((cell, index) => {
    if (!cell.withheld) return null
    if (!primary.has(index)) return 'GUARDS_OTHERS'
    if (Math.min(cell.n, personsIn(cell)) < open.policy.k) return 'FEW_PERSONS'
    return (cell.top ?? 0) * 2 > cell.n ? 'ONE_PERSON' : 'ONE_CATEGORY'
  })
}
