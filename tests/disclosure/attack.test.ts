import { beforeAll, describe, expect, test } from 'vitest'
import { attack } from '../../src/disclosure/attack.ts'
import { linkCells } from '../../src/disclosure/link-cells.ts'
import { openSolver } from '../../src/disclosure/open-solver.ts'
import type { LinearModel, Optimum, Solver } from '../../src/disclosure/solver.ts'
import { readTableSet, type TableCell, type TableSet } from '../../src/disclosure/table-set.ts'
import { oneDimension, twoDimensions } from '../support/table-sets/columns.ts'
import { publishedCube } from '../support/table-sets/published-cube.ts'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

const policy = { k: 5, zeros: 'withheld' as const }
const flat = [['_T', 'A', 'B', 'C', 'D']]
const safe = oneDimension(flat, { _T: 30, A: 2, B: 8, C: 9, D: 11 }, ['A', 'B'], policy)

describe('what is published, earlier too', () => {
  test('a count under k that is not withheld fails, whatever else does', async () => {
    const set = oneDimension(flat, { _T: 30, A: 2, B: 8, C: 9, D: 11 }, ['B', 'C'], policy)
    expect(await attack(set, solver)).toMatchObject({
      pass: false,
      cells: [{ at: { region: 'A' }, low: 2, high: 2, exact: true, because: 'published' }],
    })
  })
  test('abuse case 10: forty sessions of one person are under k', async () => {
    const cells: TableCell[] = [
      { at: {}, n: 70 },
      { at: { region: 'A' }, n: 40, persons: 1 },
    ]
    const set = readTableSet({ dims: { region: { sums: [['_T', 'A', 'B']] } }, cells, policy })
    expect(await attack(set, solver)).toMatchObject({ pass: false, cells: [{ because: 'published' }] })
  })
  test('forty withheld sessions of one person keep an interval as wide as k − 1', async () => {
    const withB = (most: number) =>
      readTableSet({
        dims: { region: { sums: [['_T', 'A', 'B']] } },
        cells: [
          { at: {}, n: 43 },
          { at: { region: 'A' }, n: 40, persons: 1, withheld: true },
          { at: { region: 'B' }, n: 3, between: [0, most] },
        ],
        policy,
      })
    expect((await attack(withB(4), solver)).pass).toBe(true)
    expect((await attack(withB(3), solver)).cells).toMatchObject([{ low: 40, high: 43, because: 'narrow' }])
  })
  test('abuse case 8: what was released earlier counts as published, though it is hidden now', async () => {
    expect((await attack(safe, solver)).pass).toBe(true)
    const cells = safe.cells.map((cell) =>
      cell.at.region === 'B' ? { at: cell.at, n: cell.n, frozen: true as const } : cell,
    )
    expect(await attack({ ...safe, cells }, solver)).toMatchObject({
      pass: false,
      cells: [{ at: { region: 'A' }, low: 2, high: 2, because: 'pinned' }],
    })
  })
  test('a cell that is not listed is unknown, and so is what depends on it', async () => {
    const cells = safe.cells.filter(({ at }) => at.region !== 'C' && at.region !== 'B')
    const { cells: found } = await attack({ ...safe, cells }, solver, { all: true })
    expect(found).toMatchObject([{ at: { region: 'A' }, low: 0, high: 19 }])
    const withoutTotal = safe.cells.filter(({ at }) => at.region !== undefined)
    const { cells: endless } = await attack({ ...safe, cells: withoutTotal }, solver, { all: true })
    expect(endless).toMatchObject([
      { low: 0, high: null },
      { low: 0, high: null },
    ])
  })
  test('an exact sum over rounded cells narrows them: one that is told by it fails', async () => {
    const rounded = (between: [number, number][]) =>
      readTableSet({
        dims: { region: { sums: [['_T', 'A', 'B']] } },
        cells: [
          { at: {}, n: 14 },
          { at: { region: 'A' }, n: 8, between: between[0] },
          { at: { region: 'B' }, n: 6, between: between[1] },
        ],
        policy,
      })
    expect(
      (
        await attack(
          rounded([
            [7, 11],
            [4, 8],
          ]),
          solver,
        )
      ).pass,
    ).toBe(true)
    expect(
      (
        await attack(
          rounded([
            [4, 8],
            [1, 6],
          ]),
          solver,
        )
      ).cells,
    ).toMatchObject([
      { low: 8, high: 8, because: 'pinned' },
      { low: 6, high: 6, because: 'pinned' },
    ])
  })
})

test('abuse case 3: at least two withheld in every line, and yet one follows from the margins', async () => {
  const rows = { a: [9, 8, 20, 20], b: [8, 9, 2, 20], c: [20, 20, 9, 8], d: [20, 20, 8, 9] }
  const withheld = ['a w', 'a x', 'b w', 'b x', 'b y', 'c y', 'c z', 'd y', 'd z']
  const set = twoDimensions(rows, ['w', 'x', 'y', 'z'], withheld, policy)
  expect(await attack(set, solver)).toMatchObject({
    pass: false,
    cells: [{ at: { row: 'b', column: 'y' }, low: 2, high: 2, exact: true, because: 'pinned' }],
  })
})

test('abuse case 5: three two-way margins that pin inner cells which are published nowhere', async () => {
  const set = publishedCube([4, 3, 2], 20, 3)
  const small = set.cells.filter(({ joint, n }) => joint && n > 0 && n < 5)
  const { pass, cells } = await attack(set, solver)
  const pinned = cells.filter(({ because }) => because === 'pinned')
  expect(pass).toBe(false)
  expect(pinned.length).toBeGreaterThan(0)
  for (const { at, low, high } of pinned) {
    const cell = small.find((one) => one.at === at)
    expect([low, high]).toEqual([cell?.n, cell?.n])
  }
  const without = { ...set, cells: set.cells.filter(({ joint }) => !joint) }
  expect((await attack(without, solver)).cells.filter(({ because }) => because === 'pinned')).toEqual([])
})

test('a number inside that is impossible fails too', async () => {
  const sums = [
    ['_T', 'a', 'p'],
    ['_T', 'b', 'p'],
    ['x', 'a', 'b'],
  ]
  const set = readTableSet({
    dims: { region: { sums } },
    cells: [
      { at: { region: '_T' }, n: 20 },
      ...['a', 'b'].map((region) => ({ at: { region }, n: 9, withheld: true })),
      { at: { region: 'p' }, n: 11, withheld: true },
      { at: { region: 'x' }, n: 18, withheld: true },
    ],
    policy: { k: 20, zeros: 'withheld' },
  })
  const { cells } = await attack(set, solver)
  expect(cells).toMatchObject([{ at: { region: 'x' }, low: 0, high: 40, because: 'gap' }])
})

describe('tables larger than anyone can take in', () => {
  test('where margins overlap in a ring, the inner cells are left out when there are too many', () => {
    const names = ['u', 'v', 'w', 'x', 'y', 'z']
    const codes = Array.from({ length: 9 }, (_, code) => `c${code}`)
    const dims = Object.fromEntries(names.map((name) => [name, { sums: [['_T', ...codes]] }]))
    const cells: TableCell[] = names.flatMap((one, index) =>
      names
        .slice(index + 1)
        .flatMap((other) =>
          codes.flatMap((first) => codes.map((second) => ({ at: { [one]: first, [other]: second }, n: 1 }))),
        ),
    )
    const linked = linkCells({ dims, cells, policy })
    expect(linked.cells).toHaveLength(cells.length + names.length * codes.length + 1)
    const three = cells.filter(({ at }) => Object.keys(at).every((name) => names.slice(0, 3).includes(name)))
    expect(linkCells({ dims, cells: three, policy }).cells).toHaveLength(10 ** 3)
  })
  test('where they do not, none are needed', () => {
    const sums = [['_T', 'a', 'b']]
    const cells = (one: string, other: string): TableCell[] =>
      ['a', 'b'].flatMap((first) =>
        ['a', 'b'].map((second) => ({ at: { [one]: first, [other]: second }, n: 1 })),
      )
    const set: TableSet = {
      dims: { u: { sums }, v: { sums }, w: { sums } },
      cells: [...cells('u', 'v'), ...cells('v', 'w')],
      policy,
    }
    expect(linkCells(set).cells).toHaveLength(9 + 9 - 3)
  })
})

describe('what contradicts itself is no basis', () => {
  const dims = { region: { sums: flat } }
  const inconsistent = (cells: unknown[]) => attack(readTableSet({ dims, cells, policy }), solver)
  test('true counts that do not add up', async () => {
    const cells = safe.cells.map((cell) => (cell.at.region === 'D' ? { ...cell, n: 12 } : cell))
    await expect(inconsistent(cells)).rejects.toMatchObject({ code: 'INCONSISTENT' })
  })
  test('a total smaller than the parts that are listed', async () => {
    const cells = [
      { at: {}, n: 10 },
      { at: { region: 'C' }, n: 8 },
      { at: { region: 'A' }, n: 3, withheld: true },
    ]
    await expect(inconsistent(cells)).rejects.toMatchObject({ code: 'INCONSISTENT' })
  })
  test('margins that no table has', async () => {
    const sums = [['_T', 'a', 'b']]
    const pair = (one: string, other: string, same: number, different: number) =>
      ['a', 'b'].flatMap((first) =>
        ['a', 'b'].map((second) => ({
          at: { [one]: first, [other]: second },
          n: first === second ? same : different,
        })),
      )
    const set = readTableSet({
      dims: { u: { sums }, v: { sums }, w: { sums } },
      cells: [...pair('u', 'v', 9, 0), ...pair('v', 'w', 9, 0), ...pair('u', 'w', 0, 9)],
      policy: { k: 5, zeros: 'published' },
    })
    await expect(attack(set, solver)).rejects.toMatchObject({ code: 'INCONSISTENT' })
  })
})

describe('abuse case 13: a solver that does not answer as it must never lets anything pass', () => {
  /** The solver with its answers changed. */
  const broken = (change: (optimum: Optimum, calls: number) => Optimum): Solver => ({
    name: 'broken',
    load: (program) => {
      const model = solver.load(program)
      let calls = 0
      return { ...model, run: (seconds) => change(model.run(seconds), calls++) } satisfies LinearModel
    },
  })
  const rows = { a: [2, 9, 20, 20], b: [9, 8, 1, 20], c: [20, 6, 9, 0], d: [20, 20, 8, 9] }
  const withheld = ['a w', 'a x', 'b w', 'b x', 'b y', 'c x', 'c y', 'c z', 'd y', 'd z']
  const large = twoDimensions(rows, ['w', 'x', 'y', 'z'], withheld, policy)

  test('the table passes with the solver as it is', async () => {
    expect(await attack(large, solver)).toMatchObject({ pass: true })
  })
  test.each<[string, (optimum: Optimum) => Optimum, string]>([
    ['unbounded, or any other status', () => ({ status: 'failed', point: [] }), 'SOLVER'],
    ['out of time', () => ({ status: 'time', point: [] }), 'TIMEOUT'],
    [
      'not a number',
      ({ point }) => ({ status: 'optimal', point: Array.from(point, () => Number.NaN) }),
      'SOLVER',
    ],
    [
      'a point that keeps no sums',
      ({ point }) => ({ status: 'optimal', point: Array.from(point, () => 3) }),
      'SOLVER',
    ],
    ['too few numbers', () => ({ status: 'optimal', point: [] }), 'SOLVER'],
    [
      'fractions off',
      ({ point }) => ({ status: 'optimal', point: Array.from(point, (value) => value + 0.01) }),
      'SOLVER',
    ],
  ])('%s', async (_, change, code) => {
    await expect(attack(large, broken(change))).rejects.toMatchObject({ code })
  })
  test('an abort of the WebAssembly', async () => {
    const abort = () => {
      throw new WebAssembly.RuntimeError('unreachable')
    }
    await expect(attack(large, broken(abort))).rejects.toThrow(WebAssembly.RuntimeError)
  })
  test('a fault midway', async () => {
    const later = broken((optimum, calls) => (calls > 0 ? { status: 'failed', point: [] } : optimum))
    await expect(attack(large, later)).rejects.toMatchObject({ code: 'SOLVER' })
  })
  test('always infeasible: nothing is shown possible, so nothing passes', async () => {
    await expect(
      attack(
        large,
        broken(() => ({ status: 'infeasible', point: [] })),
      ),
    ).rejects.toMatchObject({
      code: 'SOLVER',
    })
  })
  test('always the same point: likewise', async () => {
    let first: Optimum | undefined
    const lazy = broken((optimum) => {
      first ??= optimum
      return first
    })
    const outcome = await attack(large, lazy).catch((error: unknown) => error)
    expect(outcome).not.toMatchObject({ pass: true })
  })
})

describe('time, stopping and progress', () => {
  test('without time left there is no result', async () => {
    await expect(attack(safe, solver, { secondsLeft: () => 0 })).rejects.toMatchObject({ code: 'TIMEOUT' })
    await expect(attack(safe, solver, { secondsLeft: () => Number.NaN })).rejects.toMatchObject({
      code: 'TIMEOUT',
    })
    await expect(
      attack(publishedCube([5, 4, 3], 200, 5, 5), solver, { secondsLeft: () => 1e-9 }),
    ).rejects.toMatchObject({ code: 'TIMEOUT' })
  })
  test('called off midway', async () => {
    const signal = { aborted: false }
    const progress = () => {
      signal.aborted = true
    }
    await expect(attack(safe, solver, { signal, progress })).rejects.toMatchObject({ code: 'CANCELLED' })
  })
  test('says how far it is, and lets others work meanwhile', async () => {
    const seen: [number, number][] = []
    let others = 0
    const { targets } = await attack(publishedCube([5, 4, 3], 200, 5, 5), solver, {
      progress: async (done, of) => {
        seen.push([done, of])
        await new Promise((resolve) => setTimeout(resolve))
        others++
      },
    })
    expect(others).toBe(seen.length)
    expect(seen.at(-1)).toEqual([targets, targets])
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b))
  })
})
