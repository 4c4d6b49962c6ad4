import { findWitnesses, intervalOf } from './attack-block.ts'
import { AttackError } from './attack-error.ts'
import { type Audit, type AuditedCell, faultOf } from './audit.ts'
import { isWitness, openBlock, type Witness } from './block-model.ts'
import { type Block, independentBlocks } from './independent-blocks.ts'
import { type Bounds, knownBounds, narrowBounds } from './known-bounds.ts'
import { type LinkedCells, linkCells } from './link-cells.ts'
import { type Pause, pauseOf, type Watch } from './pause.ts'
import { isPublished, isUnderK, type Requirement, requirementOf } from './requirement.ts'
import type { Solver } from './solver.ts'
import { steadyDraw } from './steady-draw.ts'
import type { TableCell, TableSet } from './table-set.ts'
import { isMet, record, watch } from './witness-record.ts'

export interface AttackOptions extends Watch {
  /** All intervals, not only those of cells that fail. */
  all?: boolean
}

/**
 * Attacks a table set with everything an attacker sees. A cell passes only when each number that has to stay possible occurs
 * in a whole-number table that keeps all sums and everything published; each such table is checked in whole-number arithmetic,
 * so that a fault of the solver can fail a cell or end the attack, but not pass a cell. Throws `AttackError`.
 */
export async function attack(set: TableSet, solver: Solver, options: AttackOptions = {}): Promise<Audit> {
  const linked = linkCells(set)
  checkSums(linked)
  const bounds = knownBounds(linked.cells, set.policy)
  const isPossible = narrowBounds(bounds, linked.equations)
  const required = new Map<number, Requirement>()
  for (const [index, { listed }] of linked.cells.entries()) {
    const requirement = requirementOf(listed, set.policy)
    if (!isPossible || !isWithin(listed, bounds, index))
      throw new AttackError('INCONSISTENT', 'the true counts contradict what is published')
    if (requirement !== null) required.set(index, requirement)
  }
  let done = 0
  const found = new Map<number, AuditedCell>(publishedUnderK(set))
  const run: Run = {
    linked,
    bounds,
    required,
    solver,
    options,
    pause: pauseOf(options, () => [done, required.size]),
    report: (cell, low, high, because) => {
      if (because === null && !options.all) return
      found.set(cell, { at: linked.cells[cell]?.listed?.at ?? {}, low, high, exact: low === high, because })
    },
    settled: () => {
      done++
    },
  }
  for (const cell of required.keys()) if (bounds.lower[cell] === bounds.upper[cell]) reportBounds(run, cell)
  for (const block of independentBlocks(bounds, linked.equations)) await attackBlock(run, block)
  await run.pause()
  const cells = [...found].sort(([one], [other]) => one - other).map(([, cell]) => cell)
  return {
    pass: cells.every(({ because }) => because === null),
    cells,
    targets: required.size,
    solver: solver.name,
  }
}

interface Run {
  linked: LinkedCells
  bounds: Bounds
  required: ReadonlyMap<number, Requirement>
  solver: Solver
  options: AttackOptions
  pause: Pause
  report(cell: number, low: number, high: number | null, because: AuditedCell['because']): void
  settled(): void
}

/** The true counts keep every sum whose cells are all listed. */
function checkSums({ cells, equations }: LinkedCells): void {
  for (const { total, parts } of equations) {
    const counts = [total, ...parts].map((cell) => cells[cell]?.listed?.n)
    const [sum, ...added] = counts
    if (counts.includes(undefined)) continue
    if (added.reduce<number>((all, count) => all + (count ?? 0), 0) !== sum)
      throw new AttackError('INCONSISTENT', `the parts do not add up to ${JSON.stringify(cells[total]?.at)}`)
  }
}

const isWithin = (listed: TableCell | undefined, { lower, upper }: Bounds, cell: number): boolean =>
  listed === undefined || (listed.n >= (lower[cell] ?? 0) && listed.n <= (upper[cell] ?? 0))

const publishedUnderK = ({ cells, policy }: TableSet): [number, AuditedCell][] =>
  cells.flatMap((cell, index): [number, AuditedCell][] =>
    isPublished(cell) && isUnderK(cell, policy)
      ? [[index, { at: cell.at, low: cell.n, high: cell.n, exact: true, because: 'published' }]]
      : [],
  )

/** A cell of which its bounds say everything: every number between them is possible. */
function reportBounds({ bounds, required, report, settled }: Run, cell: number): void {
  const requirement = required.get(cell)
  if (requirement === undefined) return
  const low = bounds.lower[cell] ?? 0
  const upper = bounds.upper[cell] ?? 0
  const high = upper === Number.POSITIVE_INFINITY ? null : upper
  report(cell, low, high, faultOf(requirement, low, high))
  settled()
}

async function attackBlock(run: Run, block: Block): Promise<void> {
  await run.pause()
  if (block.rows.length === 0) {
    for (const cell of block.cells) reportBounds(run, cell)
    return
  }
  const first = firstWitness(run, block)
  const targets = block.cells.flatMap((cell, column) => {
    const requirement = run.required.get(cell)
    return requirement === undefined ? [] : [{ cell, requirement, watched: watch(column, requirement) }]
  })
  if (targets.length === 0) return
  const all = targets.map(({ watched }) => watched)
  const model = openBlock(run.solver, block, run.bounds, run.options.secondsLeft)
  try {
    const draw = steadyDraw()
    await findWitnesses(model, all, first, draw, run.pause, run.settled)
    for (const { cell, requirement, watched } of targets) {
      if (isMet(watched) && !run.options.all) continue
      const note = (witness: Witness) => record(all, witness)
      const { low, high } = await intervalOf(model, watched.column, draw, run.pause, note)
      run.report(cell, low, high, isMet(watched) ? null : (faultOf(requirement, low, high) ?? 'gap'))
    }
  } finally {
    model.close()
  }
}

/** The true counts, with whole numbers for the cells that are not listed. Throws `AttackError` INCONSISTENT. */
function firstWitness({ linked, bounds, solver, options }: Run, block: Block): Witness {
  const truth = { lower: [...bounds.lower], upper: [...bounds.upper] }
  for (const cell of block.cells) {
    const count = linked.cells[cell]?.listed?.n
    truth.lower[cell] = count ?? truth.lower[cell] ?? 0
    truth.upper[cell] = count ?? truth.upper[cell] ?? 0
  }
  const known = block.cells.map((cell) => truth.lower[cell] ?? 0)
  if (isWitness(known, known, known, block.rows)) return known
  const model = openBlock(solver, block, truth, options.secondsLeft)
  try {
    const quick = model.ask(new Map())
    const answer = quick.found === 'torn' ? model.askWhole(new Map()) : quick
    if (answer.found !== 'witness') throw new AttackError('INCONSISTENT', 'no table has the true counts')
    return answer.witness
  } finally {
    model.close()
  }
}
