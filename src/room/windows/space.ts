import { spaceLeft, stopBelow, warnBelow } from '../storage-space.ts'
import type { WindowState } from './window-state.ts'

const lookEvery = 5 * 60_000

/** Looks now and then how much can still be written, and says so once it is little; call what it gives to end that. */
export const lookAtSpace = (window: WindowState): (() => void) => {
  const look = async (): Promise<void> => {
    const left = await spaceLeft()
    const lowSpace = left !== null && left < warnBelow ? { left, stopped: left < stopBelow } : null
    if (lowSpace?.left !== window.standing.lowSpace?.left) window.change({ lowSpace })
  }
  const timer = setInterval(() => void look().catch(() => undefined), lookEvery)
  void look().catch(() => undefined)
  return () => clearInterval(timer)
}
