import { useCallback, useEffect, useRef, useState } from 'react'
import { partsOfNote } from '../../casework/notes/note-standing.ts'
import type { SessionNote } from '../../casework/notes/session-note.ts'
import type { Stored } from '../../casework/records/record.ts'
import type { Outcome, Refusal } from '../../instruments/outcome.ts'
import type { NoteEntry } from '../../room/contract/notes.ts'
import { beforeLock } from '../app/before-lock.ts'
import { refusalOf } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { saveInTurn } from '../ui/save-in-turn.ts'

const waitMs = 1_000
/** How long after a save that did not reach the disk the next one is tried. */
const againMs = 3_000

/** Keeps a note saved while it is written, and signs it. */
export interface NoteSaving {
  change: (entry: NoteEntry) => void
  /** Tries once more what was not saved; true once all is. */
  again: () => Promise<boolean>
  /** Goes on from a note that was changed elsewhere: `entry` is saved on top of it, or with null nothing of what is not saved yet. */
  goOnFrom: (revision: number, entry: NoteEntry | null) => void
  /** Signs after every save before it; gives the signed note, or null when it was refused. */
  sign: (entry: NoteEntry) => Promise<Stored<SessionNote> | null>
  /** When all that is written was kept; null before, and while something is not kept yet. */
  savedAt: Date | null
  refusal: Refusal | null
  /** Of the record; null until something was written. */
  id: string | null
}

const isBlank = ({ content }: NoteEntry): boolean =>
  partsOfNote(content).every(({ text }) => text.trim() === '')

/** `stored`: the draft to go on with; null for a new note, which is on record as soon as anything is written in it. */
export function useNoteSaving(
  about: Pick<SessionNote, 'clientId' | 'appointment'>,
  stored: Stored<SessionNote> | null,
): NoteSaving {
  const { clientId, appointment } = about
  const [id, setId] = useState(stored?.id ?? null)
  const kept = useRef(stored === null ? null : { id: stored.id, revision: stored.revision })
  const newer = useRef(false)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const settle = useCallback(async (saving: Promise<Outcome<Stored<SessionNote>>>) => {
    const outcome = await saving.catch((problem: unknown) => ({
      ok: false as const,
      refusal: refusalOf(problem),
    }))
    setRefusal(outcome.ok ? null : outcome.refusal)
    if (!outcome.ok) return null
    kept.current = { id: outcome.value.id, revision: outcome.value.revision }
    setId(outcome.value.id)
    if (!newer.current) setSavedAt(new Date())
    return outcome.value
  }, [])

  const [saving] = useState(() =>
    saveInTurn(async (entry: NoteEntry) => {
      newer.current = false
      const command =
        kept.current === null
          ? room.beginNote({ clientId, appointment, entry })
          : room.rewriteNote({ ...kept.current, entry })
      return (await settle(command)) !== null
    }, waitMs),
  )
  useEffect(() => {
    const off = beforeLock(saving.flush)
    return () => {
      off()
      void saving.flush()
    }
  }, [saving])

  const notSaved = refusal?.code === 'NOT_SAVED'
  useEffect(() => {
    if (!notSaved) return
    const timer = setInterval(saving.flush, againMs)
    return () => clearInterval(timer)
  }, [notSaved, saving])

  const change = useCallback(
    (entry: NoteEntry) => {
      if (kept.current === null && isBlank(entry)) return saving.drop()
      newer.current = true
      setSavedAt(null)
      saving.change(entry)
    },
    [saving],
  )

  const sign = useCallback(
    async (entry: NoteEntry) => {
      if (isBlank(entry)) {
        setRefusal({ code: 'NOTE_EMPTY' })
        return null
      }
      if (kept.current === null) change(entry)
      await saving.flush()
      return kept.current === null ? null : settle(room.signNote({ ...kept.current, entry }))
    },
    [change, saving, settle],
  )

  const goOnFrom = useCallback(
    (revision: number, entry: NoteEntry | null) => {
      if (kept.current !== null) kept.current.revision = revision
      setRefusal(null)
      saving.drop()
      if (entry !== null) change(entry)
    },
    [saving, change],
  )

  return { change, again: saving.flush, goOnFrom, sign, savedAt, refusal, id }
}
