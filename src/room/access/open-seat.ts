import { type UnitProfile, unitProfileKind } from '../../casework/unit/unit-profile.ts'
import type { Inbox } from '../../vault/inbox.ts'
import { fromInboxDatabase } from '../../vault/migrations/from-inbox-database.ts'
import { acquireWriter, type ReleaseWriter } from '../../vault/store/writer-lock.ts'
import type { VaultKey } from '../../vault/unlock.ts'
import { type OpenVault, openVault } from '../../vault/vault.ts'
import { inboxStanding } from '../client-mode/inbox-standing.ts'
import { takeInAnswers } from '../client-mode/take-in-answers.ts'
import { fillDemo } from '../demo/demo.ts'
import { placeOf } from '../place-of.ts'
import { recordKinds } from '../record-kinds.ts'
import { codeOf, RoomError } from '../room-error.ts'
import type { Seat } from '../seat.ts'
import { beginSession, type Session } from '../session.ts'
import { finishKeyWork } from '../staffing/finish-key-work.ts'
import { takeInResponses } from '../surveys/take-in-responses.ts'
import { inboxOf } from '../which-vault.ts'
import { Place } from '../windows/place.ts'

/** Milliseconds in which whoever signs in sees their day, before all rows are counted in the background. */
const restAtFirst = 10_000

/** Who signs in, and with what. */
type Credentials = Pick<VaultKey, 'staffId' | 'passphrase' | 'kdfFor'>

/**
 * Takes the seat at a vault as its one writer. `before` is done as the writer, and gives who signs in. Rejects with
 * OPEN_ELSEWHERE while anybody sits at the vault, and leaves the seat free when anything fails.
 */
export const openSeat = async (
  seat: Seat,
  name: string,
  before: () => Promise<Credentials>,
): Promise<void> => {
  const release = seat.taken ? null : await acquireWriter(name)
  if (!release) throw new RoomError('OPEN_ELSEWHERE')
  await sitDown(seat, name, release, before)
}

/** Takes the seat as the writer or, while another window writes, as one that follows it and writes once it has closed. */
export const takeSeat = async (seat: Seat, name: string, who: Credentials): Promise<void> => {
  if (seat.taken) throw new RoomError('OPEN_ELSEWHERE')
  const release = await acquireWriter(name)
  await sitDown(seat, name, release, async () => who)
  if (!release) void follow(seat)
}

const sitDown = async (
  seat: Seat,
  name: string,
  release: ReleaseWriter | null,
  before: () => Promise<Credentials>,
): Promise<void> => {
  let vault: OpenVault | null = null
  let place: Place | null = null
  try {
    const who = await before()
    const inbox = await inboxOf(name)
    vault = await openVault({ ...(await placeOf(name)), ...who, writes: release !== null })
    if (release) vault.restBeforeCounting(restAtFirst)
    // It is entered at once; nobody waits until it can be written.
    void vault.trail.note({ action: 'unlocked' })
    if (release) await prepareToWrite(vault)
    const session = beginSession(vault, await unitOf(vault))
    place = new Place(name, seat.window, session, release)
    if (release) {
      await takeIn(name, session, inbox)
      await finishKeyWork(session, inbox)
    }
    seat.take({ name, session, inbox, place })
  } catch (problem) {
    vault?.lock()
    place?.leave()
    release?.()
    throw problem
  }
}

/** Becomes the writer when it is this window's turn. While a client answers, it locks instead: nothing may be open beside them. */
const follow = async (seat: Seat): Promise<void> => {
  const { name, place, session, inbox } = seat.open
  const settled = async () => {
    if ((await inboxStanding(inbox))?.sittingOpen || !(await session.vault.refresh())) return false
    session.forget(recordKinds.map(({ table }) => table))
    await session.vault.startWriting()
    await prepareToWrite(session.vault)
    return true
  }
  if (!(await place.takeOver(settled))) return
  await takeIn(name, session, inbox).catch(() => undefined)
  seat.window.noteChange()
}

/** What may be gone at the next unlocking; it keeps nobody from coming in, to see to it. */
const passing = ['INCOMPLETE', 'NOT_SAVED', 'CONFLICT']

/** Seals keys that colleagues wait for, if that can be written now, and fills a demonstration that has nothing in it yet. */
const prepareToWrite = async (vault: OpenVault): Promise<void> => {
  await vault.staffing.sealPendingGrants().catch((problem: unknown) => {
    if (!passing.includes(codeOf(problem))) throw problem
  })
  const unit = await unitOf(vault)
  if (unit.kind === 'demo') await fillDemo(vault, unit)
}

/** Takes in what clients answered and people handed in. */
const takeIn = async (name: string, session: Session, inbox: Inbox): Promise<void> => {
  // What cannot be moved now is moved another time, and keeps nobody out.
  await fromInboxDatabase(`${name}-inbox`, inbox).catch(() => undefined)
  await takeInResponses(session, inbox)
  await takeInAnswers(session, inbox)
}

const unitOf = async (vault: OpenVault): Promise<UnitProfile> => {
  const unit = (await vault.list(unitProfileKind)).records[0]
  if (!unit) throw new RoomError('UNIT_PROFILE_MISSING')
  return unit.value
}
