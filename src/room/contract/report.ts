import type { TableWithheldBecause, WithheldBecause } from '../../exchange/release/withheld-because.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { PlannedTable } from '../../statistics/release-plan.ts'
import type { OutgoingFile } from './exchange.ts'

/** A table laid out for reading: one row per code of the first dimension, one column per code of the second. */
export interface TableOnShow {
  id: string
  title: { 'zh-CN': string; en: string }
  class: PlannedTable['class']
  unit: PlannedTable['unit']
  /** Rounding base; null where nothing is rounded (classes P and S). */
  base: number | null
  /** The smallest number of persons a shown cell may stand for; null where no cell is withheld (classes P and A). */
  k: number | null
  dims: {
    id: string
    title: { 'zh-CN': string; en: string }
    codes: { code: string; label: { 'zh-CN': string; en: string } }[]
  }[]
  /** Cells in grid order (the last dimension runs fastest); null for one that is withheld. */
  cells: (number | null)[]
}

/**
 * Where a period stands. `running`: not over, what comes later would be a late entry · `due`: over, and not written ·
 * `released`: written, so closed.
 */
export interface ReportPeriod {
  /** `2026-11` or `2026-Q4`. */
  period: string
  state: 'running' | 'due' | 'released'
  released: { at: string; sha256: string; seq: number } | null
  /** The county's receipt for it was taken in. */
  receipt: boolean
  /** Records counted for it since it was written: they leave as late entries of a later period. Null for whom the statistics are closed. */
  late: number | null
}

/** What of a class S table is withheld, and why. */
export interface WithheldOnShow {
  table: string
  /** Null when it is not withheld whole. */
  whole: TableWithheldBecause | null
  /** In grid order; null for a cell that leaves. */
  cells: (WithheldBecause | null)[]
}

export interface ReportPreview {
  period: string
  /** The counts as they are in this room; they never leave it. */
  counted: TableOnShow[]
  /** The same tables, in the same order, as they would leave: rounded, withheld, or as they are. */
  leaving: TableOnShow[]
  /** For every class S table why its cells stay here. Empty once the period was released: only what left is kept. */
  withheld: WithheldOnShow[]
  /** Tables of the plan that stay here, with a stable code saying why: PROFILE_TOO_SMALL or OTHER_PERIOD. */
  staying: { id: string; title: TableOnShow['title']; because: string }[]
  /** What the package says of its protection; null until a county's card has been accepted. */
  protection: { cells: number; withheld: number; targets: number; solver: string; digest: string } | null
  /** The exact text that is signed; null until a county's card has been accepted. */
  payload: string | null
  /** Records of periods already written that were saved since, as counted here and as it would leave (rounded). */
  late: { counted: number; leaving: number }
  /** The period is not over: what comes later will count as a late entry. */
  unfinished: boolean
  /** Facts that could not be read and are not counted; shown, never left out in silence. */
  unreadable: number
  /** Set once the period was written; the stored file is then the only one there will be. */
  released: { at: string; sha256: string } | null
  /** The period was written, and what is counted today is no longer what was counted then. */
  changedSince: boolean
  /** Why nothing new may be written now, as in `ReleasedLedger`; null when nothing stands in the way, and once it was written. */
  shut: string | null
  /** The desk it goes to; null until its card has been accepted. */
  county: { name: string; code: string } | null
}

/** How far a preview or a writing has come. `part` from 0 to 1 within its step. */
export interface ReportProgress {
  step: 'counting' | 'protecting' | 'attacking' | 'secondOpinion' | 'writing'
  part: number
}

/** A package this room wrote: one line of the ledger, newest first. */
export interface ReleasedReport {
  period: string
  seq: number
  sha256: string
  /** SHA-256 of the package before it; null for the first. */
  previous: string | null
  writtenAt: string
  /** Who wrote it. */
  writtenBy: string
  name: string
  cells: number
  withheld: number
  /** When the county's receipt for it was taken in; null before. */
  receivedAt: string | null
}

export interface ReleasedLedger {
  reports: ReleasedReport[]
  /**
   * Why nothing new may be written now; null when nothing stands in the way. RECEIPT_NEEDED: restored from a backup, and the county has not
   * said since how far it has come · RECEIPTS_AHEAD: the county has packages that are missing here · RECEIPT_DISAGREES: it has others.
   */
  shut: string | null
}

export interface ReportApi {
  /** Months and quarters with something to report, newest first. */
  reportPeriods(): Promise<ReportPeriod[]>
  /**
   * Compares what is counted with the records, then counts, protects and attacks what would leave; seconds for a large room. Refused
   * with WRONG_PERIOD, NOTHING_TO_REPORT, FACTS_DISAGREE (`detail: { count }`; `rebuildFacts` puts them right), RELEASE_STOPPED, or with RELEASE_… and the table in `at` when the attack found something.
   */
  previewReport(period: string): Promise<Outcome<ReportPreview>>
  /** Of the preview or writing that runs; null when none does. Ask again and again. */
  reportProgress(): Promise<ReportProgress | null>
  /** Ends what runs; it is refused with RELEASE_STOPPED and nothing was written. */
  stopReport(): Promise<void>
  /**
   * Protects, signs, encrypts, reads the very bytes back, attacks what they say together with all that was released before, keeps a
   * copy and closes the period. Asks for the passphrase. A second call gives the same bytes; if the counts changed meanwhile it is
   * refused with RELEASED_OTHERWISE, `detail: { late }`, and `storedReport` gives the file that was written.
   */
  writeReport(period: string): Promise<Outcome<{ file: OutgoingFile; sha256: string }>>
  /** The file of a released period as it was written. Asks for the passphrase. Refused with NOT_RELEASED. */
  storedReport(period: string): Promise<Outcome<{ file: OutgoingFile; sha256: string }>>
  /** Every package this room ever wrote. Rejects with LEDGER_BROKEN. */
  releasedReports(): Promise<ReleasedLedger>
  /** Takes the county's receipt in; `period` null and `seq` 0 where the county has nothing. One taken in twice changes nothing. */
  takeReceipt(bytes: Uint8Array): Promise<Outcome<{ period: string | null; seq: number }>>
  /**
   * Takes this room's own packages back from the county's copies, after a restore from a backup older than they: all that are missing up to
   * what the county's receipt confirms, or none. Those that are here already are passed over. Refused with RETURNED_GAP, RETURNED_FORKED,
   * RETURNED_UNCONFIRMED (the number in `detail.seq`), RETURNED_KNOWN, RECEIPT_DISAGREES, COUNTY_CARD_NEEDED, NO_KEY for whom the statistics
   * are closed; or for what is in a file, its name in `detail.file`: RETURNED_FOREIGN, RETURNED_DAMAGED, or what `readPackage` says.
   */
  takeBackPackages(
    files: readonly { name: string; bytes: Uint8Array }[],
  ): Promise<Outcome<{ periods: string[] }>>
}
