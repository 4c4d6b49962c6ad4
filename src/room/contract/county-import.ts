import type { ImportedFile } from '../../county/packages/batch/imported-file.ts'
import type { PreviewedFile } from '../../county/packages/batch/preview-batch.ts'
import type { Outcome } from '../../instruments/outcome.ts'
import type { OutgoingFile } from './exchange.ts'
import type { TableOnShow } from './report.ts'

/** What a package says, after every check and before it is taken in. */
export interface PackageOnShow {
  from: { name: string; code: string }
  period: string
  seq: number
  sha256: string
  tables: TableOnShow[]
  /** Already here: taking it in again changes nothing. */
  known: boolean
  /** Tables that count a hundred times what the room last reported: worth a call before it is taken in. */
  unusual: string[]
}

/** One of many files: its bytes, a file that is read when its turn comes, or why there is none. */
export interface BroughtFile {
  name: string
  content: Uint8Array | Blob | 'FILE_TOO_LARGE' | 'FILE_NOT_READ'
}

/** What becomes of a file, with the name of the room it is from. */
export type ImportedOnShow = ImportedFile & { unitName: string | null }

/** What would come of many files. */
export interface BatchOnShow {
  files: (PreviewedFile & ImportedOnShow)[]
  /** Titles of the tables that are spoken of, by id. */
  titles: Record<string, TableOnShow['title']>
  /** So many were not looked at, for these are enough for once. */
  left: number
}

export interface ImportProgress {
  step: 'reading' | 'judging' | 'taking'
  done: number
  of: number
}

/** A file that is kept and not taken in. */
export interface QuarantinedFile {
  id: string
  name: string
  code: string
  at: string
  /** Whose key it names, or who wrote it, and whom to call; null when that is none of our rooms. */
  unit: { code: string; name: string; contact: string } | null
  period: string | null
  seq: number | null
  /** The file itself is here, and can be tried again. */
  isHere: boolean
  out: { how: 'taken' | 'putAway'; note: string; at: string } | null
}

export interface CountyQuarantine {
  /** The newest first. */
  files: QuarantinedFile[]
  /** Entries that could not be read; shown, never left out in silence. */
  unreadable: number
}

/** Packages taken in by the county desk. Whatever is refused is kept in quarantine, file and reason. */
export interface CountyImportApi {
  /**
   * Says what a package holds without taking it in; one that is refused is kept in quarantine with its reason, one that came before
   * those before it (CHAIN_GAP) is kept whole, and taken in once they are.
   */
  checkPackage(file: { name: string; bytes: Uint8Array }): Promise<Outcome<PackageOnShow>>
  /** Takes the package in, or refuses it like `checkPackage` and changes nothing else. */
  importPackage(file: { name: string; bytes: Uint8Array }): Promise<Outcome<PackageOnShow>>
  /**
   * Reads many files and says what would come of each; those that are packages are held until they are taken in or let go, one batch at
   * a time. Refused with COUNTY_IMPORT_STOPPED.
   */
  beginCountyImport(files: BroughtFile[]): Promise<Outcome<BatchOnShow>>
  /** Takes in what is held. Stopped, it says what was left. Refused with COUNTY_IMPORT_NOT_OPEN. */
  takeCountyImport(): Promise<Outcome<{ files: ImportedOnShow[] }>>
  /** Null when nothing runs. */
  countyImportProgress(): Promise<ImportProgress | null>
  /** Stops reading, or taking in between two savings. */
  stopCountyImport(): Promise<void>
  /** Lets go of what is held. */
  closeCountyImport(): Promise<void>

  countyQuarantine(): Promise<CountyQuarantine>
  /** Brings these out once more, as after a card was accepted: what is taken in leaves the quarantine. */
  tryQuarantinedAgain(ids: string[]): Promise<Outcome<{ files: ImportedOnShow[] }>>
  /** Puts these away with a note; they stay in the list of what was put away. Refused with QUARANTINE_NOTE_MISSING, QUARANTINE_NOTE_TOO_LONG. */
  putAwayQuarantined(input: { ids: string[]; note: string }): Promise<Outcome<{ count: number }>>

  /** A signed receipt for each of these rooms, all in one file. */
  receiptsFor(units: string[]): Promise<Outcome<{ file: OutgoingFile }>>
}
