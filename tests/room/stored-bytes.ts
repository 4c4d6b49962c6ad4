import { Dexie } from 'dexie'
import { toHex, utf8 } from '../../src/vault/primitives/bytes.ts'

const digest = async (bytes: BufferSource): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))

const writtenOut = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? toHex(new Uint8Array(part)) : part))

/**
 * Everything that lies on this page's disk, rows of databases and files, as a SHA-256 for each table and file. `except` names
 * tables, with their database.
 */
export const storedBytes = async (except: readonly string[] = []): Promise<Record<string, string>> => {
  const stored: Record<string, string> = {}
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await new Dexie(name).open()
    for (const table of database.tables) {
      const place = `${name}/${table.name}`
      if (!except.includes(place)) stored[place] = await digest(utf8(writtenOut(await table.toArray())))
    }
    database.close()
  }
  const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
    for await (const entry of folder.values())
      if (entry instanceof FileSystemDirectoryHandle) await walk(entry, `${path}/${entry.name}`)
      else if (entry instanceof FileSystemFileHandle)
        stored[`${path}/${entry.name}`] = await digest(await (await entry.getFile()).arrayBuffer())
  }
  await walk(await navigator.storage.getDirectory(), '')
  return stored
}
