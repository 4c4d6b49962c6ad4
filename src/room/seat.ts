import type { Inbox } from '../vault/inbox.ts'
import { RoomError } from './room-error.ts'
import type { Session } from './session.ts'

/** What is open in this worker: the name of the vault, the session, where the client's page writes, and the writer's place. */
interface Occupied {
  name: string
  session: Session
  inbox: Inbox
  release: () => void
}

/** The worker's one place to work from. */
export class Seat {
  #occupied: Occupied | null = null

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

  take(occupied: Occupied): void {
    this.#occupied = occupied
  }

  /** Locks the vault and gives up the writer's place. */
  leave(): void {
    this.#occupied?.session.vault.lock()
    this.#occupied?.inbox.close()
    this.#occupied?.release()
    this.#occupied = null
  }
}
