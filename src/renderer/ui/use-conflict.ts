import { useEffect, useState } from 'react'
import type { Stored } from '../../casework/records/record.ts'
import type { Refusal } from '../../instruments/outcome.ts'

/** Codes with which a save is refused because the record is no longer the one that was opened. */
const conflicts: ReadonlySet<string> = new Set(['CONFLICT', 'RECORD_CLOSED', 'CALL_ENDED', 'NOTE_SIGNED'])

const isConflict = (refusal: Refusal | null): boolean => refusal !== null && conflicts.has(refusal.code)

/** What is stored now, once a save was refused because somebody else changed the record; null otherwise. */
export interface Conflict<T> {
  stored: Stored<T> | null
  /** Call it when the conflict is settled. */
  settled: () => void
}

/** `load` gives the record as it stands now; null when it is gone. */
export function useConflict<T>(refusal: Refusal | null, load: () => Promise<Stored<T> | null>): Conflict<T> {
  const [stored, setStored] = useState<Stored<T> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal asks once what is stored
  useEffect(() => {
    if (!isConflict(refusal)) return
    let current = true
    load().then(
      (found) => current && setStored(found),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [refusal])
  return { stored, settled: () => setStored(null) }
}
