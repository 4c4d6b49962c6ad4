import { useCallback, useRef, useState } from 'react'
import { kioskRoom } from './kiosk-room.ts'

/** Whether an answer is on disk: `sealing` on its way, `sealed` kept, `failed` not kept. */
type Fate = 'sealing' | 'sealed' | 'failed'

export interface Sealing {
  fateOf: (question: string) => Fate | undefined
  /** Seals and keeps one answer, after those given before it; false when it could not be kept. `pace`: in tenths of a second. */
  seal: (question: string, value: number | null, pace?: number) => Promise<boolean>
}

/** Keeps answers one after the other as they are given, and knows which are safe. */
export function useSealing(assessmentId: string, answeredBefore: readonly string[]): Sealing {
  const [fates, setFates] = useState<ReadonlyMap<string, Fate>>(
    () => new Map(answeredBefore.map((question) => [question, 'sealed'])),
  )
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const newest = useRef(new Map<string, number>())

  const seal = useCallback(
    (question: string, value: number | null, pace?: number) => {
      const turn = (newest.current.get(question) ?? 0) + 1
      newest.current.set(question, turn)
      // An earlier answer's fate is nobody's concern once a later one is on its way.
      const note = (fate: Fate) => {
        if (newest.current.get(question) === turn) setFates((known) => new Map(known).set(question, fate))
      }
      note('sealing')
      const kept = last.current.then(async () => {
        try {
          const timed = pace === undefined ? {} : { pace }
          return (await kioskRoom.answer({ assessmentId, question, value, ...timed })).ok
        } catch {
          return false
        }
      })
      last.current = kept
      return kept.then((ok) => {
        note(ok ? 'sealed' : 'failed')
        return ok
      })
    },
    [assessmentId],
  )

  return { fateOf: (question) => fates.get(question), seal }
}
