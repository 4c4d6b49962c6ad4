import type { Inbox } from '../vault/inbox.ts'
import { Confirmations } from './access/confirmations.ts'
import { RoomError } from './room-error.ts'
import type { Session } from './session.ts'
import type { Answering, Place } from './windows/place.ts'
import { WindowState } from './windows/window-state.ts'

/** What is open in this worker: the name of the vault, the session, where the client's page writes, and the place beside other windows. */
interface Occupied {
  name: string
  session: Session
  inbox: Inbox
  place: Place
}

/** The worker's one place to work from. */
export class Seat {
  /** What the window is told of where it stands. */
  readonly window = new WindowState()
  #occupied: Occupied | null = null
  readonly #answering: Answering[] = []
  readonly #whenLeft = new Set<() => void>()
  readonly confirmations = new Confirmations()
  /** Name of a vault that did not open for somebody who gave the right passphrase; null when there is none. */
  shut: string | null = null

  get taken(): Occupied | null {
    return this.#occupied
  }

  /** What is open; rejects with LOCKED while nothing is. */
  get open(): Occupied {
    if (!this.#occupied) throw new RoomError('LOCKED')
    return this.#occupied
  }

  /** Rejects with LOCKED while nothing is open. */
  readonly session = (): Session => this.open.session

  /** Has what other windows ask of this one answered, whoever sits here. */
  answers(answering: Answering): void {
    this.#answering.push(answering)
  }

  take(occupied: Occupied): void {
    occupied.place.answerWith(this.#answering)
    this.#occupied = occupied
  }

  /** What is open, in the window that writes; rejects with READ_ONLY_WINDOW in one that follows. */
  get writing(): Occupied {
    this.open.place.mayWrite()
    return this.open
  }

  /** The same for beginning something new; rejects with SPACE_LOW while there is little room to write to. */
  get beginning(): Occupied {
    if (this.window.standing.lowSpace?.stopped) throw new RoomError('SPACE_LOW')
    return this.writing
  }

  /** Has it entered that the work ends and, as far as it can be written, signed how far the trail has come; then locks. */
  async signOut(how: 'locked' | 'lockedByItself'): Promise<void> {
    const vault = this.#occupied?.session.vault
    const signed = vault?.trail.sign([{ action: how }])
    await signed?.catch(() => vault?.trail.note({ action: how }))
    this.leave()
  }

  /** Has this done when the seat is left; what it gives takes that back. */
  whenLeft(work: () => void): () => void {
    this.#whenLeft.add(work)
    return () => this.#whenLeft.delete(work)
  }

  /** Locks the vault and gives up the place at it. */
  leave(): void {
    for (const work of this.#whenLeft) work()
    this.#whenLeft.clear()
    this.#occupied?.session.vault.lock()
    this.#occupied?.place.leave()
    this.#occupied = null
    this.confirmations.forget()
  }
}
