import { type Demand, type Deviation, type Deviations, meets, moves } from './deviations.ts'
import type { Pause } from './pause.ts'

/** Differences from the true count of one cell, of which at least one must be possible. */
export interface Need {
  cell: number
  demands: readonly Demand[]
  /** In whole numbers; otherwise it is enough that the solver takes fractions for it. */
  whole: boolean
}

/** What is to be kept from an attacker, and what may be withheld for it. */
export interface SuppressionProblem {
  needs: readonly Need[]
  /** What withholding a cell loses; null for a cell that is unseen as it is, or known for good. */
  losses: readonly (number | null)[]
  /** Cells that, once withheld, need to be possible otherwise in whole numbers. */
  whole: ReadonlySet<number>
}

/** The cells to withhold besides, or a need that nothing can meet. */
export type Suppression = { withheld: ReadonlySet<number> } | { unmet: Need }

/** Cells withheld, and for every need a table that proves it met. */
interface Pattern {
  withheld: Set<number>
  kept: Kept[]
}

interface Kept {
  need: Need
  deviation: Deviation
}

/** Runs of the solver spent on making a safe pattern also cheaper: fewer where each takes longer. */
const runsForLess = (cells: number): number => Math.min(400, Math.ceil(60_000 / cells))

/** That a cell nobody sees could be something else than it is, by so much. */
export const otherBy = (cell: number, least: number, whole: boolean): Need => ({
  cell,
  demands: [
    { cell, sign: 1, least },
    { cell, sign: -1, least },
  ],
  whole,
})

/**
 * Complementary suppression after Kelly, Golden and Assad, and Robertson: for each need the cheapest table that meets it while
 * all sums hold; whatever differs in that table is withheld. What then turns out not to be needed is published again, the
 * greatest loss first; and for each cell still withheld it is tried whether others in its place lose less.
 */
export async function suppress(
  { needs, losses, whole }: SuppressionProblem,
  deviations: Deviations,
  pause: Pause,
  settled: () => void,
): Promise<Suppression> {
  const candidates = losses.flatMap((loss, cell) => (loss === null ? [] : [cell]))
  const lossOf = (cell: number): number => losses[cell] ?? 0
  const lossIn = ({ withheld }: Pattern): number => [...withheld].reduce((sum, cell) => sum + lossOf(cell), 0)
  const greatestFirst = ({ withheld }: Pattern): number[] =>
    [...withheld].sort((one, other) => lossOf(other) - lossOf(one))
  const hardestFirst = [...needs].sort((one, other) => leastIn(other) - leastIn(one))
  const otherwise = (cell: number): Need => otherBy(cell, 1, whole.has(cell))
  let until = Number.POSITIVE_INFINITY
  const isEnough = (): boolean => deviations.runs() >= until

  /**
   * Withholds, from a start, what the needs ask for, never the cell that is out of the question. A need instead when nothing meets it,
   * or when there were runs enough before it was met.
   */
  const grow = async (
    start: ReadonlySet<number>,
    known: readonly Deviation[],
    never: number | null,
  ): Promise<Pattern | Need> => {
    const withheld = new Set(start)
    for (const cell of candidates) {
      if (cell === never) deviations.shut(cell)
      else deviations.open(cell)
      deviations.setCost(cell, withheld.has(cell) ? 0 : lossOf(cell))
    }
    const newIn = (deviation: Deviation): number[] =>
      candidates.filter((cell) => !withheld.has(cell) && moves(deviation, cell))
    const costOf = (deviation: Deviation): number =>
      newIn(deviation).reduce((sum, cell) => sum + Math.abs(deviation.by[cell] ?? 0) * lossOf(cell), 0)
    const found = new Set(known.filter((deviation) => newIn(deviation).length === 0))
    const kept: Kept[] = []
    const queue: Need[] = [...hardestFirst, ...[...withheld].map(otherwise)]
    for (const need of queue) {
      if (isEnough()) return need
      const deviation = knownFor(need, found) ?? cheapest(await metBy(need, deviations, pause), costOf)
      if (deviation === undefined) return need
      found.add(deviation)
      settled()
      kept.push({ need, deviation })
      for (const cell of newIn(deviation)) {
        withheld.add(cell)
        deviations.setCost(cell, 0)
        queue.push(otherwise(cell))
      }
    }
    return { withheld, kept }
  }

  /** Publishes again whatever every need can do without; null when there were runs enough before all was tried. */
  const reduce = async (pattern: Pattern): Promise<Pattern | null> => {
    const inTurn = greatestFirst(pattern)
    for (const cell of candidates) if (!pattern.withheld.has(cell)) deviations.shut(cell)
    for (const cell of inTurn) deviations.setCost(cell, lossOf(cell))
    const withheld = new Set(inTurn)
    let kept = pattern.kept
    for (const cell of inTurn) {
      if (isEnough()) return null
      deviations.shut(cell)
      const without = await keptWithout(cell, kept, deviations, pause)
      if (without === null) {
        deviations.open(cell)
        deviations.setCost(cell, 0)
      } else {
        kept = without
        withheld.delete(cell)
      }
    }
    return { withheld, kept }
  }

  /** A pattern that loses less because it does without one cell, if there is such a cell. */
  const exchange = async (pattern: Pattern): Promise<Pattern | null> => {
    const known = [...new Set(pattern.kept.map(({ deviation }) => deviation))]
    for (const cell of greatestFirst(pattern)) {
      if (isEnough()) return null
      const others = new Set(pattern.withheld)
      others.delete(cell)
      const grown = await grow(others, known, cell)
      if (!('kept' in grown)) continue
      const reduced = await reduce(grown)
      if (reduced !== null && lossIn(reduced) < lossIn(pattern)) return reduced
    }
    return null
  }

  const grown = await grow(new Set(), [], null)
  if (!('kept' in grown)) return { unmet: grown }
  let best = (await reduce(grown)) ?? grown
  until = deviations.runs() + runsForLess(losses.length)
  for (let less = await exchange(best); less !== null; less = await exchange(best)) best = less
  return { withheld: best.withheld }
}

const leastIn = ({ demands }: Need): number => demands[0]?.least ?? 0

const cheapest = (
  found: readonly Deviation[],
  costOf: (deviation: Deviation) => number,
): Deviation | undefined => {
  const [first, second] = found
  return first !== undefined && second !== undefined && costOf(second) < costOf(first) ? second : first
}

const knownFor = ({ demands, whole }: Need, known: ReadonlySet<Deviation>): Deviation | undefined =>
  [...known].find(
    (deviation) => (deviation.whole || !whole) && demands.some((demand) => meets(deviation, demand)),
  )

/** For each demand that can be met a cheapest table that does. */
async function metBy({ demands, whole }: Need, deviations: Deviations, pause: Pause): Promise<Deviation[]> {
  const found: Deviation[] = []
  for (const demand of demands) {
    await pause()
    const deviation = deviations.meet(demand, whole)
    if (deviation !== null) found.push(deviation)
  }
  return found
}

/** Every need, but for the cell's own, with a table that leaves the cell as it is; null when one of them has none. */
async function keptWithout(
  cell: number,
  kept: readonly Kept[],
  deviations: Deviations,
  pause: Pause,
): Promise<Kept[] | null> {
  const others = kept.filter(({ need }) => need.cell !== cell)
  const known = new Set(others.flatMap(({ deviation }) => (moves(deviation, cell) ? [] : [deviation])))
  const result: Kept[] = []
  for (const { need, deviation: before } of others) {
    const without = moves(before, cell) ? knownFor(need, known) : before
    const deviation = without ?? (await metBy(need, deviations, pause)).at(0)
    if (deviation === undefined) return null
    known.add(deviation)
    result.push({ need, deviation })
  }
  return result
}
