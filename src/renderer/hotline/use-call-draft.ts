import { useCallback, useEffect, useRef, useState } from 'react'
import type { HotlineCall } from '../../casework/hotline/hotline-call.ts'
import { isSame } from '../../casework/records/is-same.ts'
import type { Stored } from '../../casework/records/record.ts'
import { type Outcome, type Refusal, refused } from '../../instruments/outcome.ts'
import type { CallEntry } from '../../room/contract/hotline.ts'
import { beforeLock } from '../app/before-lock.ts'
import { answered, refusalOf } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { saveInTurn } from '../ui/save-in-turn.ts'
import { type CallDraft, draftOf, entryOf, type Unfinished, unfinishedOf } from './call-draft.ts'
import { mergedCall } from './call-merge.ts'
import { keepHalfFilled } from './half-filled.ts'

const waitMs = 400
/** How long after a save that did not reach the disk the next one is tried: nobody on the line should have to think of it. */
const againMs = 3_000
/** How often a save is put together anew with what others saved meanwhile. */
const mostRounds = 5

/** What is stored beside what was typed, where both changed the same field, or the call was ended elsewhere. */
export interface CallClash {
  stored: Stored<HotlineCall>
  theirs: CallEntry
  mine: CallEntry
}

/** A running call in its form, kept saved while it is filled in, together with whoever else writes it. */
export interface CallWriting {
  draft: CallDraft
  change: (patch: Partial<CallDraft>) => void
  /** Tries once more what was not saved; true once the record is. */
  again: () => Promise<boolean>
  /** Ends the call after every save before it; true once it is. */
  end: () => Promise<boolean>
  /** When all that is entered was kept; null before, and while something entered is not kept yet. */
  savedAt: Date | null
  /** Why the last save or the ending was not done. */
  refusal: Refusal | null
  /** When what others wrote was last put together with what is written here. */
  joinedAt: Date | null
  clash: CallClash | null
  /** Goes on with this, on top of what is stored; null: with what is stored. */
  settle: (chosen: CallEntry | null) => void
}

type Saved = Outcome<Stored<HotlineCall>>

export function useCallDraft(call: Stored<HotlineCall>, unfinished: Unfinished): CallWriting {
  const { id } = call
  const [draft, setDraft] = useState(() => draftOf(call.value, unfinished))
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [joinedAt, setJoinedAt] = useState<Date | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [clash, setClash] = useState<CallClash | null>(null)
  const latest = useRef(draft)
  const known = useRef({ revision: call.revision, base: entryOf(draftOf(call.value)) })
  const busy = useRef(false)

  const show = useCallback((next: CallDraft) => {
    latest.current = next
    setDraft(next)
  }, [])

  /** Puts what is stored together with what is written here; false where somebody has to choose. */
  const takeIn = useCallback(
    (stored: Stored<HotlineCall>): boolean => {
      const theirs = entryOf(draftOf(stored.value))
      const mine = entryOf(latest.current)
      const { entry, clashes } = mergedCall(known.current.base, mine, theirs)
      const changed = !isSame(theirs, known.current.base)
      known.current = { revision: stored.revision, base: theirs }
      const ended = stored.value.endedAt !== null
      if (clashes.length > 0 || (ended && !isSame(entry, theirs))) {
        setClash({ stored, theirs, mine: entry })
        return false
      }
      if (changed) {
        show(draftOf({ ...stored.value, ...entry }, unfinishedOf(latest.current) ?? {}))
        setJoinedAt(new Date())
      }
      return true
    },
    [show],
  )

  const tried = useCallback(
    async (save: (revision: number, entry: CallEntry) => Promise<Saved>): Promise<boolean> => {
      busy.current = true
      try {
        for (let round = 0; round < mostRounds; round += 1) {
          const entry = entryOf(latest.current)
          const outcome = await save(known.current.revision, entry).catch((problem: unknown) => {
            const { code, ...more } = refusalOf(problem)
            return refused(code, more)
          })
          if (outcome.ok) {
            known.current = { revision: outcome.value.revision, base: entry }
            setRefusal(null)
            return true
          }
          const moved = outcome.refusal.code === 'CONFLICT' || outcome.refusal.code === 'CALL_ENDED'
          const stored = moved ? await answered(room.openCall(id)).catch(() => null) : null
          if (stored === null) {
            setRefusal(outcome.refusal)
            return false
          }
          if (!takeIn(stored.call)) return false
          if (stored.call.value.endedAt !== null) return true
        }
        setRefusal({ code: 'CONFLICT' })
        return false
      } finally {
        busy.current = false
      }
    },
    [id, takeIn],
  )

  const noteSaved = () => {
    if (isSame(entryOf(latest.current), known.current.base) && half.isKept()) setSavedAt(new Date())
  }
  const [half] = useState(() => keepHalfFilled(id, draft, noteSaved))
  const [saving] = useState(() =>
    saveInTurn(async () => {
      if (isSame(entryOf(latest.current), known.current.base)) {
        noteSaved()
        return true
      }
      const saved = await tried((revision, entry) => room.saveCall({ id, revision, entry }))
      noteSaved()
      return saved
    }, waitMs),
  )

  useEffect(() => {
    const flush = () => Promise.all([saving.flush(), half.flush()])
    const off = beforeLock(flush)
    return () => {
      off()
      void flush()
    }
  }, [saving, half])

  const notSaved = refusal?.code === 'NOT_SAVED'
  useEffect(() => {
    if (!notSaved) return
    const timer = setInterval(saving.flush, againMs)
    return () => clearInterval(timer)
  }, [notSaved, saving])

  // What others saved or did meanwhile; while a save is under way, it finds out by itself.
  useEffect(() => {
    if (busy.current || call.revision <= known.current.revision) return
    if (takeIn(call) && !isSame(entryOf(latest.current), known.current.base)) saving.change(null)
  }, [call, takeIn, saving])

  const change = useCallback(
    (patch: Partial<CallDraft>) => {
      const next = { ...latest.current, ...patch }
      show(next)
      setSavedAt(null)
      saving.change(null)
      half.change(next)
    },
    [show, saving, half],
  )

  const end = useCallback(async () => {
    if (!(await saving.flush())) return false
    const ended = await tried((revision, entry) => room.endCall({ id, revision, entry }))
    if (ended) await half.forget()
    return ended
  }, [id, saving, half, tried])

  const settle = useCallback(
    (chosen: CallEntry | null) => {
      if (clash === null) return
      const entry = chosen ?? clash.theirs
      show(draftOf({ ...clash.stored.value, ...entry }, unfinishedOf(latest.current) ?? {}))
      setClash(null)
      setRefusal(null)
      saving.drop()
      if (chosen !== null) saving.change(null)
    },
    [clash, show, saving],
  )

  return { draft, change, again: saving.flush, end, savedAt, refusal, joinedAt, clash, settle }
}
