import { useRef, useState } from 'react'
import type { Refusal } from '../../instruments/outcome.ts'
import type { ReplayOnShow, ReplayProgress, RulesDraft } from '../../room/contract/tier-rules.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'

/** Rules being tried on the caseload, a few hundred clients at a time. */
export interface ReplayRun {
  /** Null before it was begun, and after it was stopped. */
  progress: ReplayProgress | null
  running: boolean
  refusal: Refusal | null
  start: () => Promise<ReplayOnShow | null>
  stop: () => void
}

export function useReplay(draft: RulesDraft): ReplayRun {
  const [progress, setProgress] = useState<ReplayProgress | null>(null)
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  const step = useCommand((begin: boolean) => room.replayTierRules(draft, begin))
  const start = async () => {
    stopped.current = false
    setRunning(true)
    setProgress(null)
    let seen = await step.run(true)
    while (seen !== null && seen.value.replay === null && !stopped.current) {
      setProgress(seen.value)
      seen = await step.run(false)
    }
    const replay = seen?.value.replay ?? null
    setProgress(replay === null ? null : (seen?.value ?? null))
    setRunning(false)
    return replay
  }
  return {
    progress,
    running,
    refusal: step.refusal,
    start,
    stop: () => {
      stopped.current = true
    },
  }
}
