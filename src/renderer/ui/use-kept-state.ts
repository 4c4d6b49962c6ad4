import { useState } from 'react'
import { useLocation } from 'react-router'

/** What pages held when they were left, by entry of the history. */
const kept = new Map<string, unknown>()

/**
 * The one state of a page that is there again for whoever comes back to it. It is in this window's memory alone, since a search
 * may be a name; locking loads the window anew.
 */
export function useKeptState<T>(initial: T): [T, (next: T) => void] {
  const { key } = useLocation()
  const [state, setState] = useState(() => (kept.has(key) ? (kept.get(key) as T) : initial))
  const keep = (next: T): void => {
    kept.set(key, next)
    setState(next)
  }
  return [state, keep]
}
