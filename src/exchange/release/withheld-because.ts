import { primaryCells } from '../../disclosure/primary-cells.ts'
import { personsIn, type TableSet } from '../../disclosure/table-set.ts'

/**
 * Why a cell is withheld, for the room's own eyes alone: under k persons, over half of it one person's, everybody of a row in it, for the
 * sake of others, or with its whole table.
 */
export type WithheldBecause =
  | 'FEW_PERSONS'
  | 'ONE_PERSON'
  | 'ONE_CATEGORY'
  | 'GUARDS_OTHERS'
  | 'TABLE_WITHHELD'

/** Why a whole table is withheld: no pattern is safe, or nobody can say in time, or at all, that one is. */
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
