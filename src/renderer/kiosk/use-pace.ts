import { useCallback, useLayoutEffect, useRef } from 'react'

/** The most that is kept: an hour. */
const limit = 36_000

/** How long each question has been on the screen so far, in tenths of a second; rests do not count. `shown`: null while resting. */
export function usePace(shown: string | null): (question: string) => number {
  const earlier = useRef(new Map<string, number>())
  const since = useRef(0)

  useLayoutEffect(() => {
    if (shown === null) return
    const times = earlier.current
    since.current = performance.now()
    return () => void times.set(shown, (times.get(shown) ?? 0) + performance.now() - since.current)
  }, [shown])

  return useCallback(
    (question) => {
      const now = question === shown ? performance.now() - since.current : 0
      return Math.min(limit, Math.round(((earlier.current.get(question) ?? 0) + now) / 100))
    },
    [shown],
  )
}
