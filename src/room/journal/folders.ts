import type { DurableFolder } from '../../journal/durable-folder.ts'
import { HOST_HEADER, type HostFolderPath } from '../../journal/host-protocol.ts'
import { RoomError } from '../room-error.ts'
import { HostFolder } from './host-folder.ts'
import { OpfsFolder } from './opfs-folder.ts'

/**
 * The folder of a vault's second copy: with our own loopback server, else in the browser's file system. Which of the two
 * follows from where the pages come from, so that it never changes. Throws RoomError HOST_SHUT.
 */
export const folderOf = (vault: string): Promise<DurableFolder> => openedOnce(`journal/${vault}`)

/** The folder in which clients' answers wait for this vault. Throws RoomError HOST_SHUT. */
export const inboxFolder = (vault: string): Promise<DurableFolder> => openedOnce(`inbox/${vault}`)

/** The folder of this installation's backups. Throws RoomError HOST_SHUT. */
export const backupFolder = (): Promise<DurableFolder> => openedOnce('backup')

/** Which vaults have a second copy here, whether or not there is a database of them. Throws RoomError HOST_SHUT. */
export const knownVaultNames = async (): Promise<string[]> =>
  (await isServed()) ? askHost('/host/vaults') : vaultsInBrowser()

/** Bytes that can still be written here. Throws RoomError HOST_SHUT. */
export const freeSpace = async (): Promise<number> => {
  if (await isServed()) return askHost('/host/space')
  const { quota = 0, usage = 0 } = await navigator.storage.estimate()
  return quota - usage
}

const opened = new Map<string, DurableFolder>()

/** One object for each folder, so that its changes happen one after the other. */
const openedOnce = async (path: HostFolderPath): Promise<DurableFolder> => {
  const served = await isServed()
  const folder =
    opened.get(path) ??
    (served
      ? new HostFolder(path, (asked, request) => fetch(asked, request))
      : new OpfsFolder(...path.split('/')))
  opened.set(path, folder)
  return folder
}

/** Whether the second copy is kept by our own loopback server, outside of the browser. */
export const secondCopyIsServed = (): Promise<boolean> => isServed()

let served: Promise<boolean> | null = null

/** Asked once: where the pages come from does not change while they are open. */
const isServed = (): Promise<boolean> => {
  served ??= askHello().catch((problem) => {
    served = null
    throw problem
  })
  return served
}

const askHello = async (): Promise<boolean> => {
  const answer = await fetch('/host/hello').catch(() => {
    throw new RoomError('HOST_SHUT')
  })
  if (!answer.headers.has(HOST_HEADER)) return false
  if (!answer.ok) throw new RoomError('HOST_SHUT')
  return true
}

const askHost = async <T>(path: string): Promise<T> => {
  const answer = await fetch(path)
  if (!answer.ok) throw new RoomError('HOST_SHUT')
  return answer.json()
}

const vaultsInBrowser = async (): Promise<string[]> => {
  const names: string[] = []
  try {
    const root = await navigator.storage.getDirectory()
    for await (const name of (await root.getDirectoryHandle('journal')).keys()) {
      if ((await (await folderOf(name)).list()).length > 0) names.push(name)
    }
  } catch (problem) {
    if (!(problem instanceof DOMException && problem.name === 'NotFoundError')) throw problem
  }
  return names.sort()
}
