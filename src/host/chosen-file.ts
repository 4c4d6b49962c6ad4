import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ChosenFile, FileOutcome } from '../bridge/desktop-api.ts'

/** Reads a file the person chose, never more than `maxBytes` of it. */
export const readChosenFile = async (path: string, maxBytes: number): Promise<FileOutcome<ChosenFile>> => {
  try {
    const file = await open(path, 'r')
    try {
      const found = await file.stat()
      if (!found.isFile()) return { ok: false, refusal: { code: 'FILE_NOT_READ' } }
      if (found.size > maxBytes) return { ok: false, refusal: { code: 'FILE_TOO_LARGE' } }
      const bytes = Uint8Array.from(await file.readFile())
      if (bytes.length > maxBytes) return { ok: false, refusal: { code: 'FILE_TOO_LARGE' } }
      return { ok: true, value: { name: basename(path), bytes } }
    } finally {
      await file.close()
    }
  } catch {
    return { ok: false, refusal: { code: 'FILE_NOT_READ' } }
  }
}

/** Reads files the person chose, never more than `maxBytes` of them together; one that cannot be read refuses all. */
export const readChosenFiles = async (
  paths: readonly string[],
  maxBytes: number,
): Promise<FileOutcome<ChosenFile[]>> => {
  const files: ChosenFile[] = []
  let left = maxBytes
  for (const path of paths) {
    const read = await readChosenFile(path, left)
    if (!read.ok) return read
    if (read.value === null) continue
    files.push(read.value)
    left -= read.value.bytes.length
  }
  return { ok: true, value: files }
}

/** Writes beside the place, flushes, then renames: the name holds the old file or the whole new one. */
export const writeChosenFile = async (path: string, bytes: Uint8Array): Promise<FileOutcome<string>> => {
  const draft = join(dirname(path), `.${randomBytes(6).toString('hex')}.anxin-part`)
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
    await flushFolder(dirname(path))
    return { ok: true, value: basename(path) }
  } catch (problem) {
    await rm(draft, { force: true }).catch(() => {})
    const full = problem instanceof Error && 'code' in problem && problem.code === 'ENOSPC'
    return { ok: false, refusal: { code: full ? 'DISK_FULL' : 'FILE_NOT_WRITTEN' } }
  }
}

/** Makes the rename itself durable, where the file system can: Windows and some sticks and shares cannot. */
const flushFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // The file's own bytes are flushed already.
  }
}
