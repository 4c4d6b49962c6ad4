import { attack } from '../../../src/disclosure/attack.ts'
import type { Audit } from '../../../src/disclosure/audit.ts'
import { primaryCells } from '../../../src/disclosure/primary-cells.ts'
import { ProtectError, protect } from '../../../src/disclosure/protect.ts'
import { secondOpinion } from '../../../src/disclosure/second-opinion.ts'
import type { Solver } from '../../../src/disclosure/solver.ts'
import { readTableSet, type TableCell, type TableSet } from '../../../src/disclosure/table-set.ts'
import { createRandom } from '../../../src/simulation/random.ts'
import { drawBy, randomTableSeries } from './random-table-series.ts'

/** What a campaign went through. */
export interface Campaign {
  series: number
  /** Table sets protected: each release of a series is one. */
  protected: number
  unprotectable: number
  cells: number
  withheld: number
  /** Cells that the second implementation looked at. */
  seconded: number
  shapes: Set<string>
  /** What was wrong, with the seed that shows it; to be empty. */
  faults: string[]
}

/** Protects the random series of these numbers, attacks what would be published, and asks the second implementation. */
export async function campaign(numbers: Iterable<number>, solver: Solver): Promise<Campaign> {
  const result: Campaign = {
    series: 0,
    protected: 0,
    unprotectable: 0,
    cells: 0,
    withheld: 0,
    seconded: 0,
    shapes: new Set(),
    faults: [],
  }
  for (const number of numbers) {
    const { shape, dims, policy, releases } = randomTableSeries(`series ${number}`)
    result.series++
    result.shapes.add(shape)
    let earlier: TableCell[] = []
    for (const release of releases) {
      const set: TableSet = { dims, policy, cells: [...earlier, ...release] }
      result.cells += release.length
      const fault = (what: string) => result.faults.push(`series ${number}, ${shape}: ${what}`)
      try {
        const { set: safe } = await protect(set, solver, { draw: drawBy(`${number}`) })
        result.protected++
        result.withheld += safe.cells.filter(({ withheld, frozen }) => withheld && !frozen).length
        const written = asRead(safe)
        for (const what of changedBesides(asRead(set), written)) fault(what)
        const audit = await attack(written, solver, { all: true })
        for (const what of brokenRules(written, audit)) fault(what)
        result.seconded += secondOpinion(written, audit, createRandom(`${number}`).next)
        earlier = safe.cells.map((cell) => (cell.joint ? cell : { ...cell, frozen: true }))
      } catch (error) {
        if (!(error instanceof ProtectError)) throw new Error(`series ${number}, ${shape}`, { cause: error })
        result.unprotectable++
        if (!(await isHopeless(set, solver))) fault(`given up: ${error.message}`)
        break
      }
    }
  }
  return result
}

const asRead = (set: TableSet): TableSet => readTableSet(JSON.parse(JSON.stringify(set)))

/** Nothing but marks was added, and none to what was released before. */
function changedBesides(before: TableSet, after: TableSet): string[] {
  return after.cells.flatMap(({ withheld, ...cell }, index) => {
    const { withheld: was, ...as } = before.cells[index] ?? { at: {}, n: -1 }
    const isMarked = withheld && !was && (as.frozen || as.joint || as.between)
    return JSON.stringify(cell) === JSON.stringify(as) && !isMarked && (withheld || !was)
      ? []
      : [`changed ${JSON.stringify(as)}`]
  })
}

/** DESIGN section 9 once more, over the intervals that the attack found. */
function brokenRules({ cells, policy: { k, zeros } }: TableSet, audit: Audit): string[] {
  const found = new Map(audit.cells.map((cell) => [JSON.stringify(cell.at), cell]))
  const first = zeros === 'published' ? 1 : 0
  return cells.flatMap((cell) => {
    const isSmall = (cell.persons ?? cell.n) < k && (cell.n > 0 || zeros === 'withheld')
    const isSeen = !cell.withheld && !cell.joint && !cell.between
    if (isSeen) return isSmall ? [`published ${JSON.stringify(cell)}`] : []
    const interval = found.get(JSON.stringify(cell.at))
    if (interval === undefined) return cell.withheld ? [`not audited ${JSON.stringify(cell)}`] : []
    const { low } = interval
    const high = interval.high ?? Number.POSITIVE_INFINITY
    const isWide =
      cell.withheld && isSmall
        ? high - low >= k - 1 - first && (cell.n >= k || (low <= first && high >= k - 1))
        : high > low
    const isTrue = low <= cell.n && cell.n <= high
    return isWide && isTrue && interval.because === null ? [] : [`${low} to ${high}: ${JSON.stringify(cell)}`]
  })
}

/** Whether what has to be hidden shows even when all is withheld that can be. */
async function isHopeless(set: TableSet, solver: Solver): Promise<boolean> {
  const first = set.policy.zeros === 'published' ? 1 : 0
  const primary = new Set(primaryCells(set))
  const cells = set.cells.map(
    (cell): TableCell =>
      cell.frozen || cell.joint || cell.between || cell.n < first ? cell : { ...cell, withheld: true },
  )
  const { cells: failed } = await attack({ ...set, cells }, solver)
  return failed.some(({ at }) => {
    const index = cells.findIndex((cell) => cell.at === at)
    const cell = set.cells[index]
    return cell?.frozen || cell?.withheld || cell?.between || cell?.joint || primary.has(index)
  })
}
