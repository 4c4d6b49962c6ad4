import { useCallback, useEffect, useRef, useState } from 'react'
import type { HotlineCall } from '../../casework/hotline-call.ts'
import type { Stored } from '../../casework/record.ts'
import { type Outcome, type Refusal, refused } from '../../instruments/outcome.ts'
import type { CallEntry } from '../../room/contract/hotline.ts'
import { beforeLock } from '../app/before-lock.ts'
import { refusalOf } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { saveInTurn } from './save-in-turn.ts'

const waitMs = 400

/** Keeps a running call saved while it is filled in, and ends it. */
export interface CallSaving {
  change: (entry: CallEntry) => void
  /** Tries once more what was not saved. */
  again: () => void
  /** Ends the call after every save before it; gives the ended call, or null when it was refused. */
  end: (entry: CallEntry) => Promise<Stored<HotlineCall> | null>
  /** When all that is entered was kept; null before, and while something entered is not kept yet. */
  savedAt: Date | null
  /** Why the last save or the ending was not done. */
  refusal: Refusal | null
}

export function useCallSaving(call: Stored<HotlineCall>): CallSaving {
  const { id } = call
  const revision = useRef(call.revision)
  const newer = useRef(false)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const settle = useCallback(async (saving: Promise<Outcome<Stored<HotlineCall>>>) => {
    const outcome = await saving.catch((problem: unknown) => {
      const { code, ...more } = refusalOf(problem)
      return refused(code, more)
    })
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (!outcome.ok) return null
    revision.current = outcome.value.revision
    if (!newer.current) setSavedAt(new Date())
    return outcome.value
  }, [])

  const [saving] = useState(() =>
    saveInTurn(async (entry: CallEntry) => {
      newer.current = false
      return (await settle(room.saveCall({ id, revision: revision.current, entry }))) !== null
    }, waitMs),
  )
  useEffect(() => {
    const off = beforeLock(saving.flush)
    return () => {
      off()
      void saving.flush()
    }
  }, [saving])

  const change = useCallback(
    (entry: CallEntry) => {
      newer.current = true
      setSavedAt(null)
      saving.change(entry)
    },
    [saving],
  )

  const end = useCallback(
    async (entry: CallEntry) => {
      await saving.flush()
      return settle(room.endCall({ id, revision: revision.current, entry }))
    },
    [id, saving, settle],
  )

  return { change, again: () => void saving.flush(), end, savedAt, refusal }
}
