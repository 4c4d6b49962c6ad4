import type { CaseSummary } from '../../casework/files/case-summary.ts'
import type { FollowUpIntervals } from '../../casework/follow-ups/follow-up-intervals.ts'
import { isSame } from '../../casework/records/is-same.ts'
import type { Unreadable } from './case-records.ts'
import { type Column, fromColumn, toColumn } from './columns.ts'

const clientsOnPage = 512

/** What stands on page 0: by which intervals the summaries were made, and what could not be read for them. */
interface FirstPage {
  intervals: FollowUpIntervals
  unreadable: Unreadable[]
}

/** Which client's summary stands on which page, and which pages have to be written. */
export class CasePages {
  readonly #intervals: FollowUpIntervals
  readonly #places = new Map<string, number>()
  readonly #clients: Set<string>[] = [new Set()]
  readonly #changed = new Set<number>()
  /** Whether there are pages in the vault that these are the successors of. */
  isStored = false

  constructor(intervals: FollowUpIntervals) {
    this.#intervals = intervals
  }

  /** What is stored: the first page, then the summaries, page by page. Null when they were made by other intervals. */
  static read(
    pages: readonly unknown[],
    intervals: FollowUpIntervals,
  ): { unreadable: Unreadable[]; summaries: CaseSummary[][] } | null {
    const [page, ...summaries] = pages
    // The seal says that this release wrote them.
    const first = page as FirstPage
    if (!isSame(first.intervals, intervals)) return null
    return {
      unreadable: first.unreadable,
      summaries: summaries.map((column) => fromColumn(column as Column) as CaseSummary[]),
    }
  }

  /** Takes pages as they are stored. */
  take(summaries: readonly (readonly CaseSummary[])[]): void {
    for (const page of summaries) {
      const place = this.#clients.push(new Set()) - 1
      for (const { id } of page) this.#put(id, place)
    }
    this.isStored = true
  }

  /** Notes that a client's summary is another than the one on the page. */
  change(id: string): void {
    const place = this.#places.get(id) ?? this.#freePlace()
    this.#put(id, place)
    this.#changed.add(place)
  }

  /** Notes that there is nothing to say of a client any more. */
  remove(id: string): void {
    const place = this.#places.get(id)
    if (place === undefined) return
    this.#places.delete(id)
    this.#clients[place]?.delete(id)
    this.#changed.add(place)
  }

  noteUnreadable(): void {
    this.#changed.add(0)
  }

  get count(): number {
    return this.#clients.length
  }

  get isWritten(): boolean {
    return this.isStored && this.#changed.size === 0
  }

  /** What has to be written, by place: the pages that are others now, or all of them. */
  changed(
    summaryOf: (id: string) => CaseSummary | undefined,
    unreadable: Iterable<Unreadable>,
    all: boolean,
  ): Map<number, unknown> {
    const places = all ? this.#clients.keys() : [...this.#changed]
    return new Map(
      Array.from(places, (place): [number, unknown] => [
        place,
        place === 0
          ? ({ intervals: this.#intervals, unreadable: [...unreadable] } satisfies FirstPage)
          : toColumn(Array.from(this.#clients[place] ?? [], summaryOf)),
      ]),
    )
  }

  noteWritten(): void {
    this.isStored = true
    this.#changed.clear()
  }

  #put(id: string, place: number): void {
    this.#places.set(id, place)
    this.#clients[place]?.add(id)
  }

  #freePlace(): number {
    const last = this.#clients.length - 1
    if (last > 0 && (this.#clients[last]?.size ?? 0) < clientsOnPage) return last
    return this.#clients.push(new Set()) - 1
  }
}
