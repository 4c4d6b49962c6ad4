import { folded, type Reading, readingsOf } from '../clients/pinyin-index.ts'
import type { ResponseLevel } from '../crisis/response-level.ts'
import type { CallLine } from './call-line.ts'

/** What is looked for; a field that is left out asks for nothing. */
export interface CallQuery {
  /** Part of a call number or an alias, its pinyin or initials, or a day or month as `2026-11-22`, `2026-11`. */
  text?: string
  /** Days, both included. */
  from?: string
  until?: string
  type?: CallLine['type']
  specialKind?: Exclude<CallLine['specialKind'], null>
  level?: ResponseLevel
  unsettled?: boolean
}

interface Entry {
  line: CallLine
  at: number
  number: string
  alias: string
  readings: readonly Reading[]
}

const isDay = /^20\d{2}-\d{2}(-\d{2})?$/

/** Finds calls among very many: kept in the order they came, every text folded once. */
export class CallIndex {
  /** Oldest first. */
  #entries: Entry[] = []
  readonly #ids = new Set<string>()
  /** Callers come back: an alias is read once. */
  readonly #readings = new Map<string, readonly Reading[]>()

  constructor(lines: Iterable<CallLine> = []) {
    this.#entries = [...lines].map((line) => this.#entryOf(line)).sort((a, b) => a.at - b.at)
    for (const { line } of this.#entries) this.#ids.add(line.id)
  }

  /** Adds a call, or puts it in the place of its earlier state. */
  put(line: CallLine): void {
    this.drop(line.id)
    const entry = this.#entryOf(line)
    // A new call is nearly always the last one.
    const before = this.#entries.findLastIndex(({ at }) => at <= entry.at)
    this.#entries.splice(before + 1, 0, entry)
    this.#ids.add(line.id)
  }

  drop(id: string): void {
    if (!this.#ids.delete(id)) return
    this.#entries.splice(
      this.#entries.findLastIndex(({ line }) => line.id === id),
      1,
    )
  }

  /** The newest calls that the query means, at most so many, and how many there are. */
  find(query: CallQuery, atMost: number): { lines: CallLine[]; total: number } {
    const matches = matcherOf(query)
    const lines: CallLine[] = []
    let total = 0
    for (let place = this.#entries.length - 1; place >= 0; place--) {
      const entry = this.#entries[place]
      if (entry === undefined || !matches(entry)) continue
      total += 1
      if (lines.length < atMost) lines.push(entry.line)
    }
    return { lines, total }
  }

  #entryOf(line: CallLine): Entry {
    const readings = this.#readings.get(line.alias) ?? (line.alias === '' ? [] : readingsOf(line.alias))
    this.#readings.set(line.alias, readings)
    return {
      line,
      at: Date.parse(line.startedAt),
      number: folded(line.number),
      alias: folded(line.alias),
      readings,
    }
  }
}

function matcherOf({ text = '', from, until, type, specialKind, level, unsettled }: CallQuery) {
  const typed = text.trim()
  const says = isDay.test(typed) ? isOn(typed) : isCalled(folded(typed))
  return (entry: Entry): boolean => {
    const { line } = entry
    return (
      (from === undefined || line.day >= from) &&
      (until === undefined || line.day <= until) &&
      (type === undefined || line.type === type) &&
      (specialKind === undefined || line.specialKind === specialKind) &&
      (level === undefined || line.level === level) &&
      (unsettled === undefined || line.isUnsettled === unsettled) &&
      says(entry)
    )
  }
}

const isOn =
  (day: string) =>
  ({ line }: Entry): boolean =>
    line.day.startsWith(day)

const isCalled =
  (sought: string) =>
  ({ number, alias, readings }: Entry): boolean =>
    sought === '' ||
    number.includes(sought) ||
    alias.includes(sought) ||
    readings.some(({ full, initials }) => full.includes(sought) || initials.includes(sought))
