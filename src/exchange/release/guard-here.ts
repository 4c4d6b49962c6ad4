import { attack } from '../../disclosure/attack.ts'
import { openSolver } from '../../disclosure/open-solver.ts'
import { protect } from '../../disclosure/protect.ts'
import { secondOpinion } from '../../disclosure/second-opinion.ts'
import type { Solver } from '../../disclosure/solver.ts'
import { keyedDraw } from '../round-tables.ts'
import type { Guard } from './guard.ts'

export interface GuardSettings {
  /** Seconds for protecting or attacking one set. */
  seconds: number
  /** How far the attack on the set has come, from 0 to 1. */
  onProgress?: (part: number) => void
  /** Drawn for the sample that the second implementation looks at: a number in [0, 1). */
  draw: () => number
}

/** A guard in this thread; HiGHS is loaded when it is first needed. It cannot be interrupted within a run of the solver. */
export function guardHere({ seconds, onProgress, draw }: GuardSettings): Guard {
  let solver: Promise<Solver> | null = null
  const opened = () => {
    solver ??= openSolver()
    return solver
  }
  const timed = () => {
    const end = performance.now() + seconds * 1000
    return { secondsLeft: () => Math.max(0, (end - performance.now()) / 1000) }
  }
  return {
    protect: async (set, secret) =>
      (await protect(set, await opened(), { draw: await keyedDraw(secret), ...timed() })).set,
    attack: async (set) => {
      const audit = await attack(set, await opened(), {
        progress: (done, of) => onProgress?.(of === 0 ? 1 : done / of),
        ...timed(),
      })
      await secondOpinion(set, audit, draw)
      return audit
    },
  }
}
