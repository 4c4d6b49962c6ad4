import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { attack } from '../../src/disclosure/attack.ts'
import type { Audit } from '../../src/disclosure/audit.ts'
import { openSolver } from '../../src/disclosure/open-solver.ts'
import { secondOpinion } from '../../src/disclosure/second-opinion.ts'
import type { Solver } from '../../src/disclosure/solver.ts'
import { steadyDraw } from '../../src/disclosure/steady-draw.ts'
import { oneDimension } from '../support/table-sets/columns.ts'
import { publishedCube } from '../support/table-sets/published-cube.ts'
import { smallTableSets } from '../support/table-sets/random-table-set.ts'

const numRuns = process.env.ANXIN_LONG === undefined ? 100 : 5000

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

test('agrees with the attack on every cell of random table sets, and sees through a pass that is none', async () => {
  let seenThrough = 0
  await fc.assert(
    fc.asyncProperty(smallTableSets, fc.boolean(), async (set, all) => {
      const audit = await attack(set, solver, { all })
      expect(secondOpinion(set, audit, steadyDraw(), 1)).toBe(audit.targets)
      // Inner cells and whole numbers are beyond it; a cell that only the attack sees through it may not.
      if (!audit.pass && disagreement(() => secondOpinion(set, glossed(audit), steadyDraw(), 1)))
        seenThrough++
    }),
    { numRuns, seed: 11 },
  )
  expect(seenThrough).toBeGreaterThan(numRuns / 4)
}, 600_000)

/** The same audit, in which every cell has passed. */
const glossed = ({ targets, solver: name }: Audit): Audit => ({
  pass: true,
  cells: [],
  targets,
  solver: name,
})

const disagreement = (work: () => void): boolean => {
  try {
    work()
    return false
  } catch (error) {
    expect(error).toMatchObject({ code: 'DISAGREEMENT' })
    return true
  }
}

describe('an audit that says other than it is', () => {
  const policy = { k: 5, zeros: 'withheld' as const }
  const sums = [['_T', 'A', 'B', 'C']]
  const open = oneDimension(sums, { _T: 30, A: 2, B: 11, C: 17 }, ['A'], policy)
  const safe = oneDimension(sums, { _T: 30, A: 2, B: 11, C: 17 }, ['A', 'B'], policy)
  const opinion = (set: typeof open, audit: Audit) => () => secondOpinion(set, audit, steadyDraw())
  const differs = expect.objectContaining({ code: 'DISAGREEMENT' })

  test('a count that is known from the sums alone', async () => {
    const audit = await attack(open, solver)
    expect(opinion(open, audit)()).toBe(1)
    expect(opinion(open, glossed(audit))).toThrow(differs)
  })
  test('a count under k that is published', async () => {
    const set = oneDimension(sums, { _T: 30, A: 2, B: 11, C: 17 }, ['B', 'C'], policy)
    expect(opinion(set, glossed(await attack(set, solver)))).toThrow(differs)
  })
  test('fewer cells attacked than there are', async () => {
    expect(opinion(safe, { ...(await attack(safe, solver)), targets: 1 })).toThrow(differs)
  })
  test('faults, and passed all the same', async () => {
    expect(opinion(open, { ...(await attack(open, solver)), pass: true })).toThrow(differs)
  })
  test('an interval wider than it can be', async () => {
    const audit = await attack(safe, solver, { all: true })
    const cells = audit.cells.map((cell) => ({ ...cell, high: (cell.high ?? 0) + 1 }))
    expect(opinion(safe, { ...audit, cells })).toThrow(differs)
  })
  test('an interval too narrow', () => {
    const set = oneDimension(sums, { _T: 30, A: 2, B: 1, C: 27 }, ['A', 'B'], policy)
    expect(opinion(set, { pass: true, cells: [], targets: 2, solver: '' })).toThrow(differs)
  })
})

test('draws a sample of its own: each twentieth cell, and no fewer than five', async () => {
  const set = publishedCube([9, 7, 2], 200, 4, 5)
  const audit = await attack(set, solver)
  expect(audit.targets).toBeGreaterThan(100)
  expect(secondOpinion(set, audit, steadyDraw(9))).toBe(Math.ceil(audit.targets / 20))
})
