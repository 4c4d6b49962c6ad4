import { type Draft, forgetDraft, keepDraft, listDrafts } from './drafts.ts'
import type { Session } from './session.ts'

/** What the person at work is writing, sealed so that they alone open it. */
export class VaultDrafts {
  readonly #session: () => Session

  constructor(session: () => Session) {
    this.#session = session
  }

  /** Puts a draft in place of an earlier one of the same form. Throws NOT_SAVED. */
  async keep(draft: Draft): Promise<void> {
    await keepDraft(this.#session(), draft)
  }

  /** In no particular order. */
  async list(): Promise<Draft[]> {
    return listDrafts(this.#session())
  }

  async forget(form: string): Promise<void> {
    await forgetDraft(this.#session(), form)
  }
}
