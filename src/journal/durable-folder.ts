/** Bytes that own their memory. */
export type Bytes = Uint8Array<ArrayBuffer>

/** A file of a `DurableFolder`; `size` in bytes. */
export interface DurableFile {
  name: string
  size: number
}

/**
 * A folder outside Chromium's database, of ciphertext only: a vault's journal, snapshots and head slots, or its backups.
 * What resolves is on disk. What fails is thrown as a `FolderError`; the file is then as it was before the call, or, for
 * `overwrite` alone, damaged.
 */
export interface DurableFolder {
  list(): Promise<DurableFile[]>
  /** `length` bytes from `from`, fewer where the file ends. Throws NO_FILE. */
  read(name: string, from: number, length: number): Promise<Bytes>
  /** Adds to the end of a file that has `at` bytes; 0 makes it. Throws FILE_CHANGED when it has another size. */
  append(name: string, at: number, bytes: Bytes): Promise<void>
  /** Puts these bytes in place of the file's, without a rename; for a head slot, of which there are two. */
  overwrite(name: string, bytes: Bytes): Promise<void>
  /** Cuts a file down to its first `size` bytes. Throws NO_FILE. */
  truncate(name: string, size: number): Promise<void>
  /** Gives a file another name, in place of a file that had it. Throws NO_FILE. */
  rename(name: string, to: string): Promise<void>
  /** Also resolves when there was no such file. */
  remove(name: string): Promise<void>
}

/** NO_SPACE: the disk is full. FOLDER_UNREACHABLE: pulled out, shut off, or refused by the system. */
export type FolderCode = 'NO_FILE' | 'FILE_CHANGED' | 'NO_SPACE' | 'FOLDER_UNREACHABLE' | 'FILE_NAME_REFUSED'

/** A file that could not be read or written. */
export class FolderError extends Error {
  readonly code: FolderCode

  constructor(code: FolderCode, { cause }: { cause?: unknown } = {}) {
    super(code, { cause })
    this.name = 'FolderError'
    this.code = code
  }
}
