import type { Outcome } from '../../instruments/outcome.ts'
import type { OutgoingFile } from './exchange.ts'

/** A table laid out for reading: one row per code of the first dimension, one column per code of the second. */
export interface TableOnShow {
  id: string
  title: { 'zh-CN': string; en: string }
  unit: 'person' | 'assessment' | 'call'
  /** Rounding base. */
  base: number
  dims: {
    id: string
    title: { 'zh-CN': string; en: string }
    codes: { code: string; label: { 'zh-CN': string; en: string } }[]
  }[]
  /** Cells in grid order (the last dimension runs fastest); null for one that is withheld. */
  cells: (number | null)[]
}

export interface ReportPreview {
  period: string
  /** The counts as they are in this room; they never leave it. */
  counted: TableOnShow[]
  /** The same tables as they would leave: rounded. */
  leaving: TableOnShow[]
  /** Tables of the plan that stay here, with a stable code saying why: PROFILE_TOO_SMALL or OTHER_PERIOD. */
  staying: { id: string; title: TableOnShow['title']; because: string }[]
  /** The exact text that is signed; null until a county's card has been accepted. */
  payload: string | null
  /** The period is not over: what comes later will count as a late entry. */
  unfinished: boolean
  /** Facts that could not be read and are not counted; shown, never left out in silence. */
  unreadable: number
  /** Set once the period was written; the stored file is then the only one there will be. */
  released: { at: string; sha256: string } | null
  /** The desk it goes to; null until its card has been accepted. */
  county: { name: string; code: string } | null
}

export interface ReportApi {
  /** Months and quarters with something to report, newest first, e.g. `2026-11`, `2026-Q4`. */
  reportPeriods(): Promise<string[]>
  previewReport(period: string): Promise<Outcome<ReportPreview>>
  /** Rounds, signs, encrypts, reads back, keeps a copy and closes the period; a second call gives the same file. */
  writeReport(period: string): Promise<Outcome<{ file: OutgoingFile; sha256: string }>>
}
