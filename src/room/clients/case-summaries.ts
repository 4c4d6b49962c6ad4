import { type Client, clientKind } from '../../casework/clients/client.ts'
import type { ClientEntry } from '../../casework/clients/client-entry.ts'
import type { CaseSummary } from '../../casework/files/case-summary.ts'
import type { FollowUpIntervals } from '../../casework/follow-ups/follow-up-intervals.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { OpenVault } from '../../vault/vault.ts'
import { proposedRules } from '../rules-in-force.ts'
import { CasePages } from './case-pages.ts'
import { newClient, summariseAll, summariseClients, type Unreadable } from './case-records.ts'

/** The clients of the room as they stood when asked for. */
export interface CaseShelf {
  /** Every client there is anything about, also those whose own record cannot be read. */
  summaries: readonly CaseSummary[]
  /** The clients, registered last first. */
  clients: readonly SummarisedClient[]
  /** Every file number there is, also of files that are read under another. */
  fileNumbers: readonly string[]
  /** Any client by id, also one whose file is read under another; null when there is none that can be read. */
  entryOf(id: string): ClientEntry | null
  /** Records behind the summaries that could not be read. */
  unreadable: number
}

export interface SummarisedClient extends CaseSummary {
  entry: ClientEntry
  /** Of the files read together with this one: the same person may be looked for by either. */
  also?: readonly ClientEntry[]
}

type SummaryVault = Pick<OpenVault, 'getAll' | 'findAny' | 'list' | 'ids' | 'opens'> & {
  pages: Pick<OpenVault['pages'], 'read' | 'write' | 'touchedSince'>
}

/** What has been read. */
interface Held {
  summaries: Map<string, CaseSummary>
  unreadable: Set<Unreadable>
  pages: CasePages
  /** By which what waits was worked out. */
  intervals: FollowUpIntervals
  /** Number of the commit all this is as of, but for the clients that wait to be summed up again. */
  seq: number
}

const nothing: CaseShelf = { summaries: [], clients: [], fileNumbers: [], entryOf: () => null, unreadable: 0 }
/** Pages are written when nothing was saved for so long. */
const restsAfter = 30_000
/** Clients summed up together. */
const atOnce = 512

/**
 * The summaries of all clients: read from the pages, where there are any that can be trusted, and summed up again for every
 * client that something was saved about since. Empty for a role that may not read what they follow from.
 */
export class CaseSummaries {
  readonly #vault: SummaryVault
  readonly #intervals: () => Promise<FollowUpIntervals>
  #held: Held | null = null
  #shelf: CaseShelf | null = null
  readonly #touched = new Set<string>()
  /** Clients registered here, of whom there is nothing yet but their own record. */
  readonly #registered = new Map<string, CaseSummary>()
  #followed = true
  #last: Promise<unknown> = Promise.resolve()
  #rest: ReturnType<typeof setTimeout> | null = null

  /** `intervals`: those of the room as they stand; once they are others, everybody is summed up again. */
  constructor(vault: SummaryVault, intervals = async () => proposedRules.followUps) {
    this.#vault = vault
    this.#intervals = intervals
  }

  /** The clients as they stand now. */
  current(): Promise<CaseShelf> {
    const { opens } = this.#vault
    const mayRead = (['identity', 'case', 'assessment'] as const).every((domain) =>
      opens.call(this.#vault, domain),
    )
    return mayRead ? this.#inTurn(() => this.#upToDate()) : Promise.resolve(nothing)
  }

  /** Something about these clients was saved, or found to be unreadable. */
  touch(clients: Iterable<string>): void {
    for (const id of clients) {
      this.#registered.delete(id)
      this.#touched.add(id)
    }
    this.#restLater()
  }

  /** These clients were registered, and nothing else was saved about them: they need not be read to be summed up. */
  register(clients: readonly Stored<Client>[]): void {
    this.touch(clients.map(({ id }) => id))
    for (const client of clients) this.#registered.set(client.id, newClient(client))
  }

  /** Another window saved something, and may have written other pages than this one would. */
  follow(): void {
    this.#followed = false
    if (this.#held) this.#held.pages.isStored = false
  }

  /** Writes the pages, so that the next unlocking need not read everything. False when it has to be tried another time. */
  write(): Promise<boolean> {
    return this.#inTurn(async () => {
      this.#followed = false
      await this.#upToDate()
      const held = this.#held
      if (!held || held.pages.isWritten) return true
      const { summaries, unreadable, pages, seq } = held
      const write = (anew: boolean): Promise<boolean> => {
        const changed = pages.changed((id) => summaries.get(id), unreadable, anew)
        return this.#vault.pages.write({ pages: changed, count: pages.count, asOf: seq, anew })
      }
      const written = (pages.isStored && (await write(false))) || (await write(true))
      if (written) pages.noteWritten()
      return written
    })
  }

  async #upToDate(): Promise<CaseShelf> {
    const intervals = await this.#intervals()
    let held = this.#held
    if (held && held.intervals !== intervals) held = null
    if (held && !this.#followed && !(await this.#catchUp(held))) held = null
    if (!held) {
      held = await this.#read(intervals)
      this.#shelf = null
    }
    this.#held = held
    while (this.#touched.size > 0) await this.#sumUp(held, [...this.#touched].slice(0, atOnce))
    this.#shelf ??= shelfOf(held)
    return this.#shelf
  }

  /** Finds whom other windows saved something about; false when that cannot be told any more. */
  async #catchUp(held: Held): Promise<boolean> {
    this.#followed = true
    const since = await this.#vault.pages.touchedSince(held.seq).catch((problem: unknown) => {
      this.#followed = false
      throw problem
    })
    if (!since) return false
    for (const id of since.clients) {
      this.#registered.delete(id)
      this.#touched.add(id)
    }
    held.seq = since.seq
    return true
  }

  async #read(intervals: FollowUpIntervals): Promise<Held> {
    const [stored, ids] = await Promise.all([this.#vault.pages.read(), this.#vault.ids(clientKind)])
    this.#restLater()
    const { seq } = stored
    const pages = new CasePages(intervals)
    const onPages = stored.pages && CasePages.read(stored.pages, intervals)
    if (!onPages) {
      const { summaries, unreadable } = await summariseAll(this.#vault, intervals)
      for (const { id } of summaries) pages.change(id)
      const byId = new Map(summaries.map((summary) => [summary.id, summary]))
      return { summaries: byId, unreadable: new Set(unreadable), pages, intervals, seq }
    }
    const { unreadable, summaries } = onPages
    pages.take(summaries)
    const byId = new Map(summaries.flat().map((summary) => [summary.id, summary]))
    for (const id of stored.clients) this.#touched.add(id)
    const there = new Set(ids)
    for (const id of there) if (!byId.has(id)) this.#touched.add(id)
    for (const [id, { entry }] of byId) if (entry && !there.has(id)) this.#touched.add(id)
    return { summaries: byId, unreadable: new Set(unreadable), pages, intervals, seq }
  }

  async #sumUp(held: Held, ids: readonly string[]): Promise<void> {
    this.#shelf = null
    const toRead = ids.filter((id) => !this.#registered.has(id))
    for (const id of ids) this.#touched.delete(id)
    const { summaries, unreadable } = await summariseClients(this.#vault, toRead, held.intervals).catch(
      (problem: unknown) => {
        for (const id of ids) this.#touched.add(id)
        throw problem
      },
    )
    const before = held.unreadable.size
    for (const name of unreadable) held.unreadable.add(name)
    if (held.unreadable.size !== before) held.pages.noteUnreadable()
    const byId = new Map(summaries.map((summary) => [summary.id, summary]))
    for (const id of ids) {
      const summary = byId.get(id) ?? this.#registered.get(id)
      this.#registered.delete(id)
      if (summary) {
        held.summaries.set(id, summary)
        held.pages.change(id)
      } else if (held.summaries.delete(id)) held.pages.remove(id)
    }
  }

  #restLater(): void {
    if (this.#rest !== null) clearTimeout(this.#rest)
    this.#rest = setTimeout(() => void this.write().catch(() => false), restsAfter)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.catch(() => undefined).then(work)
    this.#last = turn
    return turn
  }
}

const shelfOf = ({ summaries, unreadable }: Held): CaseShelf => {
  const all = [...summaries.values()]
  const clients = all.filter((one): one is SummarisedClient => one.entry !== null).sort(lastRegisteredFirst)
  const fileNumbers = clients.map(({ entry }) => entry.client.fileNumber)
  return {
    summaries: all,
    clients,
    fileNumbers,
    entryOf: (id) => summaries.get(id)?.entry ?? null,
    unreadable: unreadable.size,
  }
}

/** File numbers tell those apart who came in together, as from one list; 2026-10000 is after 2026-9999. */
const inNumbers = new Intl.Collator('en', { numeric: true })

const lastRegisteredFirst = ({ entry: a }: SummarisedClient, { entry: b }: SummarisedClient): number =>
  a.client.registeredAt === b.client.registeredAt
    ? inNumbers.compare(b.client.fileNumber, a.client.fileNumber)
    : a.client.registeredAt < b.client.registeredAt
      ? 1
      : -1
