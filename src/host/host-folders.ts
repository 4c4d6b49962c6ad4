import { readdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { DurableFolder } from '../journal/durable-folder.ts'
import { type HostFolderPath, isHostVault } from '../journal/host-protocol.ts'
import { nodeFolder } from './node-folder.ts'

/** The folders a page's worker is given, below one folder of this user's data. */
export interface HostFolders {
  /** Null for a path that names none. */
  folderOf(path: string): DurableFolder | null
  /** Which vaults have files here. */
  vaultNames(): Promise<string[]>
  /** Bytes that this user can still write. */
  freeSpace(): Promise<number>
}

export const hostFolders = (data: string): HostFolders => {
  // One object for each folder, so that its writes happen one after the other.
  const opened = new Map<HostFolderPath, DurableFolder>()
  const open = (path: HostFolderPath): DurableFolder => {
    const folder = opened.get(path) ?? nodeFolder(join(data, ...path.split('/')), { own: true })
    opened.set(path, folder)
    return folder
  }
  return {
    folderOf: (path) => (isHostFolder(path) ? open(path) : null),
    async vaultNames() {
      const names = (await readdir(data)).includes('journal') ? await readdir(join(data, 'journal')) : []
      const held = await Promise.all(
        names
          .filter(isHostVault)
          .sort()
          .map(async (name) => ({ name, files: await open(`journal/${name}`).list() })),
      )
      return held.filter(({ files }) => files.length > 0).map(({ name }) => name)
    },
    async freeSpace() {
      const { bavail, bsize } = await statfs(data)
      return bavail * bsize
    },
  }
}

const isHostFolder = (path: string): path is HostFolderPath => {
  if (path === 'backup') return true
  const [kind = '', vault = '', ...more] = path.split('/')
  return ['journal', 'inbox'].includes(kind) && isHostVault(vault) && more.length === 0
}
