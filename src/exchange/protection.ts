import { z } from 'zod'
import { sha256Schema } from './plan-reference.ts'

/** What a package says of the attack its tables withstood before they were released. */
export const protectionSchema = z.strictObject({
  /** Cells of all its tables. */
  cells: z.int().min(1).max(2_000_000),
  /** Those of them that are withheld. */
  withheld: z.int().min(0).max(2_000_000),
  /** Cells, published or not, that the attack tried to pin down. */
  targets: z.int().min(0).max(9_999_999),
  /** Name and version, e.g. `highs-1.15.1`. */
  solver: z.string().regex(/^[a-z][a-z0-9.-]{0,39}$/),
  /** SHA-256 over what the attack found. */
  digest: sha256Schema,
})
export type Protection = z.infer<typeof protectionSchema>

/** Said in place of a solver where no table of class S leaves: there is nothing to solve. */
export const noSolver = 'none-needed'

/** Does this name the solver that has to have looked at such tables? It is the solver's own word for itself, with its version. */
export const isSolverFor = (solver: string, { withholds }: { withholds: boolean }): boolean =>
  /^highs-\d+\.\d+\.\d+$/.test(solver) || (!withholds && solver === noSolver)

/** A table as it leaves the room: cells in grid order, null for one that is withheld. */
export interface ReleasedTable {
  id: string
  /** The smallest number of persons that a cell shown here may stand for; null where nothing is withheld (classes A and P). */
  k: number | null
  cells: (number | null)[]
}

/** The attack's account together with what can be counted in the tables themselves. */
export const protectionOf = (
  tables: readonly Pick<ReleasedTable, 'cells'>[],
  { targets, solver, digest }: Pick<Protection, 'targets' | 'solver' | 'digest'>,
): Protection => {
  const cells = tables.flatMap((table) => table.cells)
  const withheld = cells.filter((count) => count === null).length
  return { cells: cells.length, withheld, targets, solver, digest }
}
