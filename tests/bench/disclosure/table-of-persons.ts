import type { TableCell, TableSet } from '../../../src/disclosure/table-set.ts'
import { createRandom, type Random } from '../../../src/simulation/random.ts'

/** How many codes each dimension has. */
export type Sizes = Record<string, number>

/** For each person the position of a code in each dimension; the j-th code is as frequent as j ^ −skew. */
export function personsOf(sizes: Sizes, count: number, skew: number, seed: string): number[][] {
  const random = createRandom(seed)
  const weights = Object.values(sizes).map((size) =>
    Array.from({ length: size }, (_, code) => (code + 1) ** -skew),
  )
  return Array.from({ length: count }, () => weights.map((of) => drawn(of, random)))
}

function drawn(weights: readonly number[], random: Random): number {
  let rest = random.next() * weights.reduce((sum, weight) => sum + weight, 0)
  const found = weights.findIndex((weight) => {
    rest -= weight
    return rest < 0
  })
  return found < 0 ? weights.length - 1 : found
}

/** All cells of the tables that cross these dimensions, totals included. */
export function tablesOf(
  sizes: Sizes,
  crossings: readonly (readonly string[])[],
  persons: readonly (readonly number[])[],
  policy: TableSet['policy'],
): TableSet {
  const names = Object.keys(sizes)
  const codes = (name: string) => Array.from({ length: sizes[name] ?? 0 }, (_, code) => `${code}`)
  const cells = new Map<string, TableCell>()
  for (const crossing of crossings) {
    let places: TableCell['at'][] = [{}]
    for (const name of crossing)
      places = places.flatMap((at) => [at, ...codes(name).map((code) => ({ ...at, [name]: code }))])
    for (const at of places) cells.set(JSON.stringify(Object.entries(at)), { at, n: 0 })
  }
  for (const cell of cells.values()) {
    const fixed = Object.entries(cell.at).map(([name, code]) => [names.indexOf(name), Number(code)] as const)
    cell.n = persons.filter((person) => fixed.every(([axis, code]) => person[axis] === code)).length
  }
  const dims = Object.fromEntries(names.map((name) => [name, { sums: [['_T', ...codes(name)]] }]))
  return { dims, cells: [...cells.values()], policy }
}
