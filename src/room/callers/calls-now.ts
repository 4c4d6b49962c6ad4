import { CallIndex } from '../../casework/hotline/call-index.ts'
import { type CallLine, callLineOf } from '../../casework/hotline/call-line.ts'
import { CallTally } from '../../casework/hotline/call-tally.ts'
import { type HotlineCall, hotlineCallKind } from '../../casework/hotline/hotline-call.ts'
import type { OpenVault } from '../../vault/vault.ts'
import { onceFor } from '../once-for.ts'
import type { Session } from '../session.ts'
import type { Shelf } from '../shelves.ts'

/** The calls as lists and boards know them. */
interface CallsNow {
  tally: CallTally
  index: CallIndex
  /** By id; newest state of each. */
  lines: ReadonlyMap<string, CallLine>
  unreadable: number
}

/** Follows a shelf: every call is read once, and again only when it changed. */
class FollowedCalls {
  #tally = new CallTally()
  #index = new CallIndex()
  readonly #lines = new Map<string, CallLine>()
  readonly #revisions = new Map<string, number>()
  #shelf: Shelf<HotlineCall> | null = null

  on(shelf: Shelf<HotlineCall>): CallsNow {
    if (this.#shelf !== shelf) this.#follow(shelf)
    this.#shelf = shelf
    return { tally: this.#tally, index: this.#index, lines: this.#lines, unreadable: shelf.unreadable }
  }

  #follow({ records }: Shelf<HotlineCall>): void {
    const changed = records.filter(({ id, revision }) => (this.#revisions.get(id) ?? 0) < revision)
    for (const call of changed) {
      this.#revisions.set(call.id, call.revision)
      this.#lines.set(call.id, callLineOf(call))
    }
    this.#dropAllBut(records)
    if (changed.length > this.#lines.size / 2) {
      this.#tally = new CallTally(this.#lines.values())
      this.#index = new CallIndex(this.#lines.values())
      return
    }
    for (const { id } of changed) {
      const line = this.#lines.get(id)
      if (line === undefined) continue
      this.#tally.put(line)
      this.#index.put(line)
    }
  }

  /** What could be read before and cannot be any more is not counted on. */
  #dropAllBut(records: Shelf<HotlineCall>['records']): void {
    if (records.length === this.#lines.size) return
    const there = new Set(records.map(({ id }) => id))
    for (const id of this.#lines.keys()) {
      if (there.has(id)) continue
      this.#lines.delete(id)
      this.#revisions.delete(id)
      this.#tally.drop(id)
      this.#index.drop(id)
    }
  }
}

const followedIn = onceFor((_: OpenVault) => new FollowedCalls())

/** All calls as they stand: added up, and ready to be searched. Empty for whoever holds no key to them. */
export const callsNow = async ({ list, vault }: Pick<Session, 'list' | 'vault'>): Promise<CallsNow> =>
  followedIn(vault).on(await list(hotlineCallKind))
