import { useEffect, useState } from 'react'
import type { WindowStanding } from '../../room/contract/windows.ts'
import { noteChange } from '../room/changes.ts'
import { room } from '../room/room.ts'

/** Where this window stands beside the others, as it changes; null before the first answer. */
export function useWindowStanding(): WindowStanding | null {
  const [standing, setStanding] = useState<WindowStanding | null>(null)

  useEffect(() => {
    // Asked for once the records are worked with; whether it was granted stands on the page of their state.
    void navigator.storage.persist()
    let watching = true
    const watch = async () => {
      let known: WindowStanding | null = null
      while (watching) {
        const next: WindowStanding = await room.windowStanding(known?.tick ?? -1)
        if (!watching) return
        if (known !== null && next.changes !== known.changes) noteChange()
        known = next
        setStanding(next)
      }
    }
    void watch()
    return () => {
      watching = false
    }
  }, [])

  return standing
}
