import { AttackError } from './attack-error.ts'

/** Called between any two runs of the solver; throws to end the work. */
export type Pause = () => Promise<void>

/** How long work with the solver is watched and ended from outside. */
export interface Watch {
  /** How much of the work is settled. Awaited, so that whoever listens can let other work in. */
  progress?(done: number, of: number): void | Promise<void>
  signal?: { readonly aborted: boolean }
  /** Seconds until it gives up. */
  secondsLeft?(): number
}

/** Looks whether to go on, and says how far the work is. The pause throws `AttackError` CANCELLED or TIMEOUT. */
export function pauseOf({ progress, signal, secondsLeft }: Watch, at: () => [number, number]): Pause {
  return async () => {
    await progress?.(...at())
    if (signal?.aborted) throw new AttackError('CANCELLED', 'the work was called off')
    if (secondsLeft !== undefined && !(secondsLeft() > 0)) throw new AttackError('TIMEOUT', 'no time left')
  }
}
