import { Dexie } from 'dexie'
import { toHex, utf8 } from '../../src/vault/primitives/bytes.ts'

const digest = async (bytes: BufferSource): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))

const writtenOut = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (part instanceof Uint8Array ? toHex(new Uint8Array(part)) : part))

/** Tables that grow with every look: the trail, and how far it has come. */
const trail = ['auditEntries', 'auditHeads', 'owed', 'head']

/** The records of this installation, as a SHA-256 for each table; without the trail, and without the tables named. */
export const storedRecords = async (except: readonly string[] = []): Promise<Record<string, string>> => {
  const left = [...trail, ...except].map((table) => `anxin/${table}`)
  return Object.fromEntries(await storedTables('anxin', left))
}

const storedTables = async (name: string, except: readonly string[]): Promise<[string, string][]> => {
  const database = await new Dexie(name).open()
  const stored: [string, string][] = []
  for (const table of database.tables) {
    const place = `${name}/${table.name}`
    if (!except.includes(place)) stored.push([place, await digest(utf8(writtenOut(await table.toArray())))])
  }
  database.close()
  return stored
}

/**
 * Everything that lies on this page's disk, rows of databases and files, as a SHA-256 for each table and file. `except` names
 * tables, with their database.
 */
export const storedBytes = async (except: readonly string[] = []): Promise<Record<string, string>> => {
  const stored: Record<string, string> = {}
  for (const { name = '' } of await indexedDB.databases())
    for (const [place, hash] of await storedTables(name, except)) stored[place] = hash
  const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
    for await (const entry of folder.values())
      if (entry instanceof FileSystemDirectoryHandle) await walk(entry, `${path}/${entry.name}`)
      else if (entry instanceof FileSystemFileHandle)
        stored[`${path}/${entry.name}`] = await digest(await (await entry.getFile()).arrayBuffer())
  }
  await walk(await navigator.storage.getDirectory(), '')
  return stored
}
