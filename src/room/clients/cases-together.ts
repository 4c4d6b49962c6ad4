import type { ClientMerge } from '../../casework/clients/client-merge.ts'
import type { MergedFiles } from '../../casework/clients/merged-files.ts'
import type { CaseSummary } from '../../casework/files/case-summary.ts'
import type { FollowUpIntervals } from '../../casework/follow-ups/follow-up-intervals.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { OpenVault } from '../../vault/vault.ts'
import { summariseTogether } from './case-records.ts'
import type { CaseShelf, SummarisedClient } from './case-summaries.ts'
import { mergedFilesOf } from './merged-files-of.ts'

type Merges = readonly Stored<ClientMerge>[]

/** The clients with files that are read together as one. What was worked out is kept as long as none of its files changes. */
export class CasesTogether {
  readonly #vault: Pick<OpenVault, 'get' | 'find'>
  readonly #intervals: () => Promise<FollowUpIntervals>
  readonly #summed = new Map<
    string,
    { parts: readonly CaseSummary[]; merges: Merges; summary: CaseSummary }
  >()
  #last: { shelf: CaseShelf; merges: Merges; together: CaseShelf } | null = null

  constructor(vault: Pick<OpenVault, 'get' | 'find'>, intervals: () => Promise<FollowUpIntervals>) {
    this.#vault = vault
    this.#intervals = intervals
  }

  async of(shelf: CaseShelf, merges: Merges): Promise<CaseShelf> {
    if (merges.every(({ value }) => value.undone !== null)) return shelf
    if (this.#last?.shelf !== shelf || this.#last.merges !== merges)
      this.#last = { shelf, merges, together: await this.#read(shelf, merges) }
    return this.#last.together
  }

  async #read(shelf: CaseShelf, merges: Merges): Promise<CaseShelf> {
    const files = mergedFilesOf(merges)
    const known = new Map(shelf.summaries.map((summary) => [summary.id, summary]))
    const summed = new Map<string, CaseSummary>()
    for (const { value } of merges) {
      const id = files.readUnder(value.into)
      if (summed.has(id) || files.readTogether(id).length === 1) continue
      summed.set(id, await this.#sumUp(id, files, known, merges))
    }
    // A file stays on show by itself where the one it is read under is not there any more.
    const isRead = ({ id }: CaseSummary) => files.readUnder(id) === id || !known.has(files.readUnder(id))
    const clients = shelf.clients.filter(isRead).map((client): SummarisedClient => {
      const own = files.readTogether(client.id).slice(1)
      if (own.length === 0) return client
      const also = own.flatMap((id) => known.get(id)?.entry ?? [])
      return { ...client, ...summed.get(client.id), entry: client.entry, also }
    })
    return {
      ...shelf,
      summaries: shelf.summaries.filter(isRead).map((summary) => summed.get(summary.id) ?? summary),
      clients,
    }
  }

  async #sumUp(id: string, files: MergedFiles, known: ReadonlyMap<string, CaseSummary>, merges: Merges) {
    const ids = files.readTogether(id)
    const parts = ids.flatMap((one) => known.get(one) ?? [])
    const held = this.#summed.get(id)
    if (held && held.merges === merges && parts.every((part, at) => part === held.parts[at]))
      return held.summary
    const [first = id, ...others] = ids
    const summary = await summariseTogether(
      this.#vault,
      [first, ...others],
      merges.map(({ value }) => value),
      await this.#intervals(),
    )
    this.#summed.set(id, { parts, merges, summary })
    return summary
  }
}
