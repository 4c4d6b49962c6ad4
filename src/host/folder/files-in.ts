import { lstat, opendir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileOutcome, OfferedFile, OfferedFiles } from '../../bridge/desktop-api.ts'
import { readChosenFile } from '../chosen-file.ts'

/** What is read in one go: it is all in memory until the window has it. */
const most = { files: 10_000, bytes: 128_000_000 }

/** What a folder holds that may be of ours. */
export interface FolderListing {
  /** In the order of their names. */
  paths: string[]
  /** Files with another extension. */
  others: number
  /** Files with ours that are not among the paths. */
  left: number
}

/**
 * The files of a folder with one of these extensions. Read name by name, for there may be millions; what is no plain file is passed
 * over: no link is followed and no folder in it entered. Throws what the system throws.
 */
export async function listFolder(
  folder: string,
  extensions: readonly string[],
  mostFiles = most.files,
): Promise<FolderListing> {
  const listing: FolderListing = { paths: [], others: 0, left: 0 }
  for await (const entry of await opendir(folder)) {
    if (!entry.isFile()) continue
    if (!extensions.some((end) => entry.name.toLowerCase().endsWith(`.${end}`))) listing.others += 1
    else if (listing.paths.length < mostFiles) listing.paths.push(join(folder, entry.name))
    else listing.left += 1
  }
  listing.paths.sort()
  return listing
}

/** Reads these, each for itself, at most `maxBytes` of each and so many bytes together. */
export async function offered(
  paths: readonly string[],
  maxBytes: number,
  mostBytes = most.bytes,
): Promise<OfferedFiles> {
  const files: OfferedFile[] = []
  let bytes = 0
  for (const path of paths.slice(0, most.files)) {
    if (bytes >= mostBytes) break
    const file = await offeredFile(path, maxBytes)
    if (file.content instanceof Uint8Array) bytes += file.content.length
    files.push(file)
  }
  return { files, others: 0, left: paths.length - files.length }
}

/** All files of a folder, ready to be brought. */
export async function filesIn(
  folder: string,
  extensions: readonly string[],
  maxBytes: number,
): Promise<FileOutcome<OfferedFiles>> {
  try {
    const { paths, others, left } = await listFolder(folder, extensions)
    const given = await offered(paths, maxBytes)
    return { ok: true, value: { files: given.files, others, left: given.left + left } }
  } catch {
    return { ok: false, refusal: { code: 'FILE_NOT_READ' } }
  }
}

const offeredFile = async (path: string, maxBytes: number): Promise<OfferedFile> => {
  const name = basename(path)
  // A link put there since the folder was listed would lead elsewhere.
  const isPlain = await lstat(path).then(
    (found) => found.isFile(),
    () => false,
  )
  const read = isPlain ? await readChosenFile(path, maxBytes) : null
  if (read?.ok && read.value) return { name, content: read.value.bytes }
  const isLarge = read?.ok === false && read.refusal.code === 'FILE_TOO_LARGE'
  return { name, content: isLarge ? 'FILE_TOO_LARGE' : 'FILE_NOT_READ' }
}
