import { done, type Outcome } from '../instruments/outcome.ts'
import { axesOf, gridSize } from '../statistics/axis.ts'
import { gridLines } from '../statistics/grid-lines.ts'
import type { PlannedTable, ReleasePlan } from '../statistics/release-plan.ts'
import type { ReleasedTable } from './protection.ts'
import { refuse } from './refusals.ts'

/** Does a released table keep to the plan: its grid, and the rules of its class? */
export function checkTable(
  plan: ReleasePlan,
  table: PlannedTable,
  given: ReleasedTable | undefined,
): Outcome<'sound'> {
  const at = table.id
  if (given?.id !== table.id || given.cells.length !== gridSize(plan, table))
    return refuse('WRONG_GRID', { at })
  if (table.class === 'S') return checkSuppressed(plan, table, given)
  if (given.k !== null || given.cells.includes(null)) return refuse('NOT_WITHHELD_HERE', { at })
  // A duty is met or not.
  if (table.unit === 'duty' && given.cells.some((count) => (count ?? 0) > 1))
    return refuse('PAYLOAD_INVALID', { at })
  const base = table.class === 'A' ? table.base : 1
  return given.cells.every((count) => (count ?? 0) % base === 0)
    ? done('sound')
    : refuse('NOT_ROUNDED', { at })
}

function checkSuppressed(
  plan: ReleasePlan,
  { id: at, k, zeros }: Extract<PlannedTable, { class: 'S' }>,
  given: ReleasedTable,
): Outcome<'sound'> {
  const used = given.k
  if (used === null || used < k) return refuse('K_TOO_LOW', { at, detail: { k } })
  const tooSmall = (count: number | null): boolean =>
    count !== null && (count === 0 ? zeros === 'withheld' : count < used)
  if (given.cells.some(tooSmall)) return refuse('CELL_TOO_SMALL', { at, detail: { k: used } })
  const table = plan.tables.find(({ id }) => id === at)
  for (const { total, parts } of gridLines(table ? axesOf(plan, table) : [])) {
    const whole = given.cells[total] ?? null
    const shown = parts.flatMap((part) => given.cells[part] ?? [])
    const sum = shown.reduce((all, count) => all + count, 0)
    const withheld = parts.length - shown.length
    // What is withheld counts something: a total below the parts that are shown cannot be.
    if (whole !== null && (withheld === 0 ? sum !== whole : sum > whole))
      return refuse('NOT_ADDITIVE', { at })
    const isAlone = withheld + (whole === null ? 1 : 0) === 1
    if (isAlone || (withheld > 0 && sum === whole)) return refuse('WITHHELD_ALONE', { at })
  }
  return done('sound')
}
