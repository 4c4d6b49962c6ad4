import {
  type Bytes,
  type DurableFile,
  type DurableFolder,
  FolderError,
} from '../../journal/durable-folder.ts'
import { isDurableName } from '../../journal/file-name.ts'
import { changeFile, moveFile } from './opfs-file.ts'

/**
 * A folder in the browser's own file system for this origin: outside of its database, inside of its profile. Empty while
 * it is not there, and made when it is first written to.
 */
export class OpfsFolder implements DurableFolder {
  readonly #path: readonly string[]
  #folder: FileSystemDirectoryHandle | null = null
  /** Two changes of a file at once would shut each other out. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(...path: string[]) {
    this.#path = path
  }

  list(): Promise<DurableFile[]> {
    return this.#inTurn(async () => {
      const files: DurableFile[] = []
      try {
        for await (const [name, handle] of (await this.#open(false)).entries()) {
          if (!isDurableName(name) || !(handle instanceof FileSystemFileHandle)) continue
          files.push({ name, size: (await handle.getFile()).size })
        }
      } catch (problem) {
        if (nameOf(problem) !== 'NotFoundError') throw problem
      }
      return files
    })
  }

  read(name: string, from: number, length: number): Promise<Bytes> {
    return this.#inTurn(async () => {
      const file = await (await this.#file(name)).getFile()
      return new Uint8Array(await file.slice(from, from + length).arrayBuffer())
    })
  }

  append(name: string, at: number, bytes: Bytes): Promise<void> {
    return this.#inTurn(async () => {
      const file = await this.#file(name, at === 0).catch((problem) => {
        throw nameOf(problem) === 'NotFoundError' ? new FolderError('FILE_CHANGED') : problem
      })
      await changeFile(file, (size) => {
        if (size !== at) throw new FolderError('FILE_CHANGED')
        return { at, bytes, ends: false }
      })
    })
  }

  overwrite(name: string, bytes: Bytes): Promise<void> {
    return this.#inTurn(async () =>
      changeFile(await this.#file(name, true), () => ({ at: 0, bytes, ends: true })),
    )
  }

  truncate(name: string, size: number): Promise<void> {
    return this.#inTurn(async () =>
      changeFile(await this.#file(name), (before) =>
        before > size ? { at: size, bytes: new Uint8Array(), ends: true } : null,
      ),
    )
  }

  rename(name: string, to: string): Promise<void> {
    return this.#inTurn(async () => {
      if (!isDurableName(to)) throw new FolderError('FILE_NAME_REFUSED')
      await moveFile(await this.#file(name), to)
    })
  }

  remove(name: string): Promise<void> {
    return this.#inTurn(async () => {
      if (!isDurableName(name)) throw new FolderError('FILE_NAME_REFUSED')
      try {
        await (await this.#open(false)).removeEntry(name)
      } catch (problem) {
        if (nameOf(problem) !== 'NotFoundError') throw problem
      }
    })
  }

  async #file(name: string, create = false): Promise<FileSystemFileHandle> {
    if (!isDurableName(name)) throw new FolderError('FILE_NAME_REFUSED')
    try {
      return await (await this.#open(create)).getFileHandle(name, { create })
    } catch (problem) {
      if (!create || nameOf(problem) !== 'NotFoundError') throw problem
      // The folder was cleared away since it was opened.
      this.#folder = null
      return (await this.#open(create)).getFileHandle(name, { create })
    }
  }

  async #open(create: boolean): Promise<FileSystemDirectoryHandle> {
    if (this.#folder) return this.#folder
    let folder = await navigator.storage.getDirectory()
    for (const name of this.#path) folder = await folder.getDirectoryHandle(name, { create })
    this.#folder = folder
    return folder
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work).catch((problem) => {
      throw folderError(problem)
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }
}

const nameOf = (problem: unknown): string => (problem instanceof DOMException ? problem.name : '')

const folderError = (cause: unknown): FolderError => {
  if (cause instanceof FolderError) return cause
  if (nameOf(cause) === 'NotFoundError') return new FolderError('NO_FILE', { cause })
  if (nameOf(cause) === 'QuotaExceededError') return new FolderError('NO_SPACE', { cause })
  return new FolderError('FOLDER_UNREACHABLE', { cause })
}
