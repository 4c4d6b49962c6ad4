import type { GuardedAction } from '../contract/access.ts'

const keptMs = 2 * 60_000

/** When the person at work showed last that it is them, for each kind of action; over when they leave the seat. */
export class Confirmations {
  readonly #confirmed = new Map<GuardedAction, { running: number; clock: number }>()

  confirm(action: GuardedAction): void {
    this.#confirmed.set(action, { running: performance.now(), clock: Date.now() })
  }

  /** At most two minutes, by the machine's running time and by its clock: a clock set back makes nothing last longer. */
  isFresh(action: GuardedAction): boolean {
    const at = this.#confirmed.get(action)
    if (!at) return false
    const passed = [performance.now() - at.running, Date.now() - at.clock]
    return passed.every((ms) => ms >= 0 && ms <= keptMs)
  }

  forget(): void {
    this.#confirmed.clear()
  }
}
