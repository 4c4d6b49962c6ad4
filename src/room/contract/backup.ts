import type { BackupEntry } from '../../casework/records/backup-entry.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome } from '../../instruments/outcome.ts'

/**
 * How much would be lost if this machine broke today. `good`: a backup of at most 7 days was read back · `late`: older ·
 * `overdue`: over 14 days, or none, or the last attempt failed.
 */
export type BackupState = 'good' | 'late' | 'overdue'

/** When a backup may be made by itself. */
export type BackupOccasion = 'unlock' | 'lock'

export interface BackupStanding {
  state: BackupState
  /** The newest that was read back whole and is still there; null when there is none. */
  last: Stored<BackupEntry> | null
  /** Whole days since then. */
  days: number | null
  /** The newest attempt failed. */
  failed: Stored<BackupEntry> | null
  /** All that are still there, newest first, but for attempts that failed. */
  backups: Stored<BackupEntry>[]
}

/** What a backup says before it is opened. */
export interface BackupFacts {
  kind: 'room' | 'county' | 'demo'
  createdAt: string
  sheet: number
  /** How many people's passphrases open it. */
  staff: number
  /** It is of the records that are here. */
  ofThese: boolean
}

/** A backup in the folder on this computer, as its name tells. */
export interface BackupHere {
  name: string
  createdAt: string
  size: number
}

/** Where a backup is read from: the folder on this computer, or a file somebody chose. */
export type BackupSourceFile = { name: string } | { file: Blob }

/** The whole sheet or both its halves, the passphrase of anybody who worked there when it was made, or the keys of whoever is signed in. */
export type RestoreSecret = { words: string[] } | { passphrase: string } | { signedIn: true }

/** One sort of record in a restored backup and in what is here. */
export interface RestoredTable {
  table: string
  restored: number
  living: number
  /** Only here, or later here: not in the backup. */
  onlyLiving: number
  /** Only in the backup, or later there. */
  onlyRestored: number
}

export interface RestoreComparison {
  /** When the last thing in the backup was saved. */
  savedAt: string
  rows: number
  /** There are records here that would be set aside. */
  living: boolean
  /** Saves since the backup that only the records here have. */
  savesSince: number
  tables: RestoredTable[]
}

export interface BackupApi {
  backups(): Promise<BackupStanding>
  /** Of what is being made, tried or restored: how much is done, from 0 to 1; null when nothing is. */
  backupProgress(): Promise<number | null>
  /** Into the folder on this computer; read back, and older ones taken away by 7 days, 4 weeks and 12 months. */
  backUp(): Promise<Outcome<BackupStanding>>
  /**
   * The same when it is time: somebody signed in and none was made that day, or the window is about to be locked and the newest is over
   * 6 hours old. Null when nothing was to be done; of a demonstration nothing is.
   */
  backUpIfDue(when: BackupOccasion): Promise<Outcome<BackupStanding | null>>
  /** Into a folder somebody chose, which is remembered. Also rotated, and read back. */
  backUpInto(folder: FileSystemDirectoryHandle): Promise<Outcome<BackupStanding>>
  /** The folder chosen last; the browser may ask for leave again. */
  chosenBackupFolder(): Promise<FileSystemDirectoryHandle | null>
  /** To be saved as a file; whether it arrived only `checkBackupFile` can tell. */
  backUpAsFile(): Promise<Outcome<{ id: string; name: string; bytes: Uint8Array<ArrayBuffer> }>>
  /** Reads a file back from its first to its last byte, and notes that of the backup it is. */
  checkBackupFile(file: Blob): Promise<Outcome<BackupFacts>>
  /** Brings a backup back into records of their own, counts and opens them, and deletes them again. */
  drillBackup(id: string, file: Blob | null): Promise<Outcome<BackupEntry>>
  /** Notes that a backup was destroyed by hand. */
  noteBackupGone(id: string): Promise<Outcome<BackupStanding>>

  /** The rest needs nobody signed in. Backups in the folder on this computer, newest first. */
  backupsHere(): Promise<BackupHere[]>
  inspectBackup(source: BackupSourceFile): Promise<Outcome<BackupFacts>>
  /**
   * Brings a backup back beside the records here, and compares. Refused with BACKUP_OTHER_VAULT where other records are, with
   * NOT_A_BACKUP, NEWER_BACKUP, DAMAGED_BACKUP (the byte in `at`), WRONG_PASSPHRASE, RECOVERY_WORDS_INVALID, BACKUP_OTHER_SHEET (the right one in `at`).
   */
  prepareRestore(source: BackupSourceFile, secret: RestoreSecret): Promise<Outcome<RestoreComparison>>
  /** Goes on with what was prepared; the records here are kept for 30 days. Signs out. Refused with NOTHING_PREPARED, OPEN_ELSEWHERE. */
  switchToRestored(): Promise<Outcome<null>>
  /** Goes on with the records here. */
  discardRestored(): Promise<Outcome<null>>
}
