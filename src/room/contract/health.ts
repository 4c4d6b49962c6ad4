import type { Outcome } from '../../instruments/outcome.ts'

/** One kind of rows, by the name of its table: how many the last save left, and how many were counted. */
export interface KindCount {
  table: string
  expected: number
  found: number
}

/** What counting every row came to. */
export interface CountedRecords {
  at: string
  /** Every row is there, unchanged and alone. */
  complete: boolean
  /** The kinds that do not fit. */
  misfits: KindCount[]
}

/** Records that were there and could not be read, by kind and reason (a stable code). */
export interface UnreadableRecords {
  table: string
  code: string
  count: number
}

/** How the records stand, their second copy, and the machine they are on. */
export interface Health {
  /** Rows by the name of their table. */
  rows: Record<string, number>
  /** Number of the newest save and when it was made; no `at` before the first. */
  saves: number
  savedAt: string
  /** The last count in this window; null in a window that only follows, and while the first is under way. */
  counted: CountedRecords | null
  copy: {
    where: 'host' | 'browser'
    /** Number of the newest save in it. */
    saves: number
    /** Number of the save that the whole copy of everything was made after; null before there is one. */
    snapshot: number | null
    /** Places in it that cannot be read. */
    damaged: number
  }
  space: {
    /** Bytes that can still be written; null where nobody says. */
    left: number | null
    /** The browser promised not to clear the records by itself. */
    persisted: boolean
  }
  /** Earlier records that were set aside, and until when they are kept at least (ISO 8601; null: for good). */
  setAside: { at: string; keptUntil: string | null }[]
  layout: number
}

export interface HealthApi {
  health(): Promise<Health>
  /**
   * Counts every row anew and reads every record that this person may read. Refused with READ_ONLY_WINDOW where another
   * window writes.
   */
  checkRecords(): Promise<Outcome<{ counted: CountedRecords; unreadable: UnreadableRecords[] }>>
  /** Takes the rows there are for all there are, after a recovery that could not bring back every one. */
  goOnWithRecords(): Promise<Outcome<null>>
}
