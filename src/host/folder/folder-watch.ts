import { lstat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileOutcome, OfferedFiles } from '../../bridge/desktop-api.ts'
import { listFolder, offered } from './files-in.ts'
import { type FileState, type FolderState, settledFiles } from './settled-files.ts'

/** A folder others put files into: each is handed on once it stands still, and once only as it stands. */
export class FolderWatch {
  /** The folder's own name; its path stays here. */
  readonly name: string
  readonly #folder: string
  readonly #extensions: readonly string[]
  readonly #maxBytes: number
  #before: FolderState = new Map()
  readonly #handedOn = new Map<string, FileState>()

  constructor(folder: string, extensions: readonly string[], maxBytes: number) {
    this.name = basename(folder)
    this.#folder = folder
    this.#extensions = extensions
    this.#maxBytes = maxBytes
  }

  /** Looks through the folder, and reads what has stood still since the last look; what more there is comes at the next. */
  async newFiles(): Promise<FileOutcome<OfferedFiles>> {
    try {
      const { paths, left } = await listFolder(this.#folder, this.#extensions)
      const now = new Map<string, FileState>()
      for (const path of paths) {
        const state = await stateOf(path)
        if (state) now.set(path, state)
      }
      const settled = settledFiles(this.#before, now, this.#handedOn)
      this.#before = now
      if (settled.length === 0) return { ok: true, value: null }
      const given = await offered(settled, this.#maxBytes)
      for (const path of settled.slice(0, given.files.length)) {
        const state = now.get(path)
        if (state) this.#handedOn.set(path, state)
      }
      return { ok: true, value: { files: given.files, others: 0, left: given.left + left } }
    } catch {
      return { ok: false, refusal: { code: 'FILE_NOT_READ' } }
    }
  }
}

/** Null when it is gone, or no plain file any more. */
const stateOf = async (path: string): Promise<FileState | null> => {
  try {
    const found = await lstat(path)
    return found.isFile() ? { size: found.size, changed: found.mtimeMs } : null
  } catch {
    return null
  }
}
