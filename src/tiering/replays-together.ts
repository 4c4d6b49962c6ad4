import type { Replay } from './replay.ts'

/** What came of replaying parts of a caseload that have nobody in common, as one; null for none. */
export const replaysTogether = (parts: readonly Replay[]): Replay | null =>
  parts.reduce<Replay | null>((sum, part) => (sum === null ? part : added(sum, part)), null)

const added = (a: Replay, b: Replay): Replay => ({
  of: a.of + b.of,
  moves: a.moves.concat(b.moves),
  up: a.up + b.up,
  down: a.down + b.down,
  other: a.other + b.other,
  counts: Array.from(
    Map.groupBy([...a.counts, ...b.counts], ({ from, to }) => `${from} ${to}`).values(),
    addedUp,
  ).flat(),
  overdue: {
    inForce: a.overdue.inForce + b.overdue.inForce,
    changed: a.overdue.changed + b.overdue.changed,
  },
})

const addedUp = ([first, ...others]: Replay['counts']): Replay['counts'] =>
  first === undefined
    ? []
    : [{ ...first, count: others.reduce((sum, { count }) => sum + count, first.count) }]
