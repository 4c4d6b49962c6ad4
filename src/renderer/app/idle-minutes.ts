import { useEffect, useSyncExternalStore } from 'react'
import { room } from '../room/room.ts'

/** As long as nobody has read what the room has set. */
let minutes = 5
const listeners = new Set<() => void>()

/** What an administrator set just now. */
export function setIdleMinutes(set: number): void {
  minutes = set
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** After how many minutes without a sign of life the window locks, as this room has set it. */
export function useIdleMinutes(): number {
  useEffect(() => {
    room.settings().then(
      ({ idleMinutes }) => setIdleMinutes(idleMinutes),
      () => undefined,
    )
  }, [])
  return useSyncExternalStore(listen, () => minutes)
}
