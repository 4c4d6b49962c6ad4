import { useRef } from 'react'

/** What was there last, so that a list does not vanish between two letters. */
export function useLast<T>(data: T | null): T | null {
  const last = useRef(data)
  if (data !== null) last.current = data
  return last.current
}
