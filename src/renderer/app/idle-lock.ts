import { useEffect, useState } from 'react'

const limit = 5 * 60_000
const notice = 30_000
const signsOfLife = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

let holds = 0
let lastSign = 0

/** Keeps the idle lock open, as during a hotline call; call what it gives to let go again. */
export function holdIdleLock(): () => void {
  let held = true
  holds += 1
  return () => {
    if (!held) return
    held = false
    holds -= 1
    lastSign = Date.now()
  }
}

/**
 * Locks after five minutes without a sign of life, unless held; true in the last half minute before.
 * Compares clock times, so that a machine that slept locks when it wakes.
 */
export function useIdleLock(lock: () => void): boolean {
  const [soon, setSoon] = useState(false)

  useEffect(() => {
    const alive = () => {
      lastSign = Date.now()
      setSoon(false)
    }
    const look = () => {
      const idle = Date.now() - lastSign
      if (holds === 0 && idle >= limit) lock()
      setSoon(holds === 0 && idle >= limit - notice)
    }
    alive()
    const timer = setInterval(look, 5_000)
    for (const sign of signsOfLife) window.addEventListener(sign, alive, { passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of signsOfLife) window.removeEventListener(sign, alive)
    }
  }, [lock])

  return soon
}
