import { primaryCells } from '../../disclosure/primary-cells.ts'
import { type PlannedTable, tableOf } from '../../statistics/release-plan.ts'
import type { CountTable } from '../../statistics/tabulate.ts'
import { noSolver, type Protection, protectionOf, type ReleasedTable } from '../protection.ts'
import { sha256Hex } from '../sha256.ts'
import { type Guard, guardCodeOf } from './guard.ts'
import { type LinkedSet, linkedSets } from './linked-sets.ts'
import { type CountedPeriod, namesOf } from './prepare-release.ts'
import { ReleaseError, refusalFor } from './release-refused.ts'
import type { TableAt } from './table-at.ts'

/** The smallest k there is, whatever a plan says. */
const leastK = 5

/**
 * Attacks what would be released with everything released before, against the true counts. Answers what the package says of it. Throws
 * `ReleaseError` for whatever is found, and for whatever cannot be decided.
 */
export async function attackRelease(
  tables: readonly ReleasedTable[],
  { plan, period, tables: counted, earlier, count }: CountedPeriod,
  guard: Guard,
): Promise<Protection> {
  if (tables.length !== counted.length) throw new ReleaseError('RELEASE_RESIDUAL', period)
  const now = tables.map((released, place): TableAt => {
    const truth = counted[place]
    const table = tableOf(plan, released.id)
    if (!table || !truth || truth.id !== released.id) throw new ReleaseError('RELEASE_RESIDUAL', released.id)
    checkFigures(table, released, truth)
    return { table, period, counted: truth, released: released.cells }
  })
  const solvers = new Set<string>()
  const sets = linkedSets(plan, { now, earlier, count })
  for (const linked of sets) solvers.add(await attackLinked(linked, guard))
  return protectionOf(tables, {
    // Inner cells are attacked too, but how many small ones there are is nobody's business.
    targets: tables.flatMap(({ cells }) => cells).filter((cell) => cell === null).length,
    solver: [...solvers].sort().at(-1) ?? noSolver,
    digest: await sha256Hex(
      JSON.stringify(['anxin/release-audit/1', period, [...solvers].sort(), sets.map(accountOf), tables]),
    ),
  })
}

/** What is shown has to be what was counted: as it is, rounded to its base, or not at all. */
function checkFigures(table: PlannedTable, { id, k, cells }: ReleasedTable, truth: CountTable): void {
  const isWrong = (shown: number | null, place: number): boolean => {
    const n = truth.cells[place] ?? Number.NaN
    if (table.class === 'A')
      return shown === null || shown % table.base !== 0 || !(Math.abs(shown - n) < table.base)
    return shown === null ? table.class === 'P' : shown !== n
  }
  if (cells.length !== truth.cells.length || cells.some(isWrong))
    throw new ReleaseError('RELEASE_RESIDUAL', id)
  const floor = table.class === 'S' ? Math.max(leastK, table.k) : null
  if (floor === null ? k !== null : k === null || k < floor)
    throw new ReleaseError('RELEASE_NOT_PROTECTED', id)
}

async function attackLinked(linked: LinkedSet, guard: Guard): Promise<string> {
  if (primaryCells(linked.set).length > 0) throw new ReleaseError('RELEASE_NOT_PROTECTED', namesOf(linked))
  try {
    const { pass, solver } = await guard.attack(linked.set)
    if (!pass) throw new ReleaseError('RELEASE_NOT_PROTECTED', namesOf(linked))
    return solver.toLowerCase().replaceAll(' ', '-')
  } catch (problem) {
    if (problem instanceof ReleaseError) throw problem
    throw new ReleaseError(refusalFor(guardCodeOf(problem)), namesOf(linked))
  }
}

/** What anybody who holds the package could write down as well: nothing of it tells a withheld count. */
const accountOf = ({ tables, set }: LinkedSet) => [tables.map(({ id }) => id), set.policy.k, set.policy.zeros]
