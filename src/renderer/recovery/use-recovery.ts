import { useState } from 'react'
import type { Refusal } from '../../instruments/outcome.ts'
import type { Recovered } from '../../room/contract/recovery.ts'
import { room } from '../room/room.ts'
import { useCommand } from '../room/use-command.ts'

export interface RecoveryInHand {
  begin: () => Promise<void>
  running: boolean
  refusal: Refusal | null
  /** Null until it is done. */
  recovered: Recovered | null
}

/** A recovery, from the button to its result. */
export function useRecovery(): RecoveryInHand {
  const [recovered, setRecovered] = useState<Recovered | null>(null)
  const { run, running, refusal } = useCommand(room.recoverRecords)
  const begin = async () => {
    const outcome = await run()
    if (outcome !== null) setRecovered(outcome.value)
  }
  return { begin, running, refusal, recovered }
}
