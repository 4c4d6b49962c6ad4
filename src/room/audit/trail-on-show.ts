import type { EntryRead, OpenVault } from '../../vault/vault.ts'
import type { AuditLine } from '../contract/audit.ts'

const part = 200

const lineOf = ({ number, read }: EntryRead): AuditLine => {
  if (!read) return { number, said: null }
  const { at, actor, action, domain, table, object, count, detail } = read.entry
  const enteredBy = read.enteredBy === actor ? null : read.enteredBy
  return { number, said: { at, actor, enteredBy, action, domain, table, object, count, detail } }
}

/** The trail as read in one sitting, each entry opened once: from the newest down to where somebody looked. */
export class TrailOnShow {
  readonly #vault: OpenVault
  #lines: AuditLine[] = []
  #whole = false

  constructor(vault: OpenVault) {
    this.#vault = vault
  }

  /** All lines, the newest first; what was entered since the last time comes with them. */
  async *newestFirst(): AsyncGenerator<AuditLine> {
    await this.#readNewer()
    for (let at = 0; ; at += 1) {
      if (at === this.#lines.length && !this.#whole) await this.#readOlder()
      const line = this.#lines[at]
      if (!line) return
      yield line
    }
  }

  async #readNewer(): Promise<void> {
    const known = this.#lines[0]?.number ?? 0
    const newer: AuditLine[] = []
    while (true) {
      const lines = await this.#read(newer.at(-1)?.number ?? null)
      const fresh = lines.filter(({ number }) => number > known)
      newer.push(...fresh)
      if (known === 0 || fresh.length < part) break
    }
    this.#lines = [...newer, ...this.#lines]
  }

  async #readOlder(): Promise<void> {
    const lines = await this.#read(this.#lines.at(-1)?.number ?? null)
    this.#lines.push(...lines)
    this.#whole = lines.length < part
  }

  async #read(before: number | null): Promise<AuditLine[]> {
    return (await this.#vault.trail.before({ before, limit: part })).map(lineOf)
  }
}
