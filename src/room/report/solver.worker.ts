import type { Audit } from '../../disclosure/audit.ts'
import type { TableSet } from '../../disclosure/table-set.ts'
import { guardHere } from '../../exchange/release/guard-here.ts'
import { expose } from '../expose.ts'

/** A number in [0, 1) that nobody foresees. */
const draw = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

let onProgress: (part: number) => void = () => undefined
const guard = guardHere({ seconds: 60, onProgress: (part) => onProgress(part), draw })

/** What the room's worker asks of the one that solves. */
const solverApi = {
  protect: (set: TableSet, secret: Uint8Array): Promise<TableSet> => guard.protect(set, secret),
  attack: (set: TableSet, progress: (part: number) => void): Promise<Audit> => {
    onProgress = (part) => void progress(part)
    return guard.attack(set)
  },
}
export type SolverApi = typeof solverApi

expose(solverApi)
