import { useEffect, useState } from 'react'
import { signsOfLife } from '../app/signs-of-life.ts'

/** Nobody should find what somebody else answered and left. */
const aloneAfter = 120_000
const warnedBefore = 30_000

/** Calls `leave` when nothing has been touched for two minutes; true during the last half minute before. */
export function useLeftAlone(leave: () => void): boolean {
  const [soon, setSoon] = useState(false)
  useEffect(() => {
    let timers: ReturnType<typeof setTimeout>[] = []
    const stop = () => {
      for (const timer of timers) clearTimeout(timer)
    }
    const start = () => {
      stop()
      setSoon(false)
      timers = [setTimeout(() => setSoon(true), aloneAfter - warnedBefore), setTimeout(leave, aloneAfter)]
    }
    start()
    for (const sign of signsOfLife) window.addEventListener(sign, start)
    return () => {
      stop()
      for (const sign of signsOfLife) window.removeEventListener(sign, start)
    }
  }, [leave])
  return soon
}
