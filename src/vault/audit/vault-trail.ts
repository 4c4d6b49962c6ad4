import type { AuditHead } from '../../casework/records/audit-head.ts'
import type { Session } from '../session.ts'
import type { AuditNote } from './notes.ts'
import { objectOf } from './object-of.ts'
import { checkTrail, type EntryRead, entriesBefore, newestHead, type TrailCheck } from './read-trail.ts'

/** The audit trail of an open vault. */
export class VaultTrail {
  readonly #session: () => Session

  constructor(session: () => Session) {
    this.#session = session
  }

  /** Has it entered that something was done; see `AuditTrail.note`. Nobody needs to wait for it. */
  async note(note: AuditNote): Promise<void> {
    const session = this.#session()
    await session.trail.note(session, note)
  }

  /** Enters all that could not be entered until now. Nothing where another window writes. */
  async enterOwed(): Promise<void> {
    const session = this.#session()
    if (session.store) await session.trail.enterOwed(session)
  }

  /**
   * Signs, as the person at work, how far the trail has come with these notes in it; to be called before locking, and before
   * anything leaves. Throws READ_ONLY_WINDOW or NOT_SAVED.
   */
  async sign(notes: readonly AuditNote[] = []): Promise<AuditHead> {
    const session = this.#session()
    return session.trail.signHead(session, notes)
  }

  /** The head that was signed last; null before the first. */
  async newestHead(): Promise<AuditHead | null> {
    return newestHead(this.#session())
  }

  /** Entries below a number, the newest first. Throws NO_KEY. */
  async before(where: { before: number | null; limit: number }): Promise<EntryRead[]> {
    return entriesBefore(this.#session(), where)
  }

  /** Reads the whole trail again and compares; `onProgress` hears how far it has come. Throws NO_KEY or READ_ONLY_WINDOW. */
  async check(onProgress?: (checked: number) => void): Promise<TrailCheck> {
    return checkTrail(this.#session(), onProgress)
  }

  /** What stands in the trail for a client, a record or a member of staff. */
  async objectOf(id: string): Promise<string> {
    return objectOf(this.#session(), id)
  }
}
