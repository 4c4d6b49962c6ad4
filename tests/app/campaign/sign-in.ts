import type { RoomApi } from '../../../src/room/contract/room-api.ts'
import { firstStaff, passphrase, unlock } from '../../room/set-up.ts'
import { given } from '../../support/outcome.ts'

/** Recovers the records where that is offered; gives what had become of them in the browser, null when they were there. */
const recovered = async (room: RoomApi): Promise<string | null> => {
  const phase = await room.phase()
  if (phase.phase !== 'recovery') return null
  given(await room.recoverRecords())
  return phase.loss
}

/**
 * Signs in as somebody would who recovers the records where that is offered, before or after their passphrase; gives what had
 * become of them in the browser, null when they were there. Chromium gives its whole database up when it cannot open it after
 * its own end.
 */
export const signIn = async (room: RoomApi): Promise<string | null> => {
  const loss = await recovered(room)
  if ((await room.unlock(await firstStaff(room), passphrase)).ok) return loss
  const shut = await recovered(room)
  await unlock(room)
  return loss ?? shut
}
