import { useCallback, useEffect, useRef, useState } from 'react'
import { room } from '../room/room.ts'

/** Whole seconds somebody has still to wait before the next attempt; asked for whoever is picked, and counted down. */
export const usePassphraseWait = (staffId: string | undefined) => {
  const [until, setUntil] = useState(0)
  const [now, setNow] = useState(0)
  const asked = useRef(staffId)
  asked.current = staffId

  const ask = useCallback(async () => {
    const wait = staffId === undefined ? 0 : await room.passphraseWait(staffId).catch(() => 0)
    if (asked.current !== staffId) return
    // One and the same moment, or everybody would have to wait an instant.
    const at = performance.now()
    setNow(at)
    setUntil(at + wait)
  }, [staffId])

  useEffect(() => {
    setUntil(0)
    void ask()
  }, [ask])

  const waiting = until > now
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => setNow(performance.now()), 250)
    return () => clearInterval(timer)
  }, [waiting])

  return { seconds: waiting ? Math.ceil((until - now) / 1000) : 0, ask }
}
