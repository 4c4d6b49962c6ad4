import { useCallback, useRef, useState } from 'react'
import type { Outcome, Refusal } from '../../instruments/outcome.ts'
import { useConfirmMe } from '../ui/confirm-me.tsx'
import { refusalOf } from './answered.ts'

/** One thing a person can have done: whether it runs, why it was not done, and when it last was. */
export interface Command<Args extends unknown[], T> {
  /** Runs it unless it is running; gives null when it was refused or broke, and `refusal` says why. */
  run: (...args: Args) => Promise<{ value: T } | null>
  running: boolean
  refusal: Refusal | null
  doneAt: Date | null
}

/**
 * Wraps a command of the room for a button or a form. One that needs the passphrase again asks for it and is then run again;
 * no screen has to know.
 */
export function useCommand<Args extends unknown[], T>(
  command: (...args: Args) => Promise<Outcome<T>>,
): Command<Args, T> {
  const confirmMe = useConfirmMe()
  const [running, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [doneAt, setDoneAt] = useState<Date | null>(null)
  const latest = useRef(command)
  latest.current = command
  const busy = useRef(false)

  const run = useCallback(
    async (...args: Args) => {
      if (busy.current) return null
      busy.current = true
      setRunning(true)
      setRefusal(null)
      try {
        let outcome = await latest.current(...args)
        while (
          !outcome.ok &&
          outcome.refusal.code === 'PASSPHRASE_NEEDED' &&
          (await confirmMe(outcome.refusal))
        )
          outcome = await latest.current(...args)
        if (!outcome.ok) {
          setRefusal(outcome.refusal)
          return null
        }
        setDoneAt(new Date())
        return { value: outcome.value }
      } catch (problem) {
        setRefusal(refusalOf(problem))
        return null
      } finally {
        busy.current = false
        setRunning(false)
      }
    },
    [confirmMe],
  )

  return { run, running, refusal, doneAt }
}
