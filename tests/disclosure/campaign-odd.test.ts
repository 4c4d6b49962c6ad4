import { expect, test } from 'vitest'
import { openSolver } from '../../src/disclosure/open-solver.ts'
import { campaign } from '../support/table-sets/campaign.ts'

/** Half of the table sets; the other half runs beside it. */
const series = process.env.ANXIN_LONG === undefined ? 30 : 5000

test('case 60: random table sets, protected: no cell under k pinned, no interval narrower than the rule, the second implementation agrees', async () => {
  const numbers = Array.from({ length: series }, (_, index) => 2 * index + 1)
  const { faults, shapes, ...counts } = await campaign(numbers, await openSolver())
  console.log(`campaign odd ${JSON.stringify(counts)}`)
  expect(faults).toEqual([])
  expect(shapes.size).toBe(7)
  expect(counts.protected).toBeGreaterThan(0.7 * series)
  expect(counts.seconded).toBeGreaterThan(4 * counts.protected)
}, 1_800_000)
