import { fits } from '../../vault/store/completeness.ts'
import type { OpenVault } from '../../vault/vault.ts'
import { now } from '../clock.ts'
import type { CountedRecords } from '../contract/health.ts'
import type { WindowState } from './window-state.ts'

/** Counts every row in the background once this window writes, and says when some do not fit. */
export class Counting {
  readonly #window: WindowState
  readonly #vault: Pick<OpenVault, 'check'>
  /** What the last count came to; null before. */
  last: CountedRecords | null = null

  constructor(window: WindowState, vault: Pick<OpenVault, 'check'>) {
    this.#window = window
    this.#vault = vault
  }

  async count({ anew }: { anew: boolean }): Promise<CountedRecords> {
    const { complete, tables } = await this.#vault.check({ anew })
    const misfits = tables
      .filter((counted) => !fits(counted))
      .map(({ table, expected, found }) => ({ table, expected: expected.count, found: found?.count ?? 0 }))
    this.last = { at: now(), complete, misfits }
    if (this.#window.standing.misfit === complete) this.#window.change({ misfit: !complete })
    return this.last
  }
}
