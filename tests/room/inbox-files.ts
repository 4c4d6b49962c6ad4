import type { Bytes } from '../../src/journal/durable-folder.ts'
import { inboxFolder } from '../../src/room/journal/folders.ts'

/** The files in which clients' answers wait for a vault, as anybody with the disk reads them. */
export const inboxFiles = async (vault = 'anxin'): Promise<Map<string, Bytes>> => {
  const folder = await inboxFolder(vault)
  const files = (await folder.list()).map(
    async ({ name, size }): Promise<[string, Bytes]> => [name, await folder.read(name, 0, size)],
  )
  return new Map(await Promise.all(files))
}

/** Puts a file there as somebody does who has the disk. */
export const putInboxFile = async (name: string, bytes: Bytes, vault = 'anxin'): Promise<void> =>
  (await inboxFolder(vault)).overwrite(name, bytes)
