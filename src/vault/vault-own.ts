import { type OwnPlace, openOwn, sealOwn } from './own-text.ts'
import type { Bytes } from './primitives/bytes.ts'
import type { Session } from './session.ts'

/**
 * What the person at work keeps to themselves, whatever domains others open. It lives as long as their account: whoever comes back
 * with the recovery sheet has other keys.
 */
export class VaultOwn {
  readonly #session: () => Session

  constructor(session: () => Session) {
    this.#session = session
  }

  async seal(place: OwnPlace, text: string): Promise<Bytes> {
    return sealOwn(this.#session(), place, text)
  }

  /** Throws WRONG_KEY unless this person sealed it, unchanged, at this place. */
  async open(place: OwnPlace, sealed: Bytes): Promise<string> {
    return openOwn(this.#session(), place, sealed)
  }
}
