import { releaseProxy, wrap } from 'comlink'
import { onTestFinished, vi } from 'vitest'
import type { RoomApi } from '../../src/room/contract/room-api.ts'
import { openRoom } from '../../src/room/room.ts'
import { kdfFloor } from '../../src/vault/key-derivation.ts'

/** A window onto this installation. */
export interface TestWindow {
  room: RoomApi
  /** As when somebody locks it or the machine goes off: at once, whatever is under way. */
  close(): Promise<void>
}

/** Resolves once nobody is the writer of this vault any more. */
const writerGone = (name: string): Promise<void> =>
  navigator.locks.request(`anxin-writer:${name}`, () => undefined)

/** A window as the program opens it, with a worker of its own. */
export const openWindow = (): TestWindow => {
  const worker = new Worker(new URL('../../src/room/staff.worker.ts', import.meta.url), { type: 'module' })
  const room = wrap<RoomApi>(worker)
  const close = async () => {
    room[releaseProxy]()
    worker.terminate()
    await Promise.all([writerGone('anxin'), writerGone('anxin-demo')])
  }
  onTestFinished(() => worker.terminate())
  return { room, close }
}

/** The same in this very page, where the clock and the storage can be tampered with. */
export const openWindowHere = (): TestWindow => {
  const close = async () => {
    for (const name of ['anxin', 'anxin-demo'])
      await navigator.locks.request(`anxin-writer:${name}`, { steal: true }, () => undefined)
  }
  return { room: openRoom(kdfFloor), close }
}

/** Removes everything that is stored; windows that are still open lose it. */
export const emptyStorage = async (): Promise<void> => {
  // Dexie tells the console that it makes way.
  const console = vi.spyOn(globalThis.console, 'warn').mockImplementation(() => undefined)
  await openWindowHere().close()
  for (const { name } of await indexedDB.databases()) if (name) await remove(name)
  console.mockRestore()
}

export const remove = (database: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(database)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })
