import { releaseProxy, wrap } from 'comlink'
import { onTestFinished, vi } from 'vitest'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { openRoom } from '../../src/room/room.ts'
import { kdfFloor } from '../../src/vault/keys/key-derivation.ts'
import { attended } from './attended.ts'

/** A window onto this installation, and somebody in front of it. */
export interface TestWindow {
  room: RoomApi
  /** As when somebody locks it or the machine goes off: at once, whatever is under way. */
  close(): Promise<void>
}

/** A window with a worker of its own. */
interface WorkerWindow extends TestWindow {
  /** Closes without waiting until nobody writes: another window may, at once. */
  end(): void
}

/** Resolves once nobody is the writer of this vault any more. */
const writerGone = (name: string): Promise<void> =>
  navigator.locks.request(`anxin-writer:${name}`, () => undefined)

/** A window as the program opens it, with a worker of its own. */
export const openWindow = (): WorkerWindow => {
  const worker = new Worker('/room.worker.js', { type: 'module' })
  const vault = wrap<RoomApi>(worker)
  const end = () => {
    vault[releaseProxy]()
    worker.terminate()
  }
  const close = async () => {
    end()
    await Promise.all([writerGone('anxin'), writerGone('anxin-demo')])
  }
  onTestFinished(() => worker.terminate())
  return { room: attended(vault), close, end }
}

/** Rooms opened in this page: what they still had to enter must not land in what the next test makes. */
const here = new Set<RoomApi>()

/** The same in this very page, where the clock and the storage can be tampered with. */
export const openWindowHere = (startSolver?: () => Worker): TestWindow => {
  const opened = openRoom(kdfFloor, startSolver)
  here.add(opened)
  const close = async () => {
    for (const name of ['anxin', 'anxin-demo'])
      await navigator.locks.request(`anxin-writer:${name}`, { steal: true }, () => undefined)
  }
  return { room: attended(opened), close }
}

/** Removes everything that is stored; windows that are still open lose it. */
export const emptyStorage = async (): Promise<void> => {
  // Dexie tells the console that it makes way.
  const console = vi.spyOn(globalThis.console, 'warn').mockImplementation(() => undefined)
  for (const room of here) await room.signOut('locked').catch(() => undefined)
  await openWindowHere().close()
  here.clear()
  await removeEverything()
  // A worker that was ended may have had a write under way, which arrives a moment later.
  while (!(await staysEmpty())) await removeEverything()
  console.mockRestore()
}

const removeEverything = async (): Promise<void> => {
  for (const { name } of await indexedDB.databases()) if (name) await remove(name)
  await vi.waitFor(emptyFolders, { timeout: 10_000 })
}

const staysEmpty = async (): Promise<boolean> => {
  await new Promise((resolve) => setTimeout(resolve, 10))
  const databases = await indexedDB.databases()
  for await (const _ of (await navigator.storage.getDirectory()).keys()) return false
  return databases.length === 0
}

/** Fails while what is still being written to the disk is not done. */
const emptyFolders = async (): Promise<void> => {
  const folders = await navigator.storage.getDirectory()
  const names: string[] = []
  for await (const name of folders.keys()) names.push(name)
  for (const name of names) await folders.removeEntry(name, { recursive: true })
}

export const remove = (database: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(database)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })
