import type { RecordKind } from '../casework/records/record.ts'
import { forgetFormerKeys, type Resealed, reseal, resealDue } from './reseal.ts'
import type { Session } from './session.ts'

/** The keys that newer ones took the place of, and what still stands under them. */
export class FormerKeys {
  readonly #session: () => Session
  readonly #kinds: () => readonly RecordKind<unknown>[]

  constructor(session: () => Session, kinds: () => readonly RecordKind<unknown>[]) {
    this.#session = session
    this.#kinds = kinds
  }

  /** Whether records may stand under keys that somebody who left knows. */
  get due(): boolean {
    return resealDue(this.#session())
  }

  /** Seals records anew that do not stand under the newest keys, about `limit` of them; nothing else about them changes. */
  async reseal(limit: number): Promise<Resealed> {
    return reseal(this.#session(), this.#kinds(), limit)
  }

  /** Throws them away, once `reseal` is done and nothing sealed for them waits outside of the vault. */
  async forget(): Promise<void> {
    await forgetFormerKeys(this.#session())
  }
}
