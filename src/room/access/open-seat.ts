import { unitProfileKind } from '../../casework/unit-profile.ts'
import { type OpenVault, openVault } from '../../vault/vault.ts'
import { acquireWriter } from '../../vault/writer-lock.ts'
import { takeInAnswers } from '../client-mode/take-in-answers.ts'
import { fillDemo } from '../demo/demo.ts'
import { recordKinds } from '../record-kinds.ts'
import { RoomError } from '../room-error.ts'
import type { Seat } from '../seat.ts'
import { beginSession, type Session } from '../session.ts'
import { takeInResponses } from '../surveys/take-in-responses.ts'
import { inboxOf } from '../which-vault.ts'

/** Who signs in, and with what. */
interface Credentials {
  staffId: string
  passphrase: string
}

/**
 * Takes the seat at a vault as its one writer: seals keys that colleagues wait for and takes in what clients answered and people handed in.
 * `before` is done as the writer, and gives who signs in. Rejects with OPEN_ELSEWHERE while anybody sits at the vault, and
 * leaves the seat free when anything fails.
 */
export const openSeat = async (
  seat: Seat,
  name: string,
  before: () => Promise<Credentials>,
): Promise<void> => {
  const release = seat.taken ? null : await acquireWriter(name)
  if (!release) throw new RoomError('OPEN_ELSEWHERE')
  const inbox = inboxOf(name)
  let vault: OpenVault | null = null
  try {
    vault = await openVault({ name, kinds: recordKinds, ...(await before()) })
    const session = await sessionOver(vault)
    await takeInResponses(session, inbox)
    await takeInAnswers(session, inbox)
    seat.take({ name, session, inbox, release })
  } catch (problem) {
    vault?.lock()
    inbox.close()
    release()
    throw problem
  }
}

const sessionOver = async (vault: OpenVault): Promise<Session> => {
  await vault.sealPendingGrants()
  const unit = (await vault.list(unitProfileKind)).records[0]
  if (!unit) throw new RoomError('UNIT_PROFILE_MISSING')
  if (unit.value.kind === 'demo') await fillDemo(vault, unit.value)
  return beginSession(vault, unit.value)
}
