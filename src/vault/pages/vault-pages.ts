import type { Session } from '../session.ts'
import {
  type PagesToWrite,
  readPages,
  type SummaryPages,
  type Touched,
  touchedSince,
  writePages,
} from './summary-pages.ts'

/** Summaries left in the database alone, for the next one who opens the vault. */
export class VaultPages {
  readonly #session: () => Session

  constructor(session: () => Session) {
    this.#session = session
  }

  /** What was left with `write`, sealed for those who read identities. Throws NO_KEY. */
  async read(): Promise<SummaryPages> {
    return readPages(this.#session())
  }

  /** See `writePages`. Throws NO_KEY or READ_ONLY_WINDOW. */
  async write(pages: PagesToWrite): Promise<boolean> {
    return writePages(this.#session(), pages)
  }

  /** Which clients commits have touched after commit number `seq`; null when that is not known any more. */
  async touchedSince(seq: number): Promise<Touched | null> {
    return touchedSince(this.#session(), seq)
  }
}
