import type { Bytes } from '../../vault/primitives/bytes.ts'
import { awaitWriter, type ReleaseWriter } from '../../vault/store/writer-lock.ts'
import { now } from '../clock.ts'
import { RoomError } from '../room-error.ts'
import type { Session } from '../session.ts'
import { staffNames } from '../staff-names.ts'
import { type Announcement, Announcements } from './announcements.ts'
import { Counting } from './counting.ts'
import { Saving } from './saving.ts'
import { lookAtSpace } from './space.ts'
import type { WindowState } from './window-state.ts'

/** What answers another window; null for what is not for it. */
export type Answering = (sealed: Bytes) => Promise<Bytes | null>

/** Milliseconds that a window waits for the one that writes. */
const longestAnswer = 15_000

/** Tables that decide who may open what; no record kind has them. */
const keyTables = ['vault', 'staff', 'orders', 'generations', 'grants']

/** This window's place at a vault: the one that writes, or one that follows it and waits for its turn. */
export class Place {
  readonly #session: Session
  /** Whether what is saved here gets to the disk. */
  readonly saving: Saving
  /** Whether every row is there. */
  readonly counting: Counting
  readonly #name: string
  readonly #window: WindowState
  readonly #announcements: Announcements
  readonly #left = new AbortController()
  readonly #since = now()
  #stopLooking: (() => void) | null = null
  #release: ReleaseWriter | null
  #writes: boolean
  #answering: readonly Answering[] = []
  readonly #asking = new Map<string, (sealed: Bytes | null) => void>()

  /** `release` is null where another window writes. */
  constructor(name: string, window: WindowState, session: Session, release: ReleaseWriter | null) {
    this.#name = name
    this.#window = window
    this.#release = release
    this.#writes = release !== null
    this.#session = session
    this.saving = new Saving(window, () => session.vault.tryWriting())
    session.vault.watchCommits({
      saved: (tables) => {
        this.saving.saved()
        this.#announcements.say({ about: 'changed', tables })
      },
      notSaved: () => this.saving.notSaved(),
    })
    this.counting = new Counting(window, session.vault)
    this.#announcements = new Announcements(name, (said) => void this.#hear(said).catch(() => undefined))
    if (this.#writes) this.#sayWhoWrites()
    else this.#announcements.say({ about: 'whoWrites' })
    window.change({ part: this.#writes ? 'writes' : 'reads' })
    this.#watch()
  }

  get writes(): boolean {
    return this.#writes
  }

  /** From now on these answer what other windows ask, as long as this one writes. */
  answerWith(answering: readonly Answering[]): void {
    this.#answering = answering
  }

  /** Asks the window that writes; null when it does not answer. */
  async ask(sealed: Bytes): Promise<Bytes | null> {
    const question = this.#session.vault.drawId()
    const answer = new Promise<Bytes | null>((resolve) => {
      this.#asking.set(question, resolve)
      setTimeout(() => resolve(null), longestAnswer)
    })
    this.#announcements.say({ about: 'asked', question, sealed })
    return answer.finally(() => this.#asking.delete(question))
  }

  /** Rejects with READ_ONLY_WINDOW where another window writes. */
  mayWrite(): void {
    if (!this.#writes) throw new RoomError('READ_ONLY_WINDOW')
  }

  /**
   * Waits until no other window writes, then becomes the one that does; `settled` says, before anything is saved here, whether
   * it may. False when it may not, or when this place was left before.
   */
  async takeOver(settled: () => Promise<boolean>): Promise<boolean> {
    this.#release = await awaitWriter(this.#name, this.#left.signal)
    if (!this.#release) return false
    this.#writes = await settled().catch(() => false)
    if (this.#writes) this.#sayWhoWrites()
    this.#window.change({ part: this.#writes ? 'writes' : 'leaves', writer: null })
    this.#watch()
    return this.#writes
  }

  leave(): void {
    this.#left.abort()
    this.saving.leave()
    this.#stopLooking?.()
    this.#announcements.close()
    this.#writes = false
    this.#release?.()
    this.#release = null
  }

  /** Has the rows counted and the space looked at, by the window that writes. */
  #watch(): void {
    if (!this.#writes) return
    void this.counting.count({ anew: false }).catch(() => undefined)
    this.#stopLooking = lookAtSpace(this.#window)
  }

  #sayWhoWrites(): void {
    this.#announcements.say({ about: 'iWrite', staffId: this.#session.me.id, since: this.#since })
  }

  async #hear(said: Announcement): Promise<void> {
    switch (said.about) {
      case 'whoWrites':
        if (this.#writes) this.#sayWhoWrites()
        return
      case 'iWrite': {
        const name = staffNames(this.#session)[said.staffId]
        if (name !== undefined) this.#window.change({ writer: { name, since: said.since } })
        return
      }
      case 'changed':
        return this.#readAgain(said.tables)
      case 'asked':
        return this.#answer(said)
      case 'answered':
        this.#asking.get(said.question)?.(said.sealed)
    }
  }

  async #answer({ question, sealed }: { question: string; sealed: Bytes }): Promise<void> {
    if (!this.#writes) return
    for (const answering of this.#answering) {
      const answer = await answering(sealed)
      if (answer === null) continue
      this.#announcements.say({ about: 'answered', question, sealed: answer })
      // What was done for the other window has to be seen in this one, too.
      this.#window.noteChange()
      return
    }
  }

  async #readAgain(tables: readonly string[]): Promise<void> {
    this.#session.forget(tables)
    const keysChanged = tables.some((table) => keyTables.includes(table))
    const stillMe = !keysChanged || (await this.#session.vault.refresh().catch(() => false))
    if (stillMe) this.#window.noteChange()
    else this.#window.change({ part: 'leaves' })
  }
}
