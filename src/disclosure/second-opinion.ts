import { AttackError } from './attack-error.ts'
import type { Audit } from './audit.ts'
import type { Exact } from './exact-dictionary.ts'
import { dictionaryAround, secondViewOf } from './second-view.ts'
import { solvedSums } from './solved-sums.ts'
import type { TableCell, TableSet } from './table-set.ts'

/** How many of the cells that had something to keep are looked at again: this share, and no fewer than so many. */
const SHARE = 0.05
const FEWEST = 5

/**
 * A second implementation looks at what the first has found: sums put together from the codes themselves, solved by elimination, and
 * on a sample linear programs in exact fractions; no solver, no sum and no rule in common with the attack. It knows no inner
 * cells but those listed and their neighbours, and rounds where the attack asks for whole numbers, so that it may find less,
 * never more. Answers how many cells it looked at. Throws `AttackError`: DISAGREEMENT when it would have failed a cell that
 * passed, or an interval was found wider than it can be.
 */
export function secondOpinion(set: TableSet, audit: Audit, draw: () => number, share = SHARE): number {
  const view = secondViewOf(set)
  const found = new Map(audit.cells.map((cell) => [view.keyOf(cell.at), cell]))
  const hasFailed = (index: number) => (found.get(view.keys[index] ?? '')?.because ?? null) !== null
  for (const [index, cell] of set.cells.entries())
    if (mayNotStand(cell, set) && !hasFailed(index)) disagree('a count under k is published', cell)
  const asked = set.cells.flatMap((cell, index) => {
    const need = needOf(cell, set)
    return need === null ? [] : [{ cell, index, need }]
  })
  if (audit.targets !== asked.length) disagree('another number of cells has something to keep')
  if (audit.pass !== audit.cells.every(({ because }) => because === null)) disagree('passed, with faults')
  const solved = solvedSums(view.sums)
  if (solved === null) return disagree('no counts keep the sums')
  for (const { cell, index } of asked)
    if (solved.get(index)?.terms.size === 1 && !hasFailed(index)) disagree('known from its sums alone', cell)
  const sample = shuffled(asked, draw).slice(0, Math.max(FEWEST, Math.ceil(asked.length * share)))
  for (const { cell, index, need } of sample) {
    const dictionary = dictionaryAround(index, solved)
    const shift = view.lower[index] ?? 0
    const report = found.get(view.keys[index] ?? '')
    // Without an interval to compare with, it is enough to get as far as the cell needs.
    const isWhole = report !== undefined || need.first === undefined
    const least = dictionary.extreme(index, -1, isWhole ? -1 : (need.first ?? 0) - shift)
    const low = Math.ceil(quotient(least)) + shift
    const far = Math.max(need.last ?? 0, low + need.width) - shift
    const most = dictionary.extreme(index, 1, isWhole ? Number.MAX_SAFE_INTEGER : far)
    const high = Math.floor(quotient(most)) + shift
    const keeps = high - low >= need.width && low <= (need.first ?? low) && high >= (need.last ?? high)
    if (!keeps && !hasFailed(index)) disagree('narrower than it may be', cell)
    if (report !== undefined && (report.low < low || (report.high ?? Number.POSITIVE_INFINITY) > high))
      disagree('found wider than it can be', cell)
  }
  return sample.length
}

function disagree(what: string, cell?: TableCell): never {
  throw new AttackError('DISAGREEMENT', cell === undefined ? what : `${what}: ${JSON.stringify(cell.at)}`)
}

const quotient = (exact: Exact): number =>
  exact === null ? Number.POSITIVE_INFINITY : exact.over / exact.under

const isFew = ({ n, persons = n }: TableCell, { policy }: TableSet): boolean => persons < policy.k

const mayNotStand = (cell: TableCell, set: TableSet): boolean =>
  !cell.withheld &&
  !cell.joint &&
  !cell.between &&
  isFew(cell, set) &&
  !(cell.n === 0 && set.policy.zeros === 'published')

/** What an interval has to have: a width, and for small counts the numbers it has to hold. */
interface Need {
  width: number
  first?: number
  last?: number
}

function needOf(cell: TableCell, set: TableSet): Need | null {
  const { k, zeros } = set.policy
  if (cell.withheld && isFew(cell, set) && cell.n < k)
    return { width: 1, first: zeros === 'published' ? 1 : 0, last: k - 1 }
  if (cell.withheld) return { width: isFew(cell, set) ? Math.max(1, k - 1) : 1 }
  if (cell.joint) {
    const persons = cell.persons ?? cell.n
    const isHarmless = persons === 0 || !isFew(cell, set) || (cell.n === 0 && zeros === 'published')
    return isHarmless ? null : { width: 1 }
  }
  return cell.between !== undefined && cell.between[0] !== cell.between[1] ? { width: 1 } : null
}

function shuffled<Item>(items: readonly Item[], draw: () => number): Item[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1))
    const [one, two] = [mixed[last], mixed[other]]
    if (one !== undefined && two !== undefined) mixed.splice(last, 1, two)
    if (one !== undefined && other !== last) mixed.splice(other, 1, one)
  }
  return mixed
}
