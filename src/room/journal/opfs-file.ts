import { type Bytes, FolderError } from '../../journal/durable-folder.ts'

/** Only in workers, so that the types of a window do not know it. */
interface SyncHandle {
  getSize(): number
  write(bytes: Bytes, options: { at: number }): number
  truncate(size: number): void
  flush(): void
  close(): void
}
type WorkerFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> }
type MovableFile = FileSystemFileHandle & { move(name: string): Promise<void> }

const isInWorker = (file: FileSystemFileHandle): file is WorkerFile => 'createSyncAccessHandle' in file
const isMovable = (file: FileSystemFileHandle): file is MovableFile => 'move' in file

/** One change of a file: its bytes from `at` on are these, and it ends behind them where `ends` says so. */
interface Change {
  at: number
  bytes: Bytes
  ends: boolean
}

/** Makes a change of what `plan` finds the file to be; null leaves it. Resolves once it is flushed. */
export const changeFile = async (
  file: FileSystemFileHandle,
  plan: (size: number) => Change | null,
): Promise<void> => (isInWorker(file) ? changeInWorker(file, plan) : changeInWindow(file, plan))

/** Gives a file another name, in place of one that had it. */
export const moveFile = async (file: FileSystemFileHandle, to: string): Promise<void> => {
  if (!isMovable(file)) throw new FolderError('FOLDER_UNREACHABLE')
  await file.move(to)
}

/** Opened for each change: to keep it open saves a fifth of a millisecond and shuts the file to every other window. */
const changeInWorker = async (file: WorkerFile, plan: (size: number) => Change | null): Promise<void> => {
  const handle = await file.createSyncAccessHandle()
  try {
    const size = handle.getSize()
    const change = plan(size)
    if (change === null) return
    const { at, bytes, ends } = change
    try {
      if (handle.write(bytes, { at }) < bytes.length) throw new FolderError('NO_SPACE')
      if (ends) handle.truncate(at + bytes.length)
      handle.flush()
    } catch (problem) {
      if (at === size) handle.truncate(size)
      throw problem
    }
  } finally {
    handle.close()
  }
}

/** A window writes a copy, which takes the file's place when it is closed. */
const changeInWindow = async (
  file: FileSystemFileHandle,
  plan: (size: number) => Change | null,
): Promise<void> => {
  const change = plan((await file.getFile()).size)
  if (change === null) return
  const { at, bytes, ends } = change
  const copy = await file.createWritable({ keepExistingData: true })
  try {
    await copy.write({ type: 'write', data: bytes, position: at })
    if (ends) await copy.truncate(at + bytes.length)
  } catch (problem) {
    await copy.abort()
    throw problem
  }
  await copy.close()
}
