import { done, type Outcome } from '../instruments/outcome.ts'
import { type Axis, axesOf, gridSize } from '../statistics/axis.ts'
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
  for (const { total, parts } of linesOf(table ? axesOf(plan, table) : [])) {
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

/** A total and its parts, by their places in the grid. */
interface Line {
  total: number
  parts: number[]
}

/** Every sum along every side of a grid. */
function* linesOf(axes: readonly Axis[]): Generator<Line> {
  for (const [side, axis] of axes.entries()) {
    const inner = sizeOf(axes.slice(side + 1))
    const outer = sizeOf(axes.slice(0, side))
    const places = new Map(axis.codes.map(({ code }, place) => [code, place]))
    for (const codes of axis.sums) {
      const steps = codes.map((code) => (places.get(code) ?? 0) * inner)
      for (let block = 0; block < outer; block++)
        for (let rest = 0; rest < inner; rest++) {
          const [total = 0, ...parts] = steps.map((step) => block * axis.codes.length * inner + step + rest)
          yield { total, parts }
        }
    }
  }
}

const sizeOf = (axes: readonly Axis[]): number => axes.reduce((size, { codes }) => size * codes.length, 1)
