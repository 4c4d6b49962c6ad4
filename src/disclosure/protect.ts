import type { KeyedDraw } from './additive-rounding.ts'
import { attack } from './attack.ts'
import { AttackError } from './attack-error.ts'
import type { Audit, AuditedCell } from './audit.ts'
import { deviationsOf, type Room } from './deviations.ts'
import { lowestWithheld } from './known-bounds.ts'
import { type LinkedCells, linkCells } from './link-cells.ts'
import { pauseOf, type Watch } from './pause.ts'
import { primaryCells } from './primary-cells.ts'
import { isPublished, isUnderK, requirementOf } from './requirement.ts'
import type { Solver } from './solver.ts'
import { type Need, otherBy, suppress } from './suppression.ts'
import type { TableCell, TableSet } from './table-set.ts'

/** No pattern keeps this cell from an attacker: too much that would have to be withheld is known already. */
export class ProtectError extends Error {
  readonly code = 'UNPROTECTABLE'
  override readonly name = 'ProtectError'
  readonly at: Record<string, string>
  constructor(at: Record<string, string>) {
    super(`no pattern protects ${JSON.stringify(at)}`)
    this.at = at
  }
}

export interface ProtectOptions extends Watch {
  /**
   * Decides between cells whose loss is about the same, and only by where they stand: with the room's key nobody else can tell
   * from the choice which counts are small, and the choice stays the same from month to month.
   */
  draw: KeyedDraw
}

export interface Protected {
  /** The same cells in the same order; one mark for all that is withheld, for whatever reason. */
  set: TableSet
  /** Of the attack that the set withstood. */
  audit: Audit
}

/** Losses that differ by less than this share are about the same. */
const TIE = 0.05

/**
 * Withholds the primary cells and as little besides as linear programs find enough: not always the least possible, but
 * nothing that could be published alone. The result has withstood the attack. Throws `ProtectError` when no pattern can,
 * `AttackError` when it could not be decided.
 */
export async function protect(
  set: TableSet,
  solver: Solver,
  { draw, ...watch }: ProtectOptions,
): Promise<Protected> {
  const marked = withhold(set, primaryCells(set))
  const exposed = marked.cells.find((cell) => isPublished(cell) && isUnderK(cell, marked.policy))
  if (exposed !== undefined) throw new ProtectError(exposed.at)
  const linked = linkCells(marked)
  const work = { marked, linked, losses: await lossesOf(marked, linked, draw), solver, watch }
  const lessons: Lessons = { whole: new Set(), numbers: new Set(), above: new Map(), published: new Set() }
  for (;;) {
    const withheld = await findPattern(work, lessons)
    if (withheld === null) continue
    const result = withhold(marked, [...withheld])
    const audit = await attack(result, solver, halfOf(watch, 1))
    if (audit.pass) return { set: result, audit }
    for (const { at, because } of audit.cells)
      learn(
        lessons,
        result.cells.findIndex((cell) => cell.at === at),
        because,
      )
  }
}

interface Work {
  marked: TableSet
  linked: LinkedCells
  losses: (number | null)[]
  solver: Solver
  watch: Watch
}

/** What earlier patterns failed by. */
interface Lessons {
  /** Cells for which it is not enough that fractions make them possible otherwise. */
  whole: Set<number>
  /** Cells of which every single number has to be asked for. */
  numbers: Set<number>
  /** Cells that cannot be far enough from their count on one side alone: how far they shall be above it. */
  above: Map<number, number>
  /** Cells that withholding does not hide, whatever else is withheld: they are published. */
  published: Set<number>
}

const withhold = (set: TableSet, positions: readonly number[]): TableSet => {
  const also = new Set(positions)
  const cells = set.cells.map(
    (cell, index): TableCell => (also.has(index) ? { ...cell, withheld: true } : cell),
  )
  return { ...set, cells }
}

/** The cells to withhold besides, or null when something was learned and it has to be tried anew. */
async function findPattern(
  { marked, linked, losses, solver, watch }: Work,
  lessons: Lessons,
): Promise<ReadonlySet<number> | null> {
  const { policy } = marked
  const rooms = linked.cells.map(({ listed }, cell) =>
    lessons.published.has(cell) ? null : roomOf(listed, policy),
  )
  const counts = linked.cells.map(({ listed }) => listed?.n ?? 0)
  const needs = marked.cells.flatMap((cell, index) => needsOf(cell, index, policy, lessons))
  let met = 0
  const pause = pauseOf(halfOf(watch, 0), () => [Math.min(met, needs.length), needs.length])
  const deviations = deviationsOf(rooms, counts, linked.equations, solver, watch.secondsLeft)
  try {
    const open = losses.map((loss, cell) => (lessons.published.has(cell) ? null : loss))
    const found = await suppress({ needs, losses: open, whole: lessons.whole }, deviations, pause, () => {
      met += 1
    })
    if ('withheld' in found) return found.withheld
    const { cell, demands } = found.unmet
    const least = lessons.above.get(cell) ?? demands[0]?.least ?? 0
    if (losses[cell] !== null) lessons.published.add(cell)
    else if (demands.length === 2 || lessons.above.has(cell))
      part(lessons, marked.cells[cell], cell, least - 1)
    else throw new ProtectError(marked.cells[cell]?.at ?? {})
    return null
  } finally {
    deviations.close()
  }
}

/** An interval that is not wide enough to one side of the count may be so to both together. */
function part({ above }: Lessons, cell: TableCell | undefined, index: number, least: number): void {
  if (least < 1) throw new ProtectError(cell?.at ?? {})
  above.set(index, least)
}

/** Notes a cell that did not withstand the attack. */
function learn(lessons: Lessons, cell: number, because: AuditedCell['because']): void {
  if (cell >= 0 && !lessons.whole.has(cell)) lessons.whole.add(cell)
  else if (because === 'gap' && !lessons.numbers.has(cell)) lessons.numbers.add(cell)
  else throw new AttackError('DISAGREEMENT', 'the attack undoes what was shown to be safe')
}

function needsOf(cell: TableCell, index: number, policy: TableSet['policy'], lessons: Lessons): Need[] {
  const requirement = requirementOf(cell, policy)
  if (requirement === null) return []
  const whole = lessons.whole.has(index)
  const differs = (by: number, exactly: boolean): Need[] => {
    const least = Math.abs(by)
    const demand = { cell: index, sign: by > 0 ? (1 as const) : (-1 as const), least }
    return by === 0 ? [] : [{ cell: index, demands: [exactly ? { ...demand, most: least } : demand], whole }]
  }
  if ('every' in requirement) {
    const [first, last] = requirement.every
    // Where one number alone is under k, that it is possible says nothing: another one has to be.
    const other = last - first < requirement.width ? [otherBy(index, requirement.width, whole)] : []
    if (!lessons.numbers.has(index))
      return [...other, ...differs(last - cell.n, false), ...differs(first - cell.n, false)]
    const numbers = Array.from({ length: last - first + 1 }, (_, step) => first + step)
    return [...other, ...numbers.flatMap((number) => differs(number - cell.n, true))]
  }
  const above = lessons.above.get(index)
  if (above === undefined) return [otherBy(index, requirement.width, whole)]
  return [...differs(above, false), ...differs(above - requirement.width, false)]
}

/** Null for a cell that every attacker knows for good. */
function roomOf(cell: TableCell | undefined, policy: TableSet['policy']): Room | null {
  if (cell === undefined) return { down: 0, up: Number.POSITIVE_INFINITY }
  const { n, between, joint } = cell
  if (between) return between[0] === between[1] ? null : { down: n - between[0], up: between[1] - n }
  if (joint) return { down: n, up: Number.POSITIVE_INFINITY }
  if (!cell.withheld && !mayBeWithheld(cell, policy)) return null
  return { down: n - lowestWithheld(policy), up: Number.POSITIVE_INFINITY }
}

const mayBeWithheld = (cell: TableCell, policy: TableSet['policy']): boolean =>
  isPublished(cell) && !cell.frozen && cell.n >= lowestWithheld(policy)

/** What withholding loses: the count. */
const lossesOf = (
  { policy }: TableSet,
  { cells }: LinkedCells,
  draw: KeyedDraw,
): Promise<(number | null)[]> =>
  Promise.all(
    cells.map(async ({ at, listed }) =>
      listed !== undefined && mayBeWithheld(listed, policy)
        ? listed.n * (1 + TIE * (await draw(JSON.stringify(Object.entries(at).sort()))))
        : null,
    ),
  )

/** Progress of one half of the work: the search for a pattern, then the attack on it. */
const halfOf = (watch: Watch, half: 0 | 1): Watch => ({
  ...watch,
  ...(watch.progress === undefined
    ? {}
    : { progress: (done, of) => watch.progress?.(done + half * of, 2 * of) }),
})
