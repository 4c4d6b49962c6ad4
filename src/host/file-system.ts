import { type FileHandle, lstat, mkdir, open, readdir, rename, unlink } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'

/** What of `node:fs/promises` a folder needs, so that a test can let it fail. */
export interface FileSystem {
  open(path: string, flags: number, mode?: number): Promise<FileHandle>
  readdir(path: string): Promise<string[]>
  lstat(path: string): Promise<{ size: number; isFile(): boolean; isDirectory(): boolean }>
  rename(path: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  mkdir(path: string, options: { recursive: true; mode: number }): Promise<unknown>
}

/** The disk itself. */
export const realFileSystem: FileSystem = { open, readdir, lstat, rename, unlink, mkdir }

/** The system's own word for what went wrong, such as ENOENT. */
export const systemCode = (problem: unknown): string =>
  problem instanceof Error && 'code' in problem ? String(problem.code) : ''

/** A virus scanner or an indexer holds a new file for a moment, on Windows above all. */
const HELD = ['EPERM', 'EBUSY', 'EACCES']
const RETRIES = 10
const FIRST_WAIT_MS = 5
const LONGEST_WAIT_MS = 500

export type Wait = (ms: number) => Promise<unknown>

/** Does it, and up to ten times again while another program holds the file, each time after a longer wait. */
export const whileHeld = async <T>(act: () => Promise<T>, wait: Wait = setTimeout): Promise<T> => {
  for (let retry = 0; ; retry++) {
    try {
      return await act()
    } catch (problem) {
      if (retry === RETRIES || !HELD.includes(systemCode(problem))) throw problem
      await wait(Math.min(FIRST_WAIT_MS * 2 ** retry, LONGEST_WAIT_MS))
    }
  }
}
