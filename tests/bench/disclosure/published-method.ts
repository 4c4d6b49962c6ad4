import { deviationsOf, moves, type Room } from '../../../src/disclosure/deviations.ts'
import { linkCells } from '../../../src/disclosure/link-cells.ts'
import { isUnderK } from '../../../src/disclosure/requirement.ts'
import type { Solver } from '../../../src/disclosure/solver.ts'
import type { TableSet } from '../../../src/disclosure/table-set.ts'

/**
 * How many cells the prototype of disclosure.md 2.3 withholds, with zeros hidden: for each cell under k, one linear program that moves it
 * down to 0 and one that moves it up to k − 1, at the least count lost; whatever moves is withheld, and nothing is taken back.
 */
export function withheldAsPublished(set: TableSet, solver: Solver): number {
  const { cells, equations } = linkCells(set)
  const counts = cells.map(({ listed }) => listed?.n ?? 0)
  const rooms = counts.map((down): Room => ({ down, up: Number.POSITIVE_INFINITY }))
  const withheld = new Set(set.cells.flatMap((cell, index) => (isUnderK(cell, set.policy) ? [index] : [])))
  const primary = [...withheld]
  const deviations = deviationsOf(rooms, counts, equations, solver, undefined)
  try {
    for (const [cell, { listed }] of cells.entries())
      deviations.setCost(cell, withheld.has(cell) || listed === undefined ? 0 : Math.max(listed.n, 1))
    for (const cell of primary)
      for (const number of [set.policy.k - 1, 0]) {
        const by = number - (counts[cell] ?? 0)
        if (by === 0) continue
        const found = deviations.meet({ cell, sign: by > 0 ? 1 : -1, least: Math.abs(by) }, false)
        if (found === null) throw new Error(`no table in which cell ${cell} is ${number}`)
        for (const moved of set.cells.keys())
          if (!withheld.has(moved) && moves(found, moved)) {
            withheld.add(moved)
            deviations.setCost(moved, 0)
          }
      }
    return withheld.size
  } finally {
    deviations.close()
  }
}
