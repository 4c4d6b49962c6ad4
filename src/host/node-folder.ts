import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Bytes, type DurableFolder, FolderError } from '../journal/durable-folder.ts'
import { isDurableName } from '../journal/file-name.ts'
import { type FileSystem, realFileSystem, systemCode, type Wait, whileHeld } from './file-system.ts'

const FILE_MODE = 0o600
const FOLDER_MODE = 0o700
/** A link put in a file's place is refused where the system can; Windows has no such flag. */
const { O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_NOFOLLOW = 0 } = constants

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG']
/** What a system or a stick answers that cannot flush a folder at all; the files' own bytes are flushed by then. */
const NO_FOLDER_FLUSH = ['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'EBADF', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

interface NodeFolderOptions {
  /** The program's own folder: empty while it is not there, and made when it is first written to. */
  own?: boolean
  fs?: FileSystem
  wait?: Wait
}

/** A folder on a disk. One object stands for one folder: its writes happen one after the other. */
export const nodeFolder = (
  folder: string,
  { own = false, fs = realFileSystem, wait }: NodeFolderOptions = {},
): DurableFolder => {
  const pathOf = (name: string): string => {
    if (!isDurableName(name)) throw new FolderError('FILE_NAME_REFUSED')
    return join(folder, name)
  }
  const opened = (path: string, flags: number): Promise<FileHandle> =>
    whileHeld(() => fs.open(path, flags | O_NOFOLLOW, FILE_MODE), wait)

  const within = async <T>(
    path: string,
    flags: number,
    act: (file: FileHandle) => Promise<T>,
  ): Promise<T> => {
    const file = await opened(path, flags)
    try {
      return await act(file)
    } finally {
      await file.close()
    }
  }
  const flushFolder = async (path = folder): Promise<void> => {
    try {
      const handle = await fs.open(path, O_RDONLY)
      await handle.sync().finally(() => handle.close())
    } catch (problem) {
      if (!NO_FOLDER_FLUSH.includes(systemCode(problem))) throw problem
    }
  }
  const make = async (): Promise<void> => {
    if (own && (await fs.mkdir(folder, { recursive: true, mode: FOLDER_MODE })) !== undefined) {
      await flushFolder(dirname(folder))
    }
  }
  const isThere = async (): Promise<boolean> => {
    try {
      return (await fs.lstat(folder)).isDirectory()
    } catch {
      return false
    }
  }
  /** Whether only the file is missing, not the folder around it, as when a stick was pulled out. */
  const isMissingFile = async (problem: unknown): Promise<boolean> =>
    systemCode(problem) === 'ENOENT' && (own || (await isThere()))

  /** Every failure leaves here as a FolderError. */
  const told = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act()
    } catch (cause) {
      if (cause instanceof FolderError) throw cause
      if (FULL.includes(systemCode(cause))) throw new FolderError('NO_SPACE', { cause })
      if (await isMissingFile(cause)) throw new FolderError('NO_FILE', { cause })
      throw new FolderError('FOLDER_UNREACHABLE', { cause })
    }
  }
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.then(() => told(act))
    last = turn.catch(() => {})
    return turn
  }

  const list = async (): ReturnType<DurableFolder['list']> => {
    if (own && !(await isThere())) return []
    const names = (await fs.readdir(folder)).filter(isDurableName)
    const found = await Promise.all(
      names.map(async (name) => ({ name, status: await fs.lstat(join(folder, name)) })),
    )
    return found
      .filter(({ status }) => status.isFile())
      .map(({ name, status }) => ({ name, size: status.size }))
  }

  const append = async (path: string, at: number, bytes: Bytes): Promise<void> => {
    const appended = within(path, at === 0 ? O_WRONLY | O_CREAT : O_WRONLY, async (file) => {
      if ((await file.stat()).size !== at) throw new FolderError('FILE_CHANGED')
      try {
        await writeAll(file, bytes, at)
        await file.datasync()
        if (at === 0) await flushFolder()
      } catch (problem) {
        await (at === 0 ? fs.unlink(path) : file.truncate(at)).catch(() => {})
        throw problem
      }
    })
    try {
      await appended
    } catch (problem) {
      // A file that is not there has no bytes, which is not what was expected of it.
      if (at > 0 && (await isMissingFile(problem))) throw new FolderError('FILE_CHANGED')
      throw problem
    }
  }

  return {
    list: () => inTurn(list),
    read: (name, from, length) =>
      told(() => within(pathOf(name), O_RDONLY, (file) => readRange(file, from, length))),
    append: (name, at, bytes) =>
      inTurn(async () => {
        const path = pathOf(name)
        if (at === 0) await make()
        await append(path, at, bytes)
      }),
    overwrite: (name, bytes) =>
      inTurn(async () => {
        const path = pathOf(name)
        await make()
        await within(path, O_WRONLY | O_CREAT, async (file) => {
          await writeAll(file, bytes, 0)
          await file.truncate(bytes.length)
          await file.datasync()
        })
        await flushFolder()
      }),
    truncate: (name, size) =>
      inTurn(() =>
        within(pathOf(name), O_RDWR, async (file) => {
          if ((await file.stat()).size <= size) return
          await file.truncate(size)
          await file.datasync()
        }),
      ),
    rename: (name, to) =>
      inTurn(async () => {
        const [path, target] = [pathOf(name), pathOf(to)]
        await whileHeld(() => fs.rename(path, target), wait)
        await flushFolder()
      }),
    remove: (name) =>
      inTurn(async () => {
        const path = pathOf(name)
        try {
          await whileHeld(() => fs.unlink(path), wait)
        } catch (problem) {
          if (await isMissingFile(problem)) return
          throw problem
        }
        await flushFolder()
      }),
  }
}

/** The system may write less than it is given, as when the disk fills up under it. */
const writeAll = async (file: FileHandle, bytes: Bytes, at: number): Promise<void> => {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
}

const readRange = async (file: FileHandle, from: number, length: number): Promise<Bytes> => {
  const { size } = await file.stat()
  const bytes = new Uint8Array(Math.max(0, Math.min(length, size - from)))
  let done = 0
  while (done < bytes.length) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, from + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return bytes.slice(0, done)
}
