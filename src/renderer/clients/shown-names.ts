import { useSyncExternalStore } from 'react'
import { done, type Outcome } from '../../instruments/outcome.ts'
import { room } from '../room/room.ts'

/** The names somebody asked to see, by client; gone when it is locked, for then the window is loaded anew. */
let shown: ReadonlyMap<string, string> = new Map()
const listeners = new Set<() => void>()

const change = (next: ReadonlyMap<string, string>): void => {
  shown = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** What a client is called, if that was asked for; null while only the file number stands for them. */
export const useShownName = (clientId: string): string | null =>
  useSyncExternalStore(subscribe, () => shown.get(clientId) ?? null)

/** Has the name shown wherever this client stands. */
export async function showName(clientId: string): Promise<Outcome<null>> {
  const named = await room.showName(clientId)
  if (!named.ok) return named
  change(new Map([...shown, [clientId, named.value.name]]))
  return done(null)
}

/** Puts the file number in its place again. */
export const hideName = (clientId: string): void =>
  change(new Map([...shown].filter(([id]) => id !== clientId)))
