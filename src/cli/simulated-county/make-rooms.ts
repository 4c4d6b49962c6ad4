import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { LaidOutRoom } from '../../simulation/lay-out-county.ts'
import type { MadeRoom, RoomsToMake } from './rooms-worker.ts'

const fewestInThread = 12

/** Makes rooms with all their files in several threads; `take` gets each when it is done, in no order. Rejects as the first of them fails. */
export async function makeRooms(
  rooms: readonly LaidOutRoom[],
  what: Omit<RoomsToMake, 'rooms'>,
  take: (made: MadeRoom) => void,
): Promise<void> {
  const placed = rooms.map((room, place) => ({ room, place }))
  const threads = Math.min(availableParallelism(), Math.ceil(rooms.length / fewestInThread))
  const size = Math.ceil(rooms.length / threads)
  await Promise.all(
    Array.from({ length: threads }, (_, thread) =>
      inThread({ ...what, rooms: placed.slice(thread * size, (thread + 1) * size) }, take),
    ),
  )
}

const inThread = (workerData: RoomsToMake, take: (made: MadeRoom) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('rooms-worker.ts', import.meta.url), { workerData })
    worker.on('message', take)
    worker.on('error', reject)
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`thread ended with ${code}`))))
  })
