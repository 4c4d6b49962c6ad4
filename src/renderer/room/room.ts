import { wrap } from 'comlink'
import type { RoomApi } from '../../room/contract/room-api.ts'

const worker = new Worker(new URL('../../room/staff.worker.ts', import.meta.url), {
  type: 'module',
  name: 'vault',
})

export type RoomClient = RoomApi

/** The vault worker: the only source of data in this window. */
export const room: RoomClient = wrap<RoomApi>(worker)

/** Ends the worker at once, with every key in it. Nothing asked of the room after that is answered. */
export const endRoom = (): void => worker.terminate()

/** Rejects when the worker itself breaks, which would leave every question to it unanswered. */
export const roomBroken = new Promise<never>((_, reject) => {
  worker.addEventListener('error', () => reject(new Error('WORKER_BROKEN')))
})
roomBroken.catch(() => undefined)
