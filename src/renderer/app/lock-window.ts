import { desktop } from '../bridge/desktop.ts'
import { endRoom, room } from '../room/room.ts'
import { finishBeforeLock } from './before-lock.ts'
import { clearOurCopy } from './our-copy.ts'

/**
 * Keeps what is being written, has it entered that the work ends, takes our text off the clipboard, ends the worker with
 * every key in it, and opens the window anew.
 */
export const lockWindow = async (how: 'locked' | 'lockedByItself'): Promise<void> => {
  await Promise.all([finishBeforeLock(() => room.signOut(how)), clearOurCopy()])
  endRoom()
  await desktop.lock()
}
