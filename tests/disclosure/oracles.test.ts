import { beforeAll, describe, expect, test } from 'vitest'
import { attack } from '../../src/disclosure/attack.ts'
import type { Audit } from '../../src/disclosure/audit.ts'
import { openSolver } from '../../src/disclosure/open-solver.ts'
import { secondOpinion } from '../../src/disclosure/second-opinion.ts'
import type { Solver } from '../../src/disclosure/solver.ts'
import { steadyDraw } from '../../src/disclosure/steady-draw.ts'
import type { TableSet } from '../../src/disclosure/table-set.ts'
import { oneDimension, twoDimensions } from '../support/table-sets/columns.ts'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

/** All intervals, after a second opinion on every cell. */
const audited = async (set: TableSet): Promise<Audit> => {
  const audit = await attack(set, solver, { all: true })
  expect(secondOpinion(set, audit, steadyDraw(), 1)).toBe(audit.targets)
  return audit
}

const interval = ({ cells }: Audit, ...codes: string[]) => {
  const cell = cells.find(({ at }) => Object.values(at).join() === codes.join())
  return [cell?.low, cell?.high]
}

// What other programs publish, or gave when they were run (disclosure.md 1.0). Which further cells are withheld is the
// other program's; how far the true counts can then be told is what we have to find.

describe('O2: sdcTable, 100 people by region and gender', () => {
  const counts = { A: [18, 2], B: [14, 19], C: [12, 10], D: [11, 14] }
  const policy = { k: 3, zeros: 'withheld' as const }
  const protectedBy = (...more: string[]) =>
    twoDimensions(counts, ['male', 'female'], ['A female', ...more], policy)

  test('three further cells protect, as all its methods but one have it', async () => {
    const set = protectedBy('A male', 'C male', 'C female')
    expect(set.cells).toHaveLength(15)
    expect(set.cells.find(({ at }) => at.row === '_T' && at.column === '_T')?.n).toBe(100)
    const audit = await audited(set)
    expect(audit.pass).toBe(true)
    expect(interval(audit, 'A', 'female')).toEqual([0, 12])
  })
  test('so do the three of its method GAUSS', async () => {
    expect((await audited(protectedBy('A male', 'D male', 'D female'))).pass).toBe(true)
  })
  test('with any of them published, the small count is known', async () => {
    const three = ['A male', 'C male', 'C female']
    for (const left of three) {
      const audit = await audited(protectedBy(...three.filter((cell) => cell !== left)))
      expect(audit.pass).toBe(false)
      expect(interval(audit, 'A', 'female')).toEqual([2, 2])
    }
  })
})

test('O3: tau-ARGUS, 5,146 people: the interval of its batch example', async () => {
  const counts = { A: [895, 137], B: [753, 973], C: [569, 486], D: [540, 793] }
  const withheld = ['A female', 'A male', 'C female', 'C male']
  const set = twoDimensions(counts, ['male', 'female'], withheld, { k: 138, zeros: 'withheld' })
  const audit = await audited(set)
  expect(audit.pass).toBe(true)
  expect(interval(audit, 'A', 'female')).toEqual([0, 623])
})

describe('O4: sdcTable, eight regions in counties and in groups', () => {
  const counties = [
    ['_T', 'county-1', 'county-2'],
    ['county-1', 'A', 'B', 'I', 'J'],
    ['county-2', 'K', 'L', 'M', 'N'],
  ]
  const groups = [
    ['_T', 'big', 'small'],
    ['big', 'L', 'M'],
    ['small', 'A', 'B', 'I', 'J', 'K', 'N'],
  ]
  const regions = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 }
  const small = ['A', 'B', 'K', 'L', 'M']
  const policy = { k: 4, zeros: 'withheld' as const }
  const byCounty = { ...regions, 'county-1': 20, 'county-2': 16, _T: 36 }
  const byGroup = { ...regions, big: 6, small: 30, _T: 36 }

  test('each table alone is safe with the five small counts withheld', async () => {
    expect((await audited(oneDimension(counties, byCounty, small, policy))).pass).toBe(true)
    expect((await audited(oneDimension(groups, byGroup, small, policy))).pass).toBe(true)
  })
  test('abuse case 4: both together tell K', async () => {
    const audit = await audited(
      oneDimension([...counties, ...groups], { ...byCounty, ...byGroup }, small, policy),
    )
    expect(audit.pass).toBe(false)
    expect(interval(audit, 'K')).toEqual([3, 3])
    expect(audit.cells.filter(({ because }) => because !== null).map(({ at }) => at)).toEqual([
      { region: 'K' },
    ])
  })
  test('with N withheld as well nothing is told', async () => {
    const withN = [...small, 'N']
    const audit = await audited(
      oneDimension([...counties, ...groups], { ...byCounty, ...byGroup }, withN, policy),
    )
    expect(audit.pass).toBe(true)
    expect(interval(audit, 'K')).toEqual([0, 10])
  })
})

describe('O5: two ones that sum to two', () => {
  const sums = [['_T', 'a', 'b', 'c', 'd']]
  const counts = { _T: 4, a: 1, b: 2, c: 1, d: 0 }

  test('where zeros are withheld, both can be from 0 to 2', async () => {
    const audit = await audited(
      oneDimension(
        sums.map((sum) => sum.slice(0, 4)),
        { _T: 4, a: 1, b: 2, c: 1 },
        ['a', 'c'],
        { k: 2, zeros: 'withheld' },
      ),
    )
    expect(audit.pass).toBe(true)
    expect([interval(audit, 'a'), interval(audit, 'c')]).toEqual([
      [0, 2],
      [0, 2],
    ])
  })
  test('abuse case 2: where zeros are published, both are 1', async () => {
    const audit = await audited(oneDimension(sums, counts, ['a', 'c'], { k: 2, zeros: 'published' }))
    expect(audit.pass).toBe(false)
    expect([interval(audit, 'a'), interval(audit, 'c')]).toEqual([
      [1, 1],
      [1, 1],
    ])
  })
})

describe('O6: GaussSuppression, 59 people by age and country', () => {
  const counts = { young: [3, 1, 17], old: [10, 11, 17] }
  const countries = ['Iceland', 'Portugal', 'Spain']
  const policy = { k: 4, zeros: 'withheld' as const }
  const withheld = ['young Iceland', 'young Portugal', 'old Iceland', 'old Portugal']

  test('both small counts can be from 0 to 4', async () => {
    const audit = await audited(twoDimensions(counts, countries, withheld, policy))
    expect([interval(audit, 'young', 'Iceland'), interval(audit, 'young', 'Portugal')]).toEqual([
      [0, 4],
      [0, 4],
    ])
    expect(audit.pass).toBe(true)
  })
  test('with Spain withheld too, from 0 to 13 and to 12', async () => {
    const audit = await audited(
      twoDimensions(counts, countries, [...withheld, 'young Spain', 'old Spain'], policy),
    )
    expect([interval(audit, 'young', 'Iceland'), interval(audit, 'young', 'Portugal')]).toEqual([
      [0, 13],
      [0, 12],
    ])
  })
})
