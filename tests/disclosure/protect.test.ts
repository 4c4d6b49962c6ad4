import { beforeAll, describe, expect, it } from 'vitest'
import type { KeyedDraw } from '../../src/disclosure/additive-rounding.ts'
import { attack } from '../../src/disclosure/attack.ts'
import { openSolver } from '../../src/disclosure/open-solver.ts'
import { primaryCells } from '../../src/disclosure/primary-cells.ts'
import { type Protected, protect } from '../../src/disclosure/protect.ts'
import type { Solver } from '../../src/disclosure/solver.ts'
import type { TableCell, TableSet } from '../../src/disclosure/table-set.ts'
import { crossTable, linkedRegions, sdcTable, tauArgus } from '../support/table-sets/oracles.ts'
import { drawBy, randomTableSeries } from '../support/table-sets/random-table-series.ts'

let solver: Solver
beforeAll(async () => {
  solver = await openSolver()
})

const low: KeyedDraw = async () => 0
const protectBy = (set: TableSet, draw: KeyedDraw = low): Promise<Protected> => protect(set, solver, { draw })
const withheldIn = ({ cells }: TableSet): string[] =>
  cells.filter(({ withheld }) => withheld).map(({ at }) => Object.values(at).join(' '))
const unprotectable = { code: 'UNPROTECTABLE' }

describe('where all methods agree', () => {
  const draws: KeyedDraw[] = [low, async () => 0.999, drawBy('one'), drawBy('other')]

  it.each(draws)('O2, sdcTable: three cells besides the one under k, whatever the draw', async (draw) => {
    const { set, audit } = await protectBy(sdcTable(5), draw)
    expect(withheldIn(set).sort()).toEqual(['A female', 'A male', 'C female', 'C male'])
    expect(audit.pass).toBe(true)
  })

  it.each(draws)('O3, τ-ARGUS: the same three cells, and an interval from 0 to 623', async (draw) => {
    const { set } = await protectBy(tauArgus(), draw)
    expect(withheldIn(set).sort()).toEqual(['A female', 'A male', 'C female', 'C male'])
    const audit = await attack(set, solver, { all: true })
    expect(audit.cells.find(({ at }) => at.region === 'A' && at.sex === 'female')).toMatchObject({
      low: 0,
      high: 623,
    })
  })

  it('O4, linked tables: N alone besides the five under k, and K from 0 to 10', async () => {
    const { set } = await protectBy(linkedRegions())
    expect(withheldIn(set).sort()).toEqual(['A', 'B', 'K', 'L', 'M', 'N'])
    const audit = await attack(set, solver, { all: true })
    expect(audit.cells.find(({ at }) => at.region === 'K')).toMatchObject({ low: 0, high: 10 })
  })
})

it('O5, k of 2 and zeros published: a one that could only be one is no better than published', async () => {
  const ones = (counts: Record<string, number>): TableSet => ({
    dims: { region: { sums: [['_T', 'a', 'b', 'c', 'd']] } },
    cells: [
      { at: {}, n: 4, frozen: true },
      ...Object.entries(counts).map(([region, n]) => ({ at: { region }, n })),
    ],
    policy: { k: 2, zeros: 'published' },
  })
  const { set, audit } = await protectBy(ones({ a: 1, b: 2, c: 1, d: 0 }))
  expect(withheldIn(set)).toEqual(['a', 'b', 'c'])
  expect(audit.pass).toBe(true)
  await expect(protectBy(ones({ a: 1, b: 1, c: 1, d: 1 }))).rejects.toMatchObject(unprotectable)
})

describe('the pattern', () => {
  it('leaves cells, counts and order as they are, and marks whatever is withheld in one way', async () => {
    const before = sdcTable(5)
    const { set } = await protectBy(before)
    expect(set.cells.map(({ withheld: _, ...cell }) => cell)).toEqual(before.cells)
    expect(
      new Set(set.cells.filter(({ withheld }) => withheld).map((cell) => Object.keys(cell).join())),
    ).toEqual(new Set(['at,n,withheld']))
  })

  it('is decided by the draw where the losses are alike, and stays the same with the same draw', async () => {
    const alike = crossTable(
      { A: { x: 2, y: 20 }, B: { x: 30, y: 30 }, C: { x: 30, y: 30 }, D: { x: 30, y: 30 } },
      { k: 5, zeros: 'withheld' },
    )
    const patterns = new Map<string, string>()
    for (let secret = 0; secret < 12; secret++) {
      const [once, again] = [
        await protectBy(alike, drawBy(`${secret}`)),
        await protectBy(alike, drawBy(`${secret}`)),
      ]
      expect(again.set).toEqual(once.set)
      patterns.set(withheldIn(once.set).join(), '')
    }
    expect(patterns.size).toBe(3)
  })

  it('keeps what was withheld already, and hides it as well', async () => {
    const before = sdcTable(2)
    const cells = before.cells.map(
      (cell): TableCell =>
        cell.at.region === 'B' && cell.at.sex === 'male' ? { ...cell, withheld: true } : cell,
    )
    expect((await attack({ ...before, cells }, solver)).pass).toBe(false)
    const { set } = await protectBy({ ...before, cells })
    expect(withheldIn(set)).toContain('B male')
    expect(withheldIn(set)).toHaveLength(4)
  })

  it('holds no cell that could be published alone', async () => {
    let tried = 0
    for (let seed = 0; seed < 40; seed++) {
      const { dims, policy, releases } = randomTableSeries(`alone ${seed}`)
      const set: TableSet = { dims, policy, cells: releases[0] ?? [] }
      const result = await protectBy(set).catch(() => null)
      if (result === null) continue
      const primary = new Set(primaryCells(set))
      for (const [index, { withheld }] of result.set.cells.entries()) {
        if (!withheld || primary.has(index)) continue
        tried++
        const cells = result.set.cells.map((cell, other): TableCell => {
          const { withheld: _, ...open } = cell
          return other === index ? open : cell
        })
        expect((await attack({ ...set, cells }, solver)).pass).toBe(false)
      }
    }
    expect(tried).toBeGreaterThan(40)
  })
})

describe('what came before', () => {
  const frozen = (set: TableSet): TableCell[] => set.cells.map((cell) => ({ ...cell, frozen: true }))
  const months: TableSet = {
    dims: { month: { sums: [['_T', 'm1', 'm2']] }, sex: { sums: [['_T', 'f', 'm']] } },
    cells: [
      { at: { month: 'm1', sex: 'f' }, n: 3 },
      { at: { month: 'm1', sex: 'm' }, n: 12 },
      { at: { month: 'm1' }, n: 15 },
    ],
    policy: { k: 5, zeros: 'withheld' },
  }
  const second: TableCell[] = [
    { at: { month: 'm2', sex: 'f' }, n: 9 },
    { at: { month: 'm2', sex: 'm' }, n: 11 },
    { at: { month: 'm2' }, n: 20 },
  ]
  const both: TableCell[] = [
    { at: { sex: 'f' }, n: 12 },
    { at: { sex: 'm' }, n: 23 },
    { at: {}, n: 35 },
  ]

  it('case 60: a total over months may not undo a month: it is withheld where it would', async () => {
    const first = await protectBy(months)
    expect(withheldIn(first.set)).toEqual(['m1 f', 'm1 m'])
    const then = { ...months, cells: [...frozen(first.set), ...second] }
    const next = await protectBy(then)
    expect(withheldIn(next.set)).toEqual(['m1 f', 'm1 m'])
    const open = { ...months, cells: [...frozen(next.set), ...both] }
    expect((await attack(open, solver)).pass).toBe(false)
    const { set } = await protectBy(open)
    expect(withheldIn(set)).toEqual(['m1 f', 'm1 m', 'f', 'm'])
    expect(set.cells.slice(0, 6)).toEqual(frozen(next.set))
  })

  it('says that nothing helps when earlier releases tell already', async () => {
    const [f, m, all] = months.cells
    if (f === undefined || m === undefined || all === undefined) throw new Error('no cells')
    const told: TableCell[] = [
      { ...f, withheld: true },
      { ...m, frozen: true },
      { ...all, frozen: true },
    ]
    await expect(protectBy({ ...months, cells: told })).rejects.toMatchObject({ ...unprotectable, at: f.at })
    const released: TableCell[] = [{ ...f, frozen: true }, m, all]
    await expect(protectBy({ ...months, cells: released })).rejects.toMatchObject({
      ...unprotectable,
      at: f.at,
    })
  })

  it('says so when published zeros make it impossible', async () => {
    const cells: TableCell[] = [
      { at: { sex: 'f' }, n: 2 },
      { at: { sex: 'm' }, n: 1 },
      { at: {}, n: 3 },
    ]
    const dims = { sex: { sums: [['_T', 'f', 'm']] } }
    // The total of two counts that are not zero is never 1.
    await expect(protectBy({ dims, cells, policy: { k: 5, zeros: 'published' } })).rejects.toMatchObject(
      unprotectable,
    )
    const { set } = await protectBy({ dims, cells, policy: { k: 5, zeros: 'withheld' } })
    expect(withheldIn(set)).toHaveLength(3)
  })
})

describe('from outside', () => {
  it('reports its progress, and ends when called off or out of time', async () => {
    const seen: [number, number][] = []
    const progress = (done: number, of: number): void => {
      seen.push([done, of])
    }
    await protect(sdcTable(5), solver, { draw: low, progress })
    expect(seen.every(([done, of]) => done <= of)).toBe(true)
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1])
    await expect(
      protect(sdcTable(5), solver, { draw: low, signal: { aborted: true } }),
    ).rejects.toMatchObject({ code: 'CANCELLED' })
    await expect(protect(sdcTable(5), solver, { draw: low, secondsLeft: () => 0 })).rejects.toMatchObject({
      code: 'TIMEOUT',
    })
  })

  it('believes no solver that gives up', async () => {
    for (const status of ['failed', 'time'] as const) {
      const broken: Solver = {
        ...solver,
        load: (program) => ({ ...solver.load(program), run: () => ({ status, point: [] }) }),
      }
      await expect(protect(sdcTable(5), broken, { draw: low })).rejects.toMatchObject({
        code: status === 'time' ? 'TIMEOUT' : 'SOLVER',
      })
    }
  })
})
