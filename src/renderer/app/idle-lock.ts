import { useEffect, useState } from 'react'
import { endRoom } from '../room/room.ts'
import { keepWhatIsWritten } from './before-lock.ts'
import { lockPolicy } from './lock-policy.ts'
import { signsOfLife } from './signs-of-life.ts'

const signs = [...signsOfLife, 'wheel'] as const
const clocks = { running: () => performance.now(), wall: () => Date.now() }

let holds = 0

/** Keeps the idle lock open, as during a hotline call; call what it gives to let go again. */
export function holdIdleLock(): () => void {
  let held = true
  holds += 1
  return () => {
    if (!held) return
    held = false
    holds -= 1
  }
}

/**
 * Locks after so many minutes without a sign of life, unless held, and whenever the machine slept or the browser lays the
 * page to rest; true in the last half minute before. What is being written is kept as soon as nobody sees the page.
 */
export function useIdleLock(lock: () => void, minutes: number): boolean {
  const [soon, setSoon] = useState(false)

  useEffect(() => {
    const policy = lockPolicy({
      clocks,
      limitMs: minutes * 60_000,
      held: () => holds > 0,
      lock,
      soon: setSoon,
    })
    const shown = () => {
      if (document.visibilityState === 'visible') return policy.alive()
      void keepWhatIsWritten()
      policy.hidden()
    }
    const rest = () => {
      // Nothing runs in a page at rest, and its memory stays: the keys go first.
      endRoom()
      policy.happened('rest')
    }
    const restored = ({ persisted }: PageTransitionEvent) => persisted && rest()
    for (const sign of signs) window.addEventListener(sign, policy.alive, { passive: true })
    document.addEventListener('visibilitychange', shown)
    document.addEventListener('freeze', rest)
    window.addEventListener('pageshow', restored)
    return () => {
      policy.stop()
      for (const sign of signs) window.removeEventListener(sign, policy.alive)
      document.removeEventListener('visibilitychange', shown)
      document.removeEventListener('freeze', rest)
      window.removeEventListener('pageshow', restored)
    }
  }, [lock, minutes])

  return soon
}
