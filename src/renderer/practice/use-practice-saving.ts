import { useEffect, useState } from 'react'
import type { Refusal } from '../../instruments/outcome.ts'
import { beforeLock } from '../app/before-lock.ts'
import { type CallDraft, entryOf } from '../hotline/call-draft.ts'
import { refusalOf } from '../room/answered.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'
import { saveInTurn } from '../ui/save-in-turn.ts'

const waitMs = 400

/** Keeps a practice call saved while it is filled in, and ends it. */
export interface PracticeSaving {
  change: (draft: CallDraft) => void
  flush: () => Promise<boolean>
  /** True once it has ended. */
  end: (draft: CallDraft) => Promise<boolean>
  ending: boolean
  savedAt: Date | null
  /** Why the last save or the ending was not done. */
  refusal: Refusal | null
}

export function usePracticeSaving(id: string): PracticeSaving {
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const ending = useCommand((draft: CallDraft) => room.endPractice({ id, entry: entryOf(draft) }))
  const [saving] = useState(() =>
    saveInTurn(async (draft: CallDraft) => {
      const saved = await room
        .savePractice({ id, entry: entryOf(draft) })
        .catch((problem: unknown) => ({ ok: false as const, refusal: refusalOf(problem) }))
      setRefusal(saved.ok ? null : saved.refusal)
      if (saved.ok) setSavedAt(new Date())
      return saved.ok
    }, waitMs),
  )
  useEffect(() => {
    const off = beforeLock(saving.flush)
    return () => {
      off()
      void saving.flush()
    }
  }, [saving])

  return {
    change: saving.change,
    flush: saving.flush,
    async end(draft) {
      await saving.flush()
      return (await ending.run(draft)) !== null
    },
    ending: ending.running,
    savedAt,
    refusal: ending.refusal ?? refusal,
  }
}
