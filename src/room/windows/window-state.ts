import type { WindowStanding } from '../contract/windows.ts'

/** Where this window stands, for whoever waits to hear that it changed. */
export class WindowState {
  #standing: WindowStanding = {
    tick: 0,
    part: 'writes',
    writer: null,
    changes: 0,
    unsaved: null,
    misfit: false,
    lowSpace: null,
  }
  #waiting: (() => void)[] = []

  get standing(): WindowStanding {
    return this.#standing
  }

  change(what: Partial<Omit<WindowStanding, 'tick'>>): void {
    this.#standing = { ...this.#standing, ...what, tick: this.#standing.tick + 1 }
    for (const hear of this.#waiting.splice(0)) hear()
  }

  /** Something was changed elsewhere. */
  noteChange(): void {
    this.change({ changes: this.#standing.changes + 1 })
  }

  /** The standing, once its tick is another than `known`. */
  async after(known: number): Promise<WindowStanding> {
    if (this.#standing.tick === known) await new Promise<void>((hear) => this.#waiting.push(hear))
    return this.#standing
  }
}
