import { useSyncExternalStore } from 'react'

let count = 0
const listeners = new Set<() => void>()

/** Something was changed in another window; what is on show is asked for again. */
export function noteChange(): void {
  count += 1
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** How often something was changed in another window so far. */
export const useChanges = (): number => useSyncExternalStore(listen, () => count)
