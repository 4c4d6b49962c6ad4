import { type DependencyList, useCallback, useEffect, useState } from 'react'
import type { Refusal } from '../../instruments/outcome.ts'
import { refusalOf } from './answered.ts'
import { useChanges } from './changes.ts'

/** An answer from the room. Both `data` and `failed` are null while it is awaited. */
export interface Query<T> {
  data: T | null
  failed: Refusal | null
  /** Asks once more; the answer at hand stays on show until the new one is there. */
  again: () => void
}

interface Answer<T> {
  asked: () => Promise<T>
  data: T | null
  failed: Refusal | null
}

/**
 * Asks when the page opens, whenever `deps` change, and again when another window changed something; an answer to earlier
 * `deps` is never shown.
 */
export function useQuery<T>(load: () => Promise<T>, deps: DependencyList): Query<T> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the question depends on
  const ask = useCallback(load, deps)
  const [answer, setAnswer] = useState<Answer<T> | null>(null)
  const [round, setRound] = useState(0)
  const changes = useChanges()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round, and a change elsewhere, asks the same question again
  useEffect(() => {
    let current = true
    ask().then(
      (data) => current && setAnswer({ asked: ask, data, failed: null }),
      (problem) => current && setAnswer({ asked: ask, data: null, failed: refusalOf(problem) }),
    )
    return () => {
      current = false
    }
  }, [ask, round, changes])

  const again = useCallback(() => setRound((last) => last + 1), [])
  if (answer?.asked !== ask) return { data: null, failed: null, again }
  return { data: answer.data, failed: answer.failed, again }
}
