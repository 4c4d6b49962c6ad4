import { steadyDraw } from '../../../src/disclosure/steady-draw.ts'
import { readTableSet, type TableCell, type TableSet } from '../../../src/disclosure/table-set.ts'

/**
 * People drawn at random over flat dimensions. Without `k` the two-way margins are published as they are and the small inner cells are
 * targets; with it the whole cube is published and every cell under k and every third inner cell is withheld.
 */
export function publishedCube(sizes: readonly number[], people: number, seed: number, k?: number): TableSet {
  const draw = steadyDraw(seed)
  const persons = Array.from({ length: people }, () =>
    sizes.map((size) => Math.floor(draw() * draw() * size)),
  )
  const cells: TableCell[] = []
  const visit = (at: Record<string, string>, axis: number, here: number[][]): void => {
    if (axis < sizes.length) {
      visit(at, axis + 1, here)
      for (let code = 0; code < (sizes[axis] ?? 0); code++)
        visit(
          { ...at, [`d${axis}`]: `c${code}` },
          axis + 1,
          here.filter((person) => person[axis] === code),
        )
      return
    }
    const depth = Object.keys(at).length
    const n = here.length
    if (k === undefined) cells.push(depth === sizes.length ? { at, n, joint: true } : { at, n })
    else
      cells.push(n < k || (depth === sizes.length && draw() < 1 / 3) ? { at, n, withheld: true } : { at, n })
  }
  visit({}, 0, persons)
  return readTableSet({
    dims: Object.fromEntries(
      sizes.map((size, axis) => [
        `d${axis}`,
        { sums: [['_T', ...Array.from({ length: size }, (_, code) => `c${code}`)]] },
      ]),
    ),
    cells,
    policy: { k: k ?? 5, zeros: 'withheld' },
  })
}
