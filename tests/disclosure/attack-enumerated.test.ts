import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attack } from '../../src/disclosure/attack.ts'
import type { AuditedCell } from '../../src/disclosure/audit.ts'
import { openSolver } from '../../src/disclosure/open-solver.ts'
import { requirementOf } from '../../src/disclosure/requirement.ts'
import { readTableSet, type TableCell, type TableSet } from '../../src/disclosure/table-set.ts'
import { BEYOND, possibleCounts } from '../support/table-sets/possible-counts.ts'
import { smallTableSets } from '../support/table-sets/random-table-set.ts'

const numRuns = process.env.ANXIN_LONG === undefined ? 100 : 1000

test('the attack finds exactly the counts that trying everything leaves possible, on table sets of any shape', async () => {
  const solver = await openSolver()
  await fc.assert(
    fc.asyncProperty(smallTableSets, async (set) => {
      const possible = possibleCounts(set)
      fc.pre(possible !== null)
      const audit = await attack(readTableSet(JSON.parse(JSON.stringify(set))), solver, { all: true })
      const expected = set.cells.flatMap((cell, index) => expectedOf(cell, set, possible[index] ?? new Set()))
      expect(audit.cells).toEqual(expected)
      expect(audit.pass).toBe(expected.every(({ because }) => because === null))
    }),
    { numRuns, seed: 7 },
  )
}, 600_000)

/** By the rule of DESIGN section 9, written out once more over the counts themselves. */
function expectedOf(cell: TableCell, { policy }: TableSet, possible: ReadonlySet<number>): AuditedCell[] {
  const low = Math.min(...possible)
  const high = possible.has(BEYOND) ? null : Math.max(...possible)
  const audited = (because: AuditedCell['because']) => [
    { at: cell.at, low, high, exact: possible.size === 1, because },
  ]
  const persons = cell.persons ?? cell.n
  const isSmall = persons < policy.k && (cell.n > 0 || policy.zeros === 'withheld')
  if (!cell.withheld && !cell.joint && !cell.between) return isSmall ? audited('published') : []
  if (requirementOf(cell, policy) === null) return []
  if (possible.size === 1) return audited('pinned')
  if (!cell.withheld || !isSmall) return audited(null)
  const top = high ?? Number.POSITIVE_INFINITY
  if (cell.n >= policy.k) return audited(top - low < policy.k - 1 ? 'narrow' : null)
  const first = policy.zeros === 'published' ? 1 : 0
  if (low > first || top < policy.k - 1) return audited('narrow')
  for (let count = first; count < policy.k; count++) if (!possible.has(count)) return audited('gap')
  return audited(null)
}
