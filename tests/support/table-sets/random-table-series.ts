import type { KeyedDraw } from '../../../src/disclosure/additive-rounding.ts'
import type { TableCell as Cell, TableSet } from '../../../src/disclosure/table-set.ts'
import { createRandom, type Random } from '../../../src/simulation/random.ts'

type Dims = TableSet['dims']

/** Tables of one room as they come out one after the other: what a release holds is frozen for those after it. */
export interface TableSeries {
  shape: string
  dims: Dims
  policy: TableSet['policy']
  releases: Cell[][]
}

interface Person {
  codes: Record<string, string>
  times: number
}

const shapes: Record<string, (random: Random) => TableSeries> = {
  /** Two dimensions. */
  flat: (random) => {
    const dims = { a: flat('a', random.int(3, 8)), b: flat('b', random.int(2, 6)) }
    return single('flat', random, dims, [['a', 'b']])
  },
  /** Three or four crossed dimensions: the cells of such a table need not be whole at the corners. */
  deep: (random) => {
    const dims: Dims = {
      a: flat('a', random.int(2, 3)),
      b: flat('b', 2),
      c: flat('c', random.int(2, 3)),
    }
    if (random.chance(0.15)) dims.d = flat('d', 2)
    return single('deep', random, dims, [Object.keys(dims)])
  },
  /** Villages in townships in a county, by sex. */
  hierarchical: (random) => {
    const dims = { region: nested('r', random.int(2, 3), random), sex: flat('s', 2) }
    return single('hierarchical', random, dims, [['region', 'sex']])
  },
  /** One dimension added up in two ways. */
  twoWays: (random) => {
    const parts = Array.from({ length: random.int(5, 9) }, (_, part) => `p${part}`)
    const dims: Dims = { p: { sums: [...grouped('g', parts, random), ...grouped('h', parts, random)] } }
    if (random.chance(0.4)) dims.s = flat('s', 2)
    return single('twoWays', random, dims, [Object.keys(dims)])
  },
  /** Two or three tables that share margins; what lies within all of them was never published. */
  linked: (random) => {
    const dims = {
      a: flat('a', random.int(2, 4)),
      b: flat('b', random.int(2, 3)),
      c: flat('c', random.int(2, 3)),
    }
    const crossed = random.chance(0.4)
      ? [
          ['a', 'b'],
          ['a', 'c'],
          ['b', 'c'],
        ]
      : [
          ['a', 'b'],
          ['a', 'c'],
        ]
    return single('linked', random, dims, crossed, { joint: random.chance(0.6) })
  },
  /** A table whose grand totals stand in another table, there rounded. */
  besideRounded: (random) => {
    const dims = { a: flat('a', random.int(4, 7)), b: flat('b', random.int(3, 5)) }
    return single('besideRounded', random, dims, [['a', 'b']], { rounded: random.int(3, 5) })
  },
  /** Month after month, then the quarter they add up to. */
  months: (random) => {
    const months = ['m1', 'm2', 'm3']
    const dims = { month: { sums: [['_T', ...months]] }, a: flat('a', random.int(2, 4)), s: flat('s', 2) }
    const cells = count(dims, [['month', 'a', 's']], people(dims, random), random.chance(0.3))
    const releases = months.map((month) => cells.filter(({ at }) => at.month === month))
    if (random.chance(0.7)) releases.push(cells.filter(({ at }) => at.month === undefined))
    return { shape: 'months', dims, policy: policy(random), releases }
  },
}

/** One of many shapes; the same seed always gives the same series. */
export function randomTableSeries(seed: string): TableSeries {
  const random = createRandom(seed)
  const names = Object.keys(shapes) as [string, ...string[]]
  const make = shapes[random.pick(names)]
  if (make === undefined) throw new Error('no such shape')
  return make(random)
}

const flat = (name: string, size: number): Dims[string] => ({
  sums: [['_T', ...Array.from({ length: size }, (_, part) => `${name}${part}`)]],
})

const nested = (name: string, groups: number, random: Random): Dims[string] => {
  const parents = Array.from({ length: groups }, (_, group) => `${name}${group}`)
  const villages = parents.map((parent) => [
    parent,
    ...Array.from({ length: random.int(2, 4) }, (_, part) => `${parent}v${part}`),
  ])
  return { sums: [['_T', ...parents], ...villages] }
}

/** Parts dealt out to two or three groups, none of them empty. */
const grouped = (name: string, parts: string[], random: Random): string[][] => {
  const groups = Array.from({ length: random.int(2, 3) }, (_, group) => [`${name}${group}`])
  parts.forEach((part, index) => {
    const group = index < groups.length ? index : random.int(0, groups.length - 1)
    groups[group]?.push(part)
  })
  return [['_T', ...groups.map(([group]) => group ?? '')], ...groups]
}

const policy = (random: Random): TableSet['policy'] => ({
  k: random.pick([3, 5, 5, 10]),
  zeros: random.chance(0.75) ? 'withheld' : 'published',
})

const leavesOf = ({ sums }: Dims[string]): string[] => {
  const totals = new Set(sums.map(([total]) => total))
  return [...new Set(sums.flatMap((sum) => sum.slice(1)))].filter((code) => !totals.has(code))
}

/** Few or many people, evenly spread or nearly all in the same places. */
const people = (dims: Dims, random: Random): Person[] => {
  const size = Math.round(4 * 40 ** random.next())
  const skew = random.pick([0, 0.7, 1.5, 3])
  const spread = Object.entries(dims).map(([dim, structure]) => {
    const leaves = leavesOf(structure)
    const weights = leaves.map((_, leaf) => (leaf + 1) ** -skew)
    return { dim, leaves, weights, all: weights.reduce((sum, weight) => sum + weight, 0) }
  })
  return Array.from({ length: size }, () => ({
    codes: Object.fromEntries(
      spread.map(({ dim, leaves, weights, all }) => {
        let rest = random.next() * all
        const leaf = weights.findIndex((weight) => {
          rest -= weight
          return rest < 0
        })
        return [dim, leaves.at(leaf) ?? '']
      }),
    ),
    times: random.chance(0.3) ? random.int(2, 6) : 1,
  }))
}

/** Every code a leaf counts under, itself and the whole included. */
const above = ({ sums }: Dims[string], leaf: string): Set<string> => {
  const codes = new Set([leaf])
  for (const code of codes)
    for (const [total = '', ...parts] of sums) if (parts.includes(code)) codes.add(total)
  return codes
}

/** The cells of the tables that cross these dimensions, totals included; by visits rather than by persons if so wished. */
const count = (dims: Dims, crossed: string[][], persons: Person[], visits: boolean): Cell[] => {
  const cells = new Map<string, Cell>()
  for (const crossing of crossed) {
    let grid: Record<string, string>[] = [{}]
    for (const dim of crossing) {
      const codes = [...new Set(dims[dim]?.sums.flat())]
      grid = grid.flatMap((at) => codes.map((code) => (code === '_T' ? at : { ...at, [dim]: code })))
    }
    for (const at of grid) cells.set(keyOf(at), { at, n: 0, ...(visits ? { persons: 0 } : {}) })
  }
  const reach = Object.fromEntries(
    Object.entries(dims).map(([dim, structure]) => [
      dim,
      Object.fromEntries(leavesOf(structure).map((leaf) => [leaf, above(structure, leaf)])),
    ]),
  )
  for (const cell of cells.values())
    for (const { codes, times } of persons) {
      const isIn = Object.entries(cell.at).every(([dim, code]) => reach[dim]?.[codes[dim] ?? '']?.has(code))
      if (!isIn) continue
      cell.n += visits ? times : 1
      if (cell.persons !== undefined) cell.persons += 1
    }
  return [...cells.values()]
}

const keyOf = (at: Record<string, string>): string => JSON.stringify(Object.entries(at).sort())

const single = (
  shape: string,
  random: Random,
  dims: Dims,
  crossed: string[][],
  { joint = false, rounded = 0 } = {},
): TableSeries => {
  const persons = people(dims, random)
  const visits = !joint && random.chance(0.3)
  const cells = count(dims, crossed, persons, visits)
  if (joint) {
    const published = new Set(cells.map(({ at }) => keyOf(at)))
    const inner = count(dims, [Object.keys(dims)], persons, true)
      .filter(({ at }) => !published.has(keyOf(at)))
      .map(({ at, persons = 0 }): Cell => ({ at, n: persons, persons, joint: true }))
    cells.push(...inner)
  }
  if (rounded > 0) {
    const [dim = ''] = Object.keys(dims)
    for (const cell of cells)
      if (cell.at[dim] === undefined) {
        const down = cell.n - (cell.n % rounded)
        const r = random.chance(0.5) || down === cell.n ? down : down + rounded
        cell.between = [Math.max(0, r - rounded + 1), r + rounded - 1]
      }
  }
  return { shape, dims, policy: policy(random), releases: [cells] }
}

/** A draw by place alone, as with a room's key. */
export const drawBy =
  (secret: string): KeyedDraw =>
  async (message) =>
    createRandom(`${secret} ${message}`).next()
