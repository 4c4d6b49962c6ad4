import type { Outcome } from '../../instruments/outcome.ts'

/**
 * What became of the records that the browser keeps: gone, not to be opened, empty, older than what was saved, or without
 * what makes them a room's records.
 */
export type RecordsLoss = 'MISSING' | 'UNREADABLE' | 'EMPTY' | 'OLDER' | 'DAMAGED'

/** What a recovery came to. */
export interface Recovered {
  /** Rows that are there now, of all kinds. */
  rows: number
  /** Number of the newest save among them. */
  saves: number
  /** All that was ever saved is there; else some of it could not be read anywhere. */
  whole: boolean
}

export interface RecoveryApi {
  /**
   * Makes the records anew beside the ones that cannot be worked with, which are kept. Whoever is signed in here is signed
   * out. Refused with OPEN_ELSEWHERE, NOTHING_LOST, DAMAGED_VAULT when there is nothing to make them of, NOT_SAVED, or why the
   * second copy cannot be read.
   */
  recoverRecords(): Promise<Outcome<Recovered>>
}
