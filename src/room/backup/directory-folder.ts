import { FolderError } from '../../journal/durable-folder.ts'
import { backupInBlob } from '../../vault/backup/backup-file.ts'
import type { BackupFolder } from '../../vault/backup/backup-folder.ts'
import { sameBytes } from '../../vault/primitives/bytes.ts'

const failure = (problem: unknown): unknown => {
  if (!(problem instanceof DOMException)) return problem
  if (problem.name === 'NotFoundError') return new FolderError('NO_FILE', { cause: problem })
  if (problem.name === 'QuotaExceededError') return new FolderError('NO_SPACE', { cause: problem })
  return new FolderError('FOLDER_UNREACHABLE', { cause: problem })
}

const trying = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (problem) {
    throw failure(problem)
  }
}

/** Some systems move a file in a chosen folder. */
type Movable = FileSystemFileHandle & { move(name: string): Promise<void> }

const moved = async (file: FileSystemFileHandle, to: string): Promise<boolean> => {
  if (!('move' in file)) return false
  try {
    await (file as Movable).move(to)
    return true
  } catch {
    return false
  }
}

const sameContent = async (one: Blob, other: Blob): Promise<boolean> => {
  if (one.size !== other.size) return false
  const there = backupInBlob(other).pieces()[Symbol.asyncIterator]()
  for await (const piece of backupInBlob(one).pieces()) {
    const next = await there.next()
    if (next.done || !sameBytes(piece, next.value)) return false
  }
  return true
}

/** A folder that somebody chose. What is written appears in it whole or not at all. */
export const directoryFolder = (directory: FileSystemDirectoryHandle): BackupFolder => {
  const put = async (name: string, pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<void> => {
    const writer = await (await directory.getFileHandle(name, { create: true })).createWritable()
    try {
      for await (const piece of pieces) await writer.write(piece)
      await writer.close()
    } catch (problem) {
      await writer.abort().catch(() => undefined)
      throw problem
    }
  }
  const copied = async (file: FileSystemFileHandle, to: string): Promise<void> => {
    const original = await file.getFile()
    await put(to, backupInBlob(original).pieces())
    const copy = await (await directory.getFileHandle(to)).getFile()
    if (await sameContent(original, copy)) return directory.removeEntry(file.name)
    await directory.removeEntry(to)
    throw new FolderError('FOLDER_UNREACHABLE')
  }
  return {
    list: () =>
      trying(async () => {
        const files = []
        for await (const [name, handle] of directory.entries())
          if (handle instanceof FileSystemFileHandle)
            files.push({ name, size: (await handle.getFile()).size })
        return files
      }),
    write: (name, pieces) => trying(() => put(name, pieces)),
    read: (name) => ({
      async *pieces() {
        yield* backupInBlob(
          await trying(async () => (await directory.getFileHandle(name)).getFile()),
        ).pieces()
      },
    }),
    rename: (name, to) =>
      trying(async () => {
        const file = await directory.getFileHandle(name)
        if (!(await moved(file, to))) await copied(file, to)
      }),
    remove: (name) =>
      trying(() => directory.removeEntry(name)).catch((problem) => {
        if (!(problem instanceof FolderError && problem.code === 'NO_FILE')) throw problem
      }),
  }
}
