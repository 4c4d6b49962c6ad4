import { now } from '../clock.ts'
import type { WindowState } from './window-state.ts'

const tryEvery = 10_000

/** Notes when something could not be saved, and tries by itself whether writing works again. */
export class Saving {
  readonly #window: WindowState
  readonly #tryWriting: () => Promise<void>
  #timer: ReturnType<typeof setInterval> | null = null

  constructor(window: WindowState, tryWriting: () => Promise<void>) {
    this.#window = window
    this.#tryWriting = tryWriting
  }

  /** Tries whether writing works again; rejects with NOT_SAVED. */
  async tryAgain(): Promise<void> {
    const { unsaved } = this.#window.standing
    await this.#tryWriting()
    if (unsaved !== null) this.#window.change({ unsaved: { ...unsaved, mended: true } })
  }

  leave(): void {
    this.#stop()
    this.#window.change({ unsaved: null })
  }

  saved(): void {
    this.#stop()
    if (this.#window.standing.unsaved !== null) this.#window.change({ unsaved: null })
  }

  notSaved(): void {
    const since = this.#window.standing.unsaved?.since ?? now()
    this.#window.change({ unsaved: { since, mended: false } })
    this.#timer ??= setInterval(() => void this.tryAgain().catch(() => undefined), tryEvery)
  }

  #stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }
}
