import { AttackError } from './attack-error.ts'
import type { Bounds } from './known-bounds.ts'
import type { LinkedCells } from './link-cells.ts'
import type { LinearRow } from './solver.ts'

/** Unknown cells that hang together through sums, and apart from all others. */
export interface Block {
  /** Positions of the unknown cells; the columns of the rows. */
  cells: number[]
  rows: (LinearRow & { values: number[] })[]
}

/** Takes the known cells out of the sums and falls into parts what is left. Throws `AttackError` INCONSISTENT. */
export function independentBlocks({ lower, upper }: Bounds, equations: LinkedCells['equations']): Block[] {
  const isOpen = (cell: number): boolean => lower[cell] !== upper[cell]
  const open = equations.flatMap(({ total, parts }) => {
    const terms = [{ cell: total, value: -1 }, ...parts.map((cell) => ({ cell, value: 1 }))]
    const known = terms.filter(({ cell }) => !isOpen(cell))
    const unknown = terms.filter(({ cell }) => isOpen(cell)).sort((a, b) => a.cell - b.cell)
    const rest = -known.reduce((sum, { cell, value }) => sum + value * (lower[cell] ?? 0), 0)
    if (unknown.length === 0 && rest !== 0)
      throw new AttackError('INCONSISTENT', 'published counts do not add up')
    return unknown.length === 0 ? [] : [{ unknown, rest }]
  })
  const leaderOf = unite(
    lower.length,
    open.map(({ unknown }) => unknown.map(({ cell }) => cell)),
  )
  const blocks = new Map<number, Block>()
  const columns = new Map<number, number>()
  for (const cell of lower.keys()) {
    if (!isOpen(cell)) continue
    const leader = leaderOf(cell)
    const block = blocks.get(leader) ?? { cells: [], rows: [] }
    blocks.set(leader, block)
    columns.set(cell, block.cells.length)
    block.cells.push(cell)
  }
  const seen = new Map<string, number>()
  for (const { unknown, rest } of open) {
    const key = unknown.map(({ cell, value }) => `${value}:${cell}`).join()
    const same = seen.get(key)
    if (same !== undefined && same !== rest)
      throw new AttackError('INCONSISTENT', 'published counts do not add up')
    if (same !== undefined) continue
    seen.set(key, rest)
    blocks.get(leaderOf(unknown[0]?.cell ?? -1))?.rows.push({
      columns: unknown.map(({ cell }) => columns.get(cell) ?? -1),
      values: unknown.map(({ value }) => value),
      lower: rest,
      upper: rest,
    })
  }
  return [...blocks.values()]
}

/** Union-find: which member stands for the group that each belongs to. */
function unite(size: number, groups: readonly (readonly number[])[]): (member: number) => number {
  const parent = Array.from({ length: size }, (_, index) => index)
  const leaderOf = (member: number): number => {
    let leader = member
    while (parent[leader] !== leader && parent[leader] !== undefined) leader = parent[leader] ?? leader
    parent[member] = leader
    return leader
  }
  for (const [first, ...others] of groups)
    for (const other of others) parent[leaderOf(other)] = leaderOf(first ?? other)
  return leaderOf
}
