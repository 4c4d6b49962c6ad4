import { unitProfileKind } from '../casework/unit-profile.ts'
import { openVault } from '../vault/vault.ts'
import { acquireWriter } from '../vault/writer-lock.ts'
import { takeInAnswers } from './client-answers.ts'
import { recordKinds } from './record-kinds.ts'
import { RoomError } from './room-error.ts'
import type { Seat } from './seat.ts'
import { beginSession } from './session.ts'
import { inboxOf } from './which-vault.ts'

/** Runs `work` as the one writer of this vault; rejects with OPEN_ELSEWHERE while another window is. */
export const asWriter = async <T>(vault: string, work: (release: () => void) => Promise<T>): Promise<T> => {
  const release = await acquireWriter(vault)
  if (!release) throw new RoomError('OPEN_ELSEWHERE')
  try {
    return await work(release)
  } catch (problem) {
    release()
    throw problem
  }
}

/** Unlocks a vault and takes the seat; also seals keys that colleagues wait for and takes in what clients answered. */
export const openSeat = async (
  seat: Seat,
  { name, staffId, passphrase }: { name: string; staffId: string; passphrase: string },
  release: () => void,
): Promise<void> => {
  const vault = await openVault({ name, kinds: recordKinds, staffId, passphrase })
  try {
    await vault.sealPendingGrants()
    const unit = (await vault.list(unitProfileKind)).records[0]
    if (!unit) throw new RoomError('UNIT_PROFILE_MISSING')
    const session = beginSession(vault, unit.value)
    const inbox = inboxOf(name)
    await takeInAnswers(session, inbox)
    seat.take({ name, session, inbox, release })
  } catch (problem) {
    vault.lock()
    throw problem
  }
}
