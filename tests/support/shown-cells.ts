import { expect } from 'vitest'

/** The counts of a table that withholds none. */
export const shownCells = ({ cells }: { cells: readonly (number | null)[] }): number[] =>
  cells.map((count) => count ?? expect.fail('a cell is withheld'))
