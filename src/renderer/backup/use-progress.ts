import { useEffect, useState } from 'react'
import { room } from '../room/room.ts'

const askEvery = 300

/** How much of what runs is done, in percent; null while nothing is said of it. */
export function useProgress(running: boolean): number | null {
  const [percent, setPercent] = useState<number | null>(null)
  useEffect(() => {
    if (!running) return setPercent(null)
    const ask = () =>
      void room.backupProgress().then(
        (part) => setPercent(part === null ? null : Math.round(part * 100)),
        () => undefined,
      )
    ask()
    const asking = setInterval(ask, askEvery)
    return () => clearInterval(asking)
  }, [running])
  return percent
}
